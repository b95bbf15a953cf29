/** The records of one portal while they are worked on: what changed, what is added to their history and the journal. */
import type { AccessRecord, HistoryChange, HistoryEntry } from '../../domain/access/record.ts';
import type { AccessJournalKind, JournalEntry } from '../../domain/journal.ts';

/** Far beyond what a portal has in its life; a page or a bot cannot fill the disk. */
const MOST_RECORDS = 5_000;
/** Warnings anybody can cause: they leave room for requests. */
const MOST_WARNINGS = 500;

export class Register {
  readonly #records: Map<string, AccessRecord>;
  readonly #changed = new Set<string>();
  readonly #history: HistoryEntry[] = [];
  readonly #entries: JournalEntry[] = [];

  constructor(records: readonly AccessRecord[]) {
    this.#records = new Map(records.map((record) => [record.id, record]));
  }

  get(id: string): AccessRecord | undefined {
    return this.#records.get(id);
  }

  get all(): AccessRecord[] {
    return [...this.#records.values()];
  }

  hasRoomFor(kind: AccessRecord['kind']): boolean {
    if (this.#records.size >= MOST_RECORDS) return false;
    return kind !== 'lookalike' || this.all.filter((record) => record.kind === kind).length < MOST_WARNINGS;
  }

  /** Keeps a record as it is now; the same object as before is no change. */
  put(record: AccessRecord, at: number): void {
    if (this.#records.get(record.id) === record) return;
    this.#records.set(record.id, { ...record, changedAt: at });
    this.#changed.add(record.id);
  }

  /** Adds a line to the history of a record. */
  note(recordId: string, at: number, by: HistoryEntry['by'], change: HistoryChange): void {
    this.#history.push({ recordId, at, by, change });
  }

  /** Adds to the portal's journal. */
  tell(kind: Exclude<AccessJournalKind, 'access.reminded'>, recordId: string, at: number): void {
    this.#entries.push({ at, kind, recordId });
  }

  record(entry: JournalEntry): void {
    this.#entries.push(entry);
  }

  takeChanges(): { changedGrants: AccessRecord[]; history: HistoryEntry[]; entries: JournalEntry[] } {
    const changedGrants = [...this.#changed].flatMap((id) => this.#records.get(id) ?? []);
    this.#changed.clear();
    return { changedGrants, history: this.#history.splice(0), entries: this.#entries.splice(0) };
  }
}
