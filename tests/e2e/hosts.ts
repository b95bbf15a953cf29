/** Host permissions without the browser's own question, which no test can answer: given and taken as on its settings page. */
import type { Page } from '@playwright/test';
import type { Workplace } from './workplace.ts';

/** The address of the demo portal that the manifest does not know, and the permission that it needs. */
export const OWN_ADDRESS = 'https://portal.example/intranet/';
export const OWN_PATTERN = 'https://portal.example/*';

interface Scope {
  chrome: {
    permissions: {
      request: (wanted: { origins: string[] }, answer?: (isAllowed: boolean) => void) => Promise<boolean> | undefined;
      getAll(): Promise<{ origins?: string[] }>;
    };
    scripting: { getRegisteredContentScripts(): Promise<{ id: string; matches?: string[] }[]> };
  };
  asked: string[];
}

/** Lets the extension into a host: a request in a click is answered with yes at once from now on. */
export const giveHost = (workplace: Workplace, pattern = OWN_PATTERN): Promise<void> =>
  workplace.setHost(pattern, true);

/** Shuts the extension out of a host, as a person does in the browser's settings. */
export const takeHost = (workplace: Workplace, pattern = OWN_PATTERN): Promise<void> =>
  workplace.setHost(pattern, false);

/** Notes in a page of the extension for which hosts the browser was asked; with `answer` the browser is not asked. */
export const noteRequests = (page: Page, answer?: boolean): Promise<void> =>
  page.evaluate((told) => {
    const scope = globalThis as unknown as Scope;
    const { permissions } = scope.chrome;
    const request = permissions.request.bind(permissions);
    scope.asked = [];
    permissions.request = (wanted, answered) => {
      scope.asked.push(...wanted.origins);
      if (told === undefined) return request(wanted, answered);
      answered?.(told);
      return answered ? undefined : Promise.resolve(told);
    };
  }, answer);

/** Hosts for which the browser was asked since `noteRequests`. */
export const requestsIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as Scope).asked);

/** Patterns of the hosts that were given beyond the manifest's, read in a page of the extension. */
export const givenHosts = (own: Page): Promise<string[]> =>
  own.evaluate(async () => {
    const { origins = [] } = await (globalThis as unknown as Scope).chrome.permissions.getAll();
    return origins.filter((origin) => !origin.includes('.bitrix24.'));
  });

/** Patterns of the pages that get content scripts because somebody has added their portal. */
export const portalScriptsIn = (own: Page): Promise<string[]> =>
  own.evaluate(async () => {
    const scripts = await (globalThis as unknown as Scope).chrome.scripting.getRegisteredContentScripts();
    return scripts.filter(({ id }) => id.startsWith('portal|')).flatMap(({ matches = [] }) => matches);
  });
