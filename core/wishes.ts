/** What people want to do with a portal's dialogs, drafts, notes and settings, told by a surface. */
import type { GuardWish, SurfaceMessage } from '../bitrix24/surface-protocol.ts';
import type { GuardAnswer, GuardView } from '../domain/guard.ts';
import type { JournalEntry } from '../domain/journal.ts';
import { emptyNote } from '../domain/notes.ts';
import type { FixableSetting } from '../domain/policy.ts';
import { type SupportReport, supportReport } from '../domain/report.ts';
import { HIDEABLE_CARDS, type HideableCard, type Settings } from '../domain/settings.ts';
import type { DialogDetails, DialogView } from '../domain/view.ts';
import type { NewDialogGuardEvent } from '../machines/new-dialog-guard.ts';
import type { Desks } from './desks.ts';
import { DialogSearch } from './dialog-search.ts';
import type { Display } from './display.ts';
import type { PortalDesk } from './portal-desk.ts';
import { toDialogView } from './view.ts';

type Wish<T extends SurfaceMessage['type']> = Extract<SurfaceMessage, { type: T }>;

export class Wishes {
  readonly #desks: Desks;
  readonly #display: Display;
  readonly #now: () => number;
  readonly #search = new DialogSearch();

  constructor(desks: Desks, display: Display, now: () => number) {
    this.#desks = desks;
    this.#display = display;
    this.#now = now;
  }

  /** Tells the new-dialog guard of a tab; answers the card to show; null for an unknown portal. */
  async tellGuard({ key, event }: Wish<'guard.told'>, tabId: number): Promise<{ guard: GuardView | null } | null> {
    return this.#change(key, (desk) => {
      const now = this.#now();
      const answer = desk.guardAnswer(now);
      const isOverriding = desk.guards.view(tabId)?.state === 'overriding';
      desk.guards.send(tabId, toChartEvent(event, answer, now));
      // Only what the chart was asked for is a decision.
      if (event.type === 'overridden' && isOverriding) {
        const { used, limit } = desk.slots.context;
        const max = limit?.kind === 'count' ? limit.max : null;
        desk.record({ at: now, kind: 'guard.overridden', reason: event.reason, used, max });
      }
      return { guard: desk.guards.view(tabId) };
    });
  }

  /** Keeps a text as it is typed; false when it could not be kept. */
  async keepDraft({ key, draft }: Wish<'draft.kept'>): Promise<boolean> {
    return (await this.#change(key, (desk) => desk.drafts.keep(draft, this.#now()))) ?? false;
  }

  async tellDraft({ key, id, event }: Wish<'draft.told'>): Promise<boolean> {
    return (await this.#change(key, (desk) => desk.drafts.send(id, event, this.#now()))) ?? false;
  }

  /** A draft with its text, null when it is gone. */
  async draft({ key, id }: Wish<'draft.wanted'>) {
    return (await this.#desks.peek(key))?.drafts.get(id) ?? null;
  }

  async changeNote({ key, chatId, changes }: Wish<'note.changed'>): Promise<DialogDetails | null> {
    await this.#change(key, (desk) => desk.notes.change(chatId, withoutUndefined(changes), this.#now()));
    return this.details(key, chatId);
  }

  async details(key: string, chatId: number): Promise<DialogDetails | null> {
    const desk = await this.#desks.peek(key);
    const dialog = desk?.ledger.dialogs.find((each) => each.chatId === chatId);
    if (!desk || !dialog) return null;
    return {
      ...toDialogView(dialog, desk, this.#now()),
      ticket: dialog.ticket,
      note: desk.notes.get(chatId) ?? emptyNote(chatId),
    };
  }

  /** Dialogs that a search finds, the best first. */
  async search({ key, query, limit }: Wish<'search.wanted'>): Promise<DialogView[]> {
    const desk = await this.#desks.peek(key);
    if (!desk) return [];
    return this.#search.search(desk, query, limit).map((dialog) => toDialogView(dialog, desk, this.#now()));
  }

  /** Settings of a portal as they hold; a value that the policy fixes is that value. */
  async settings(key: string): Promise<Settings | null> {
    return (await this.#desks.peek(key))?.settings ?? null;
  }

  async changeSettings({ key, changes }: Wish<'settings.changed'>): Promise<Settings | null> {
    await this.#change(key, (desk) => {
      desk.row = { ...desk.row, settings: withChanges(desk, withoutUndefined(changes)) };
    });
    return this.settings(key);
  }

  journal({ key, from, until, newest }: Wish<'journal.wanted'>): Promise<JournalEntry[]> {
    return this.#desks.entries(key, from, until, newest);
  }

  /** What support did in a period, from what Latchdesk saw. */
  async report({ key, from, until }: Wish<'report.wanted'>): Promise<SupportReport | null> {
    const desk = await this.#desks.peek(key);
    if (!desk) return null;
    return supportReport({
      dialogs: desk.ledger.dialogs.map((dialog) => toDialogView(dialog, desk, this.#now())),
      entries: await this.#desks.entries(key, 0, until),
      from,
      until,
      workingTime: desk.settings.workingTime,
      nameOf: (dialog) => desk.notes.get(dialog.chatId)?.alias || dialog.title || '',
    });
  }

  async #change<T>(key: string, work: (desk: PortalDesk) => T): Promise<Awaited<T> | null> {
    const result = await this.#desks.with(key, this.#now, work);
    await this.#display.publish(key, { mayInject: false });
    return result === undefined ? null : (result as Awaited<T>);
  }
}

function toChartEvent(event: GuardWish, answer: GuardAnswer, at: number): NewDialogGuardEvent {
  return event.type === 'button.pressed' ? { ...event, answer, at } : event;
}

/** The user's own settings after a change: what is fixed, or off on all portals, stays as it is theirs. */
function withChanges({ row, rules }: PortalDesk, changes: Partial<Settings>): Settings {
  const { settings } = row;
  const { hiddenCards, ...others } = changes;
  const isFree = ([field]: [string, unknown]) => rules.policy.settings[field as FixableSetting] === undefined;
  const taken = { ...settings, ...Object.fromEntries(Object.entries(others).filter(isFree)) };
  if (!hiddenCards) return taken;
  // Surfaces know all hidden cards as one list.
  const isOffAnyway = (card: HideableCard) => rules.preferences.featuresOff.includes(card);
  const wanted = (card: HideableCard) => (isOffAnyway(card) ? settings.hiddenCards : hiddenCards).includes(card);
  return { ...taken, hiddenCards: HIDEABLE_CARDS.filter(wanted) };
}

/** A field that was not sent changes nothing. */
const withoutUndefined = <T extends object>(changes: T) =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
