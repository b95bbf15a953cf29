import type { IncomingMessage, ServerResponse } from 'node:http';
import { Director } from '../director/director.ts';
import { runOperation } from '../director/operations.ts';
import { answerAjax } from './ajax.ts';
import { answerAppLayout } from './app-layout.ts';
import { readAsset } from './assets.ts';
import { type Exchange, readExchange, sendJson, sendText } from './http.ts';
import { answerWebhook } from './incoming-webhook.ts';
import { appServerPage } from './pages/app-server.ts';
import { answerTaskForm } from './pages/task-form.ts';
import { answerPage } from './pages.ts';
import type { Portal } from './portal-site.ts';
import { answerRest } from './rest.ts';
import { answerRest3 } from './rest3.ts';
import { pathWithin, serveIn } from './site-dir.ts';
import { answerStaffForm } from './staff-forms.ts';
import { answerTool } from './tools.ts';

const AJAX = '/bitrix/services/main/ajax.php';
const REST3 = /^\/rest\/api\/([\w.]+?)\/?$/;
const REST = /^\/rest\/([\w.]+?)(?:\.json)?\/?$/;
const DIRECTOR = /^\/__director\/api\/(\w+)\/?$/;
const TOOLS = '/bitrix/tools/';
const ASSETS = '/bitrix/js/demo/';
const HTML = 'text/html; charset=UTF-8';

/** Leads a request to the portal of its host, and there to the part that answers it. */
export async function route(
  portals: ReadonlyMap<string, Portal>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const exchange = await readExchange(request, response);
  const portal = portals.get(exchange.host);
  if (!portal && exchange.path.startsWith('/app-server/'))
    return sendText(response, 200, HTML, appServerPage(exchange.path, String(exchange.query.LANG)));
  if (!portal) return sendText(response, 200, HTML, strangerPage(exchange.host, [...portals.keys()]));
  const { folder } = portal.identity;
  const path = pathWithin(exchange.path, folder);
  if (path === null) return sendText(response, 404, HTML, strangerPage(exchange.host, [`${exchange.host}${folder}`]));
  serveIn(response, folder);
  await routePortal(portal, { ...exchange, path });
}

async function routePortal(portal: Portal, exchange: Exchange): Promise<void> {
  const { path, response } = exchange;
  const operation = DIRECTOR.exec(path)?.[1];
  if (operation && exchange.request.method === 'POST') return answerDirector(portal, exchange, operation);
  if (path.startsWith(ASSETS)) return answerAsset(exchange, path.slice(ASSETS.length));
  if (path === AJAX) return answerAjax(portal, exchange);
  const newMethod = REST3.exec(path)?.[1];
  if (newMethod) return answerRest3(portal, exchange, newMethod);
  const method = REST.exec(path)?.[1];
  if (method) return answerRest(portal, exchange, method);
  if (await answerWebhook(portal, exchange)) return;
  if (path.startsWith(TOOLS) && (await answerTool(portal, exchange))) return;
  if (await answerAppLayout(portal, exchange)) return;
  if (answerStaffForm(portal, exchange)) return;
  if (answerTaskForm(portal, exchange)) return;
  if (path === '/favicon.ico') return sendText(response, 204, 'image/x-icon', '');
  return answerPage(portal, exchange);
}

function answerDirector(portal: Portal, { body, response }: Exchange, operation: string): void {
  try {
    sendJson(response, 200, runOperation(new Director(portal), operation, body));
  } catch (error) {
    sendJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}

async function answerAsset({ response }: Exchange, name: string): Promise<void> {
  const asset = await readAsset(name);
  if (asset) sendText(response, 200, asset.type, asset.bytes);
  else sendText(response, 404, 'text/plain', 'No such file');
}

/** Hosts of the same zone that are no portals: nothing on them may look like one. */
function strangerPage(host: string, portals: string[]): string {
  const links = portals.map((name) => `<li>${name}</li>`).join('');
  const safe = host.replace(/[^\w.-]/g, '');
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${safe}</title></head>
<body><h1>${safe}</h1><p>A plain page, not a portal. Portals here:</p><ul>${links}</ul></body></html>`;
}
