import type { PageContext } from '../pages.ts';
import { PHRASES } from './phrases.ts';

const ASSETS = '/bitrix/js/demo';

export interface DocumentParts {
  title: string;
  bodyClass: string;
  body: string;
  styles?: string[];
  /** Classic scripts, in the head, as on real pages: `BX` exists before the body is read. */
  scripts?: string[];
  /** Modules, which run when the body is there. */
  modules?: string[];
  isSignedIn?: boolean;
}

/** Puts a whole page together: scripts of the core, the page's own messages, then the rest. */
export function makeDocument(context: PageContext, parts: DocumentParts): string {
  const { language } = context.portal.state.scenario.user;
  const styles = ['portal.css', ...(parts.styles ?? [])];
  const scripts = ['bx/core.js', 'bx/events.js', 'bx/requests.js', ...(parts.scripts ?? [])];
  const messages = pageMessages(context, parts.isSignedIn ?? true);
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(parts.title)}</title>
${styles.map((name) => `<link rel="stylesheet" href="${ASSETS}/${name}">`).join('\n')}
${scripts.map((name) => `<script src="${ASSETS}/${name}"></script>`).join('\n')}
<script nonce="${context.nonce}">BX.message(${inlineJson(messages)});</script>
${(parts.modules ?? []).map((name) => `<script type="module" src="${ASSETS}/${name}"></script>`).join('\n')}
</head>
<body class="${parts.bodyClass}">
${parts.body}
</body>
</html>`;
}

/** Data for scripts of the page, in a block that no content policy minds. */
export function dataBlock(id: string, data: unknown): string {
  return `<script type="application/json" id="${id}">${inlineJson(data)}</script>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function inlineJson(data: unknown): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}

function pageMessages({ portal, token }: PageContext, isSignedIn: boolean) {
  const { user } = portal.state.scenario;
  return {
    LANGUAGE_ID: user.language,
    SITE_ID: 's1',
    SITE_DIR: portal.identity.folder,
    USER_ID: isSignedIn ? String(user.id) : '',
    SERVER_TIME: String(Math.floor(Date.now() / 1000)),
    USER_TZ_OFFSET: '0',
    bitrix_sessid: token,
    ...(isSignedIn ? PHRASES[user.language] : {}),
  };
}
