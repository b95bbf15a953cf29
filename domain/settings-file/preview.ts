/** What is shown of a settings file before it is taken, and what became of it. */
import type { Refusal } from './file.ts';
import type { ImportPlan } from './plan.ts';

export type ImportPreview =
  | { why: Refusal }
  | {
      why: null;
      plan: ImportPlan;
      /** Stands for what the plan does: it is taken only while it would still do the same. */
      mark: string;
      /** Epoch ms at which the file was written; null: it does not say. */
      savedAt: number | null;
      /** Names of parts that were left out, and how many there were. */
      skipped: readonly { field: string; why: string }[];
      skippedCount: number;
    };

/** What was taken, in numbers. */
export interface TakenCounts {
  portals: number;
  settings: number;
  notes: number;
  records: number;
}

/**
 * `changed`: something is not as it was when it was shown, so nothing was taken; `readOnly` and `failed` likewise.
 * `partly`: each portal was taken wholly or not at all, and `missing` names those that were not.
 */
export type ImportOutcome =
  | ({ result: 'taken' } & TakenCounts)
  | ({ result: 'partly'; missing: readonly string[]; arePreferencesMissing: boolean } & TakenCounts)
  | { result: 'changed' | 'readOnly' | 'failed' };
