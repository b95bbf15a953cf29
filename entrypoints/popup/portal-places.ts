/** Leads to the places of a portal and of Latchdesk, for popup, side panel and palette. */
import type { AppMessage } from '../../bitrix24/market-protocol.ts';
import { isPageOf } from '../../bitrix24/portal-scripts.ts';
import type { SurfaceMessage } from '../../bitrix24/surface-protocol.ts';
import type { PortalOutcome } from '../../components/popup/portal-actions.ts';
import type { PaletteAction } from '../../domain/palette/entry.ts';
import { requestOf } from '../../domain/palette/front-entries.ts';
import { isRefused, type Refused } from '../../domain/refusal.ts';
import { describeBrowser, dialogLanguage, questionText } from '../../domain/templates.ts';
import type { PortalView } from '../../domain/view.ts';
import { browser } from '../../platform/browser.ts';
import { copyText } from '../../platform/clipboard.ts';

/** `gone`: something else is on show now; `stays`: it was done, and nothing else opened. */
export type Result = 'gone' | 'stays' | PortalOutcome;

/** Asks the background; null, as for what could not be done, when Latchdesk is read-only. */
export async function ask<T>(message: SurfaceMessage | AppMessage): Promise<T> {
  const answer: T | Refused = await browser.runtime.sendMessage(message);
  // Whoever asks for what may be refused takes null for an answer.
  return isRefused(answer) ? (null as T) : answer;
}

/** Brings a tab of the portal to the front, or opens one. */
export async function goTo(place: Pick<PortalView, 'origin' | 'prefix'>): Promise<Result> {
  const { protocol, hostname } = new URL(place.origin);
  // Without the port: Firefox knows none in patterns.
  const open = await browser.tabs.query({ url: `${protocol}//${hostname}/*` });
  const tab = open.find(({ url }) => url && isPageOf(place, url));
  if (tab?.id === undefined) await browser.tabs.create({ url: `${place.origin}${place.prefix}` });
  else {
    const { windowId } = await browser.tabs.update(tab.id, { active: true });
    if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
  }
  return 'gone';
}

/** Opens Latchdesk's own page there, `#dialogs/…`. */
export async function openDashboard(hash: string): Promise<Result> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/dashboard.html')}${hash}` });
  return 'gone';
}

/** The address of a part of the dashboard for a portal. */
export const dashboardHash = (section: string, key?: string, part = ''): string =>
  key === undefined ? `#${section}` : `#${section}/${encodeURIComponent(key)}${part}`;

/** Shows a card in a tab of the portal. */
export async function showCard(key: string, card: Extract<SurfaceMessage, { type: 'card.wanted' }>['card']) {
  const answer = await ask<'shown' | 'opened' | null>({ type: 'card.wanted', key, card });
  return answer ? ('gone' as const) : ('cardFailed' as const);
}

/** Opens the portal's message of a request in a tab of the portal. */
export async function openRequest(key: string, id: string): Promise<Result> {
  const opened = await ask<'inPage' | 'inTab' | 'nowhere' | null>({ type: 'access.opened', key, id });
  return opened === 'inPage' || opened === 'inTab' ? 'gone' : 'requestNowhere';
}

export async function openDialog(key: string, dialogId: string | null | undefined): Promise<Result> {
  if (!dialogId) return 'dialogFailed';
  return (await ask<string | null>({ type: 'dialog.wanted', key, dialogId })) ? 'gone' : 'dialogFailed';
}

export async function readAgain(key: string, type: 'reading.wanted' | 'right.claimed'): Promise<Result> {
  return (await ask<boolean>({ type, key })) ? 'stays' : 'readNeedsTab';
}

const NO_QUESTION = { topic: '', steps: '', expected: '', actual: '', hasScreenshot: false };

/** What support asks back for, ready to be pasted. */
export async function copyFacts({ origin, prefix, language }: PortalView, now: number): Promise<Result> {
  const address = `${origin}${prefix}`;
  const facts = { address, role: null, browser: describeBrowser(navigator.userAgent), page: '', at: now };
  const text = questionText(dialogLanguage(null, language), NO_QUESTION, facts, {
    facts: ['address', 'browser', 'at'],
  });
  return (await copyText(text)) ? 'factsCopied' : 'copyFailed';
}

/** Does on a portal what was found by its name. */
export async function act(action: Exclude<PaletteAction, 'restUntilTomorrow'>, view: PortalView): Promise<Result> {
  const { key } = view;
  switch (action) {
    case 'newDialog':
      return showCard(key, { kind: 'newDialog', origin: 'popup' });
    case 'mainChat':
      return openDialog(key, view.botId);
    case 'openRequest': {
      const request = requestOf(view);
      return request ? openRequest(key, request.id) : 'requestNowhere';
    }
    case 'enterAccess':
      return openDashboard(dashboardHash('access', key, '/new'));
    case 'explainer':
      return openDashboard(dashboardHash('chatapp', key, '/explain'));
    case 'copyFacts':
      return copyFacts(view, Date.now());
    case 'readAgain':
      return readAgain(key, 'reading.wanted');
  }
}
