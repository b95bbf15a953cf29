/** Takes messages from outside, checks who sent them and what they say, and hands them to the application. */
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { LinkMessage } from '../bitrix24/link-protocol.ts';
import { AppMessage, MarketMessage } from '../bitrix24/market-protocol.ts';
import { SurfaceMessage } from '../bitrix24/surface-protocol.ts';
import { READ_ONLY } from '../domain/refusal.ts';
import { browser } from '../platform/browser.ts';
import type { Application } from './application.ts';
import { withNames } from './database-watch.ts';
import { originOf } from './desks.ts';
import type { SenderTab } from './hearing.ts';
import type { SenderFrame } from './market/market-wishes.ts';
import { OwnMessage } from './own/own-protocol.ts';
import { serveOwn } from './own/serve-own.ts';
import { type AnyMessage, isRefusedReadOnly } from './read-only/refusals.ts';

/** True for a script of ours in a frame of a tab. */
function isContentScript({ id, tab, url, frameId }: Runtime.MessageSender): boolean {
  return id === browser.runtime.id && tab?.id !== undefined && Boolean(url) && frameId !== undefined;
}

/** The frame a content script speaks from; null unless it is a portal's, of the manifest's or one that was added. */
function senderFrame({ tab, url, frameId }: Runtime.MessageSender, application: Application): SenderFrame | null {
  const origin = application.originOfPage(url ?? '');
  if (origin === null || tab?.id === undefined || frameId === undefined) return null;
  return { tabId: tab.id, frameId, origin };
}

/** The tab of a frame; null unless it is the top one. */
const tabOf = (frame: SenderFrame | null): SenderTab | null =>
  frame?.frameId === 0 ? { tabId: frame.tabId, origin: frame.origin } : null;

/** True for the extension's own pages. */
function isOwnPage(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/')) === true;
}

/** What somebody was typing when the portal was paused is kept all the same. */
const KEEPS_TEXTS: readonly SurfaceMessage['type'][] = ['draft.kept', 'note.changed'];

async function serveSurface(
  message: SurfaceMessage,
  application: Application,
  tab: SenderTab | null,
): Promise<unknown> {
  if ('key' in message && tab && originOf(message.key) !== tab.origin) return undefined;
  if (tab && application.keepsOff(tab.origin) && !KEEPS_TEXTS.includes(message.type)) return undefined;
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

async function serveApp(message: AppMessage, application: Application, frame: SenderFrame | null): Promise<unknown> {
  const { market } = application;
  if (frame && application.keepsOff(frame.origin)) return undefined;
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

/** What the extension's own pages are answered even when the database cannot be read. */
const WITHOUT_DATABASE: readonly OwnMessage['type'][] = [
  'diagnostics.wanted',
  'calls.wanted',
  'selfTest.begun',
  'selfTest.wanted',
];

const needsDatabase = (message: unknown): boolean =>
  !WITHOUT_DATABASE.some((type) => type === (message as { type?: unknown } | null)?.type);

/** Answers one message; undefined for what is not ours or not allowed. The extension's own pages are told why it fails. */
export async function route(
  message: unknown,
  sender: Runtime.MessageSender,
  application: Application,
): Promise<unknown> {
  try {
    return await serve(message, sender, application);
  } catch (error) {
    throw isOwnPage(sender) ? withNames(error) : error;
  }
}

async function serve(message: unknown, sender: Runtime.MessageSender, application: Application): Promise<unknown> {
  const isOwn = isOwnPage(sender);
  if (!isOwn && !isContentScript(sender)) return undefined;
  await application.ready().catch((error) => {
    if (!isOwn || needsDatabase(message)) throw error;
  });
  const frame = isOwn ? null : senderFrame(sender, application);
  if (!frame && !isOwn) return undefined;
  const isRefused = (parsed: AnyMessage): boolean => application.isReadOnly && isRefusedReadOnly(parsed);
  if (!frame) {
    const fromOwnPage = v.safeParse(OwnMessage, message);
    if (fromOwnPage.success) {
      if (isRefused(fromOwnPage.output)) return READ_ONLY;
      return (await serveOwn(fromOwnPage.output, application.own)) ?? null;
    }
  }
  const fromMarket = v.safeParse(MarketMessage, message);
  if (fromMarket.success) return frame ? application.market.hear(fromMarket.output, frame) : undefined;
  const aboutApp = v.safeParse(AppMessage, message);
  if (aboutApp.success && isRefused(aboutApp.output)) return READ_ONLY;
  if (aboutApp.success) return (await serveApp(aboutApp.output, application, frame)) ?? null;
  // Slider frames have the market script and nothing else of ours.
  const tab = tabOf(frame);
  if (!tab && !isOwn) return undefined;
  const fromLink = v.safeParse(LinkMessage, message);
  if (fromLink.success) return tab ? application.hear(fromLink.output, tab) : undefined;
  const fromSurface = v.safeParse(SurfaceMessage, message);
  if (fromSurface.success && isRefused(fromSurface.output)) return READ_ONLY;
  if (fromSurface.success) return (await serveSurface(fromSurface.output, application, tab)) ?? null;
  console.warn('Latchdesk: a message of unknown shape was dropped');
  return undefined;
}
