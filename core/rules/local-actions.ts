/**
 * Actions that stay in Latchdesk. Nothing is sent and nothing that somebody has typed is lost; done twice with the same
 * key they have been done once.
 */
import { LONGEST_DRAFT, LONGEST_TOPIC } from '../../domain/drafts.ts';
import type { JournalEntry } from '../../domain/journal.ts';
import type { DialogRecord } from '../../domain/ledger.ts';
import { emptyNote, LONGEST_ALIAS, LONGEST_NOTE, LONGEST_TAG, MOST_TAGS } from '../../domain/notes.ts';
import type { Action } from '../../domain/rules/rule.ts';
import type { Outcome, RuleRun } from '../../domain/rules/run.ts';
import { findSecrets, maskSecrets } from '../../domain/secrets.ts';
import { backgroundLocaleFor } from '../../locales/background/catalogue.ts';
import type { PortalDesk } from '../portal-desk.ts';
import { done, failed } from './call-outcome.ts';
import { dialogOf, type LocalAction, type LocalParts, wordsOf } from './local-parts.ts';
import { showOutside } from './show-actions.ts';

const CHANGING: readonly Action['kind'][] = ['draft', 'alias', 'tag', 'note', 'journal', 'offer'];

export async function performLocal(action: LocalAction, run: RuleRun, parts: LocalParts): Promise<Outcome> {
  const outcome = CHANGING.includes(action.kind)
    ? await parts.desks.with(run.portal, parts.effects.now, (desk) => changeDesk(action, run, desk, parts))
    : await showOutside(action, run, parts);
  if (CHANGING.includes(action.kind)) parts.changed(run.portal);
  return outcome ?? failed('notPossible');
}

async function changeDesk(action: LocalAction, run: RuleRun, desk: PortalDesk, parts: LocalParts): Promise<Outcome> {
  const now = parts.effects.now();
  if (action.kind === 'journal') return writeDown(action.text, run, desk, parts);
  if (action.kind === 'offer') return offerOldest(run, desk, parts);
  if (action.kind === 'draft' && action.place === 'newDialog') return layReady(action, null, run, desk, now);
  const dialog = dialogOf(desk, run.event);
  if (!dialog) return failed('nothingThere', wordsOf(desk).noDialog);
  switch (action.kind) {
    case 'draft':
      return layReady(action, dialog.dialogId, run, desk, now);
    case 'alias':
      return giveAlias(action.text, dialog, desk, now);
    case 'tag':
      return addTag(action.text, dialog, desk, now);
    case 'note':
      return addToNote(action.text, dialog, run, desk, now);
    default:
      return failed('notPossible');
  }
}

/** A draft is addressed to the dialog, or waits as a question for a free one. */
function layReady(
  { title, text }: Extract<Action, { kind: 'draft' }>,
  dialogId: string | null,
  run: RuleRun,
  desk: PortalDesk,
  now: number,
): Outcome {
  const id = `rule-${run.key.slice(0, 40)}`;
  // Somebody may have changed, used or discarded it since.
  if (desk.drafts.get(id)) return done();
  const texts = { title: title.slice(0, LONGEST_TOPIC).toWellFormed(), text: text.slice(0, LONGEST_DRAFT) };
  const isKept = desk.drafts.keep({ id, kind: dialogId === null ? 'parked' : 'message', ...texts, dialogId }, now);
  if (!isKept) return failed('notPossible', wordsOf(desk).noRoomForDraft);
  if (dialogId === null) desk.drafts.send(id, { type: 'parked' }, now, run.ruleId);
  return done();
}

function giveAlias(text: string, { chatId }: DialogRecord, desk: PortalDesk, now: number): Outcome {
  const alias = text.slice(0, LONGEST_ALIAS).toWellFormed();
  const known = desk.notes.get(chatId)?.alias ?? '';
  // Somebody has thought of that name.
  if (known !== '' && known !== alias) return done(wordsOf(desk).aliasKept);
  if (known !== alias) desk.notes.change(chatId, { alias }, now);
  return done();
}

function addTag(text: string, { chatId }: DialogRecord, desk: PortalDesk, now: number): Outcome {
  const tag = text.slice(0, LONGEST_TAG).toWellFormed();
  const { tags } = desk.notes.get(chatId) ?? emptyNote(chatId);
  if (tag === '' || tags.some((each) => each.toLowerCase() === tag.toLowerCase())) return done();
  if (tags.length >= MOST_TAGS) return failed('notPossible', wordsOf(desk).tagsFull);
  desk.notes.change(chatId, { tags: [...tags, tag] }, now);
  return done();
}

/** The time of the event tells a repeat from another event with the same words. */
function addToNote(text: string, { chatId }: DialogRecord, run: RuleRun, desk: PortalDesk, now: number): Outcome {
  const note = desk.notes.get(chatId)?.text ?? '';
  const when = new Intl.DateTimeFormat(desk.language || 'ru', { dateStyle: 'short', timeStyle: 'medium' });
  const line = `${when.format(run.event.at)} · ${text}`;
  if (`\n${note}\n`.includes(`\n${line}\n`)) return done();
  const longer = note === '' ? line : `${note}\n${line}`;
  if (longer.length > LONGEST_NOTE) return failed('tooLarge', wordsOf(desk).noteFull);
  desk.notes.change(chatId, { text: longer }, now);
  return done();
}

async function writeDown(text: string, run: RuleRun, desk: PortalDesk, { desks, effects }: LocalParts) {
  const { ruleId, ruleName, key } = run;
  const now = effects.now();
  const since = await desks.entries(run.portal, Math.min(run.plannedAt, now), Number.MAX_SAFE_INTEGER);
  const isThere = since.some((entry) => entry.kind === 'rule.noted' && entry.run === key);
  const entry: JournalEntry = { at: now, kind: 'rule.noted', byRule: ruleId, name: ruleName, text, run: key };
  if (!isThere) desk.record(entry);
  return done();
}

/** The oldest parked question is offered again, if there is room for it; what somebody has put off rests on. */
async function offerOldest({ portal, ruleId }: RuleRun, desk: PortalDesk, { effects }: LocalParts): Promise<Outcome> {
  const now = effects.now();
  const words = backgroundLocaleFor(desk.language).messages;
  const isFree = ['pass', 'near', 'unlimited'].includes(desk.guardAnswer(now));
  const oldest = desk.drafts.pending.find(
    ({ kind, state, snoozedUntil }) =>
      kind === 'parked' && (state === 'waiting' || state === 'offered') && snoozedUntil <= now,
  );
  if (!isFree || !oldest) return failed('nothingThere', words.rules.nothingToOffer);
  desk.drafts.send(oldest.id, { type: 'slot.freed', at: now }, now, ruleId);
  const topic = oldest.title || oldest.text.slice(0, 80);
  const title = `${words.notification.slotFree} · ${new URL(desk.row.origin).host}`;
  const message = words.notification.parkedQuestion(maskSecrets(topic, findSecrets(topic)));
  if (effects.canNotify()) await effects.notify({ id: `offer|${portal}|${oldest.id}`, title, message });
  return done();
}
