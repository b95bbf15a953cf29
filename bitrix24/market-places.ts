/** Addresses of the Market, the Contact Center and the CRM cards: which page a path is, and which path a page has. */
import type { MarketGeneration } from '../domain/market/apps.ts';
import { codeFrom } from './market-dom.ts';

export type MarketPage =
  /** `isWhole`: without the filter that leaves only what has updates. */
  | { page: 'installed'; generation: MarketGeneration; isWhole: boolean }
  | { page: 'detail'; generation: MarketGeneration; code: string }
  /** The application itself; by its number or its code. */
  | { page: 'app'; appId: number | null; code: string | null }
  | { page: 'line'; line: number | null }
  | { page: 'contactCenter' }
  | { page: 'card'; card: string };

/** What a page of the portal is, from its address; null for any other. A prefix before the path makes no difference. */
export function marketPageAt(path: string, search = ''): MarketPage | null {
  const query = new URLSearchParams(search);
  const installed = /\/(market|marketplace)\/installed\/?$/.exec(path);
  if (installed) return { page: 'installed', generation: generationOf(installed[1]), isWhole: isWhole(query) };
  const detail = /\/(market|marketplace)\/detail\/([^/]+)\/?$/.exec(path);
  const code = codeFrom(decoded(detail?.[2]));
  if (detail && code) return { page: 'detail', generation: generationOf(detail[1]), code };
  const app = decoded(/\/marketplace\/app\/([^/]+)\/?$/.exec(path)?.[1]);
  if (app) return { page: 'app', appId: numberIn(app), code: numberIn(app) === null ? codeFrom(app) : null };
  if (/\/contact_center\/lines_edit\/?(?:index\.php)?$/.test(path))
    return { page: 'line', line: numberIn(query.get('ID')) };
  if (/\/contact_center\/?(?:index\.php)?$/.test(path)) return { page: 'contactCenter' };
  return cardAt(path);
}

const generationOf = (folder: string | undefined): MarketGeneration => (folder === 'market' ? 'new' : 'old');

const isWhole = (query: URLSearchParams): boolean => !query.has('updates') && !query.has('PAGE_MARKET_INSTALLED');

/** Cards of leads, deals and the like; those of smart processes go by the number of their type. */
function cardAt(path: string): MarketPage | null {
  const plain = /\/crm\/([a-z_]{2,30})\/details\/\d+\/?$/.exec(path)?.[1];
  if (plain) return { page: 'card', card: plain };
  const dynamic = /\/crm\/type\/(\d{1,9})\/details\/\d+\/?$/.exec(path)?.[1];
  return dynamic ? { page: 'card', card: `dynamic_${dynamic}` } : null;
}

const numberIn = (text: string | null | undefined): number | null =>
  text && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;

function decoded(part: string | undefined): string | undefined {
  try {
    return part && decodeURIComponent(part);
  } catch {
    // An address that is none names no application.
    return undefined;
  }
}

/** Path of the list of installed applications. */
export const installedPath = (generation: MarketGeneration): string => `/${FOLDER[generation]}/installed/`;

/** Path of an application's page: the only way back to one that is uninstalled. */
export const detailPath = (generation: MarketGeneration, code: string): string =>
  `/${FOLDER[generation]}/detail/${encodeURIComponent(code)}/`;

/** Path of the application itself, where its installation is brought to an end. */
export const appPath = (app: { appId: number | null; code: string }): string =>
  `/marketplace/app/${app.appId ?? encodeURIComponent(app.code)}/`;

/** Path of a line's settings with its queue. */
export const linePath = (line: number): string => `/contact_center/lines_edit/?ID=${line}&PAGE=queue-crm`;

const FOLDER: Record<MarketGeneration, string> = { new: 'market', old: 'marketplace' };
