/**
 * A portal whose pages live in a folder of its host (SITE_DIR), as on-premise portals may. Pages, links and redirects
 * have the folder before them; what belongs to the product itself, below `/bitrix/` and `/rest/`, stays at the root.
 */
import type { ServerResponse } from 'node:http';

const AT_THE_ROOT = /^\/(?:bitrix|rest|__director|favicon\.ico)(?:\/|$)/;

/** Addresses of pages as they stand in markup, scripts and redirects. */
const PAGE_ADDRESS = /(["'`=]|&quot;)\/(stream|online|company|crm|market|marketplace|contact_center|auth|settings)\//g;

const folders = new WeakMap<ServerResponse, string>();

/** What is sent over this response gets the folder into its addresses; `/` changes nothing. */
export function serveIn(response: ServerResponse, folder: string): void {
  if (folder !== '/') folders.set(response, folder);
}

/** A path as the portal knows it without its folder; null for a page outside of it. */
export function pathWithin(path: string, folder: string): string | null {
  if (folder === '/' || AT_THE_ROOT.test(path)) return path;
  const inner = path.startsWith(folder) ? path.slice(folder.length - 1) : null;
  return inner && AT_THE_ROOT.test(inner) ? null : inner;
}

/** Markup, script or an address with the folder in its page addresses. */
export function withFolder(response: ServerResponse, text: string): string {
  const folder = folders.get(response);
  if (!folder) return text;
  return text.replace(PAGE_ADDRESS, (_, before: string, page: string) => `${before}${folder}${page}/`);
}
