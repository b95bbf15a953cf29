/** Access to one portal: its register, what is watched for, what is due. Work on it is divided among the files beside it. */
import type { AccessQuery } from '../../bitrix24/link-protocol.ts';
import type { AccessWish, EnteredRecord } from '../../bitrix24/surface-protocol.ts';
import { hasLateCopy } from '../../domain/access/merge.ts';
import { type AccessRecord, LONGEST_REST, type SignIns } from '../../domain/access/record.ts';
import type { AccessReading } from '../../domain/access/verdict.ts';
import type { AccessView, RegisterRow } from '../../domain/access/view.ts';
import type { AccessWatch } from '../../domain/access/watch.ts';
import type { Settings } from '../../domain/settings.ts';
import { accessView } from './access-view.ts';
import { enteredRecord } from './entered.ts';
import { type Dialogs, dialogNameOf, withMention } from './links.ts';
import { accessQuery, type MainChat, watchAfter, withSuspect } from './query.ts';
import { Register } from './register.ts';
import { linkRequests, type Settling, settleRecords } from './settling.ts';
import { takeSightings } from './sightings.ts';
import { tellRecord } from './telling.ts';

export class Access {
  watch: AccessWatch;
  readonly register: Register;

  constructor(records: readonly AccessRecord[], watch: AccessWatch) {
    this.watch = watch;
    this.register = new Register(records);
  }

  /** True when something is kept that nobody could read again. */
  get holdsRecords(): boolean {
    return this.register.all.some(({ kind }) => kind !== 'lookalike');
  }

  query(mainChat: MainChat | null, now: number): AccessQuery {
    return accessQuery(this.watch, this.register.all, mainChat, now);
  }

  /** A clock that was set back leaves nothing in the future: no reading would follow such a hint, no such rest would end. */
  advanceClock(now: number): void {
    if (this.watch.hintedAt > now) this.watch = { ...this.watch, hintedAt: now };
    const until = now + LONGEST_REST;
    for (const record of this.register.all.filter(({ snoozedUntil }) => snoozedUntil > until)) {
      this.register.put({ ...record, snoozedUntil: until }, now);
      this.register.note(record.id, now, 'clock', { kind: 'snoozed', until });
    }
  }

  /** Something in a chat may be a request: the next reading looks there, too. */
  hint(chatId: number, dialogId: string, now: number): void {
    const isNotice = dialogId === 'notify';
    const watch = isNotice ? { ...this.watch, notificationsAt: 0 } : withSuspect(this.watch, chatId, dialogId);
    this.watch = { ...watch, hintedAt: now };
  }

  /** The next reading asks for chats and notifications as if it were the first. */
  lookAtAll(): void {
    this.watch = { ...this.watch, carriersAt: 0, notificationsAt: 0 };
  }

  /** True while something wants to be looked at. */
  get wantsReading(): boolean {
    return this.watch.hintedAt > 0;
  }

  /** Support spoke of access in a dialog: a request without a dialog may come from there. */
  mention(chatId: number, dialogs: Dialogs, now: number): void {
    this.watch = withMention(this.watch, chatId, now);
    linkRequests(this.register, this.watch, dialogs, now);
  }

  /** Takes what a reading saw that was begun at `startedAt`. */
  takeReading(reading: AccessReading, startedAt: number, dialogs: Dialogs, settings: Settings, now: number): void {
    this.watch = takeSightings({ register: this.register, watch: this.watch, settings, now }, reading);
    this.watch = watchAfter(this.watch, reading, now);
    // What was hinted at meanwhile is not seen yet.
    if (reading.failure === null && startedAt >= this.watch.hintedAt) {
      // A copy that still asks may follow the answer, or be a request of its own: the next look tells.
      const isDoubtful = this.register.all.some((record) => hasLateCopy(record, now));
      this.watch = { ...this.watch, hintedAt: isDoubtful ? Math.min(startedAt, now) : 0 };
    }
    linkRequests(this.register, this.watch, dialogs, now);
  }

  /** Takes what a person says of a record; false when it does not fit. */
  tell(id: string, wish: AccessWish, dialogs: Dialogs, now: number): boolean {
    const record = this.register.get(id);
    if (!record) return false;
    if (wish.type === 'pressed') return this.#press(record, wish, now);
    return tellRecord({ register: this.register, dialogs, now }, record, wish);
  }

  /** Takes what a person entered; its id, null when there is no room. */
  enter(entered: EnteredRecord, now: number): string | null {
    if (this.register.get(entered.id)) return entered.id;
    if (!this.register.hasRoomFor(entered.kind)) return null;
    const record = enteredRecord(entered, now);
    this.register.put(record, now);
    this.register.note(record.id, now, 'you', { kind: 'seen', state: record.state, because: [] });
    return record.id;
  }

  keepSignIns(id: string, signIns: SignIns, now: number): void {
    const record = this.register.get(id);
    if (record?.kind !== 'vendor') return;
    // A log that cannot be read today takes nothing from what it told before.
    if (signIns.state !== 'read' && record.signIns?.state === 'read') return;
    this.register.put({ ...record, signIns }, now);
    if (signIns.state !== 'read') return;
    const unlisted = signIns.rows.filter(({ account }) => account === 'unlisted').length;
    this.register.note(id, now, 'you', { kind: 'signIns', count: signIns.rows.length, unlisted });
  }

  /** Brings everything that depends on time and on the dialogs up to date. */
  settle(settling: Settling): void {
    this.watch = settleRecords({ register: this.register, watch: this.watch, ...settling });
  }

  /** Reminders that were shown need not be shown again. */
  forgetShown(keys: ReadonlySet<string>): void {
    this.watch = { ...this.watch, outbox: this.watch.outbox.filter(({ key }) => !keys.has(key)) };
  }

  view(dialogs: Dialogs, settings: Settings, now: number): AccessView {
    return accessView(this.register.all, this.watch, dialogs, settings, now);
  }

  /** Everything, the newest first. */
  rows(dialogs: Dialogs): RegisterRow[] {
    const rows = this.register.all.map((record) => ({ ...record, dialogName: dialogNameOf(record, dialogs) }));
    return rows.sort((a, b) => b.requestedAt - a.requestedAt);
  }

  /** The portal's own button was pressed here: what it did, the next reading tells. */
  #press(record: AccessRecord, { messageId, button }: Extract<AccessWish, { type: 'pressed' }>, now: number): boolean {
    const copy = record.copies.find((each) => each.messageId === messageId);
    if (!copy) return false;
    const press = { chatId: copy.chatId, messageId, button, at: now };
    this.watch = { ...this.watch, presses: [press, ...this.watch.presses].slice(0, 10), hintedAt: now };
    return true;
  }
}
