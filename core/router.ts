/** Takes messages from outside, checks who sent them and what they say, and hands them to the application. */
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { isCloudPortalHost } from '../bitrix24/addresses.ts';
import { LinkMessage } from '../bitrix24/link-protocol.ts';
import { AppMessage, MarketMessage } from '../bitrix24/market-protocol.ts';
import { SurfaceMessage } from '../bitrix24/surface-protocol.ts';
import { browser } from '../platform/browser.ts';
import type { Application, SenderTab } from './application.ts';
import { originOf } from './desks.ts';
import type { SenderFrame } from './market/market-wishes.ts';
import { OwnMessage } from './own/own-protocol.ts';
import { serveOwn } from './own/serve-own.ts';

/** The frame a content script speaks from; null unless it is a portal's. */
function senderFrame(sender: Runtime.MessageSender): SenderFrame | null {
  const { tab, url, frameId } = sender;
  if (sender.id !== browser.runtime.id || tab?.id === undefined || !url || frameId === undefined) return null;
  const { origin, protocol, hostname } = new URL(url);
  return protocol === 'https:' && isCloudPortalHost(hostname) ? { tabId: tab.id, frameId, origin } : null;
}

/** The tab a content script speaks from; null unless it is the top frame of a portal. */
function senderTab(sender: Runtime.MessageSender): SenderTab | null {
  const frame = senderFrame(sender);
  return frame?.frameId === 0 ? { tabId: frame.tabId, origin: frame.origin } : null;
}

/** True for the extension's own pages. */
function isOwnPage(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/')) === true;
}

async function serveSurface(
  message: SurfaceMessage,
  application: Application,
  tab: SenderTab | null,
): Promise<unknown> {
  if ('key' in message && tab && originOf(message.key) !== tab.origin) return undefined;
  switch (message.type) {
    case 'overlay.started':
      return tab && application.overlayStarted(tab);
    case 'cards.started':
      return tab && application.cardsStarted(tab);
    case 'guard.told':
      return tab && application.wishes.tellGuard(message, tab.tabId);
    case 'card.wanted':
      return application.tabs.showCard(message.key, message.card, tab?.tabId ?? null);
    case 'card.wantedInNewTab':
      return application.tabs.showCard(message.key, message.card, 'new');
    case 'draft.kept':
      return application.wishes.keepDraft(message);
    case 'draft.told':
      return application.wishes.tellDraft(message);
    case 'draft.wanted':
      return application.wishes.draft(message);
    case 'note.changed':
      return application.wishes.changeNote(message);
    case 'details.wanted':
      return application.wishes.details(message.key, message.chatId);
    case 'search.wanted':
      return application.wishes.search(message);
    case 'settings.wanted':
      return application.wishes.settings(message.key);
    case 'settings.changed':
      return application.wishes.changeSettings(message);
    case 'journal.wanted':
      return tab ? undefined : application.wishes.journal(message);
    case 'report.wanted':
      return tab ? undefined : application.wishes.report(message);
    case 'access.told':
      return application.access.tell(message);
    case 'access.entered':
      return tab ? undefined : application.access.enter(message);
    case 'access.opened':
      return application.tabs.openRequest(message.key, message.id, tab?.tabId ?? null);
    case 'register.opened':
      return application.tabs.openRegister(message.key);
    case 'register.wanted':
      return tab ? undefined : application.access.register(message.key);
    case 'history.wanted':
      return tab ? undefined : application.access.history(message);
    case 'signIns.wanted':
      return tab ? undefined : application.access.signIns(message);
    case 'chip.placed':
      return application.placeChip(message.key, message.chip);
    case 'views.wanted':
      return tab ? undefined : application.views();
    case 'right.claimed':
      // A page's script cannot claim it for the user: only the extension's own pages can.
      return tab ? undefined : application.claimRight(message.key);
    case 'reading.wanted':
      return application.readNow(message.key);
    case 'dialog.wanted':
      return application.tabs.openDialog(message.key, message.dialogId, tab?.tabId ?? null);
    case 'dialogs.wanted':
      return application.view(message.key, message.closedCount);
  }
}

async function serveApp(message: AppMessage, { market }: Application, frame: SenderFrame | null): Promise<unknown> {
  if (frame && (originOf(message.key) !== frame.origin || !(await market.isSignedIn(message.key)))) return undefined;
  switch (message.type) {
    case 'app.confirmed':
      return market.confirm(message);
    case 'app.forgotten':
      return market.forget(message);
    case 'marketCard.hidden':
      return market.hideCard(message);
    case 'place.wanted':
      return market.tabs.open(message.key, message.place);
    case 'explainer.opened':
      return market.tabs.openExplainer(message.key, message.tab);
    case 'reinstall.begun':
      return market.begin(message);
    case 'reinstall.told':
      return market.tellRun(message);
    // Names of all employees are for the extension's own pages.
    case 'book.wanted':
      return frame ? undefined : market.book(message.key);
    case 'book.readAgain':
      return frame ? undefined : market.readAgain(message);
    case 'book.told':
      return frame ? undefined : market.tellBook(message);
  }
}

/** Answers one message; undefined for what is not ours or not allowed. */
export async function route(
  message: unknown,
  sender: Runtime.MessageSender,
  application: Application,
): Promise<unknown> {
  const frame = senderFrame(sender);
  if (!frame && !isOwnPage(sender)) return undefined;
  await application.ready();
  if (!frame) {
    const fromOwnPage = v.safeParse(OwnMessage, message);
    if (fromOwnPage.success) return (await serveOwn(fromOwnPage.output, application.own)) ?? null;
  }
  const fromMarket = v.safeParse(MarketMessage, message);
  if (fromMarket.success) return frame ? application.market.hear(fromMarket.output, frame) : undefined;
  const aboutApp = v.safeParse(AppMessage, message);
  if (aboutApp.success) return (await serveApp(aboutApp.output, application, frame)) ?? null;
  // Slider frames have the market script and nothing else of ours.
  const tab = senderTab(sender);
  if (!tab && !isOwnPage(sender)) return undefined;
  const fromLink = v.safeParse(LinkMessage, message);
  if (fromLink.success) return tab ? application.hear(fromLink.output, tab) : undefined;
  const fromSurface = v.safeParse(SurfaceMessage, message);
  if (fromSurface.success) return (await serveSurface(fromSurface.output, application, tab)) ?? null;
  console.warn('Latchdesk: a message of unknown shape was dropped');
  return undefined;
}
