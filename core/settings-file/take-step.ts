/** What a settings file changes of one portal, done on its desk: memory and database get it in one piece. */
import type { DialogNote } from '../../domain/notes.ts';
import type { PortalStep } from '../../domain/settings-file/plan.ts';
import type { TakenCounts } from '../../domain/settings-file/preview.ts';
import type { PortalDesk } from '../portal-desk.ts';

const TEXTS = ['alias', 'text', 'taskUrl', 'ticket'] as const;

/** True when somebody has written or entered something since it was planned: no word of theirs may be lost. */
export function isOtherThanPlanned({ notes, access }: PortalDesk, { notes: planned, records }: PortalStep): boolean {
  const isOverwritten = (note: DialogNote) => {
    const known = notes.get(note.chatId);
    if (!known) return false;
    const isRewritten = TEXTS.some((field) => known[field] !== '' && known[field] !== note[field]);
    return isRewritten || known.tags.some((tag) => !note.tags.includes(tag));
  };
  return planned.some(isOverwritten) || records.some(({ id }) => access.register.get(id) !== undefined);
}

/** Takes it; how much that was. */
export function takeStep(desk: PortalDesk, step: PortalStep, now: number): TakenCounts {
  const { settings, chip, notes, rows } = step;
  const { row } = desk;
  desk.row = { ...row, settings: { ...row.settings, ...settings }, chip: chip ?? row.chip };
  for (const { chatId, alias, tags, text, taskUrl, ticket } of notes)
    desk.notes.change(chatId, { alias, tags, text, taskUrl, ticket }, now);
  const taken = rows.filter(({ lock }) => lock === null);
  return { portals: 1, settings: taken.length, notes: notes.length, records: takeRecords(desk, step, now) };
}

/** Records as if somebody had entered them; what there is no room for is left out. */
function takeRecords({ access: { register } }: PortalDesk, { records }: PortalStep, now: number): number {
  const fitting = records.filter((record) => {
    if (!register.hasRoomFor(record.kind)) return false;
    register.put(record, now);
    register.note(record.id, now, 'you', { kind: 'seen', state: record.state, because: [] });
    return true;
  });
  return fitting.length;
}
