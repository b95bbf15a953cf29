import { useId } from 'preact/hooks';
import type { LeftPortal, PortalStep } from '../../../domain/settings-file/plan.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { DifferenceTable, type Languages } from './DifferenceTable.tsx';
import type { LoadFilePartProps, ShownPreview } from './LoadFilePart.tsx';
import { skippedLine } from './skipped-words.ts';

interface ImportPreviewProps extends Pick<LoadFilePartProps, 'fileName' | 'languages' | 'now' | 'onTake' | 'onLeave'> {
  preview: ShownPreview;
  isTaking: boolean;
}

/** A portal more is opened by hand: who has many looks at those that matter. */
const OPEN_AT_MOST = 5;

/** What a file would change, before any of it is taken. */
export function ImportPreviewCard(props: ImportPreviewProps) {
  const { preview, isTaking, onTake, onLeave, languages } = props;
  const {
    allPortals: { load: words },
  } = useDashboardText();
  const { rows, steps } = preview.plan;
  const isNothing = rows.length + steps.length === 0;
  const isWeaker = [rows, ...steps.map((step) => step.rows)].flat().some((row) => row.isWeaker && row.lock === null);
  return (
    <div class="preview import-preview">
      <FileLine {...props} />
      {isNothing && <p>{words.nothing}</p>}
      {rows.length > 0 && (
        <div>
          <h4 class="field-label">{words.all}</h4>
          <DifferenceTable label={words.all} rows={rows} languages={languages} />
        </div>
      )}
      {steps.map((step) => (
        <Step
          key={`${step.address}|${step.userId}`}
          step={step}
          isOpen={steps.length <= OPEN_AT_MOST}
          languages={languages}
        />
      ))}
      <Left left={preview.plan.left} />
      <Skipped {...preview} />
      {isWeaker && (
        <p class="field-problem">
          <Icon name="near" />
          {words.weaker}
        </p>
      )}
      <div class="inline-actions">
        {!isNothing && (
          <button type="button" class="button strong" onClick={onTake}>
            {words.take}
          </button>
        )}
        <button type="button" class="text-button" onClick={onLeave}>
          {words.leave}
        </button>
        <span class="quiet" role="status">
          {isTaking ? words.taking : ''}
        </span>
      </div>
    </div>
  );
}

function FileLine({ fileName, preview, now }: ImportPreviewProps) {
  const text = useText();
  const {
    allPortals: { load: words },
  } = useDashboardText();
  const { savedAt } = preview;
  return (
    <p class="quiet" role="status" dir="auto">
      {words.file(fileName, savedAt === null ? null : text.time(savedAt, now))}
    </p>
  );
}

interface StepProps {
  step: PortalStep;
  isOpen: boolean;
  languages: Languages;
}

/** What would change of one portal. */
function Step({ step, isOpen, languages }: StepProps) {
  const {
    allPortals: { load: words },
  } = useDashboardText();
  const { isNew, rows, notes, noteCounts, records, knownRecords } = step;
  const name = nameOf(step, words.user);
  const lines = [
    isNew && words.isNew,
    notes.length > 0 && words.notes(noteCounts.added, noteCounts.filled),
    noteCounts.differing > 0 && words.differing(noteCounts.differing),
    records.length > 0 && words.records(records.length),
    knownRecords > 0 && words.knownRecords(knownRecords),
  ].filter((line) => line !== false);
  return (
    <details open={isOpen}>
      <summary dir="auto">{name}</summary>
      {rows.length > 0 && <DifferenceTable label={name} rows={rows} languages={languages} />}
      {lines.length > 0 && (
        <ul class="bulleted">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </details>
  );
}

/** The address tells portals apart that the file calls alike. */
function nameOf({ address, userId }: Pick<LeftPortal, 'address' | 'userId'>, user: (id: string) => string): string {
  const place = address.replace(/^https:\/\//, '');
  return userId === null ? place : `${place}, ${user(userId)}`;
}

function Left({ left }: { left: readonly LeftPortal[] }) {
  const {
    allPortals: { load: words },
  } = useDashboardText();
  const id = useId();
  if (left.length === 0) return null;
  return (
    <div class="refused">
      <p class="field-label" id={id}>
        {words.left}
      </p>
      <ul class="refused-lines" aria-labelledby={id}>
        {left.map((portal) => (
          <li key={`${portal.address}|${portal.userId}`}>
            <span dir="auto">{nameOf(portal, words.user)}</span>: {words.why[portal.why]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Skipped({ skipped, skippedCount }: Pick<ShownPreview, 'skipped' | 'skippedCount'>) {
  const {
    allPortals: { load: words },
  } = useDashboardText();
  if (skippedCount === 0) return null;
  const lines = [...new Set(skipped.map((each) => skippedLine(each, words)))];
  return (
    <div class="refused">
      <p class="field-problem">
        <Icon name="near" />
        {words.skipped(skippedCount)}
      </p>
      <ul class="refused-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {skippedCount > skipped.length && <p class="quiet">{words.moreSkipped(skippedCount - skipped.length)}</p>}
    </div>
  );
}
