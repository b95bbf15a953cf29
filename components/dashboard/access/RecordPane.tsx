import type { ComponentChildren } from 'preact';
import { accessTitle } from '../../../domain/access/sentences.ts';
import { useHeldFocus } from '../../held-focus.ts';
import { Icon } from '../../Icon.tsx';
import { useAccessText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Checklist } from './Checklist.tsx';
import { CorrectionForm, type CorrectionFormProps } from './CorrectionForm.tsx';
import { ANSWERS_OF } from './correction.ts';
import { HistoryList, type HistoryListProps } from './HistoryList.tsx';
import { Judgements } from './Judgements.tsx';
import { News, WhereElse } from './News.tsx';
import { iconOf, markToneOf } from './now-words.ts';
import { RecordFacts } from './RecordFacts.tsx';
import { Rest } from './Rest.tsx';
import type { RecordActions, RecordNews } from './record-actions.ts';
import { titleOfRecord } from './record-words.ts';
import { groupOf } from './register-rows.ts';
import { SignInsPart, type SignInsPartProps } from './SignInsPart.tsx';

export interface RecordPaneProps
  extends Omit<RecordActions, 'onDetails'>,
    HistoryListProps,
    Omit<SignInsPartProps, 'signIns'>,
    Omit<CorrectionFormProps, 'onClose'> {
  news: RecordNews | null;
  isCorrecting: boolean;
  onCorrecting: (isCorrecting: boolean) => void;
  onClose: () => void;
}

/** Everything that is known of one record, and what a person has to say of it. */
export function RecordPane(props: RecordPaneProps) {
  const access = useAccessText();
  const { register } = useDashboardText();
  const { row, now, onClose, isCorrecting, onCorrecting } = props;
  const title = titleOfRecord(row, { access, register });
  const pane = useHeldFocus<HTMLElement>();
  const canCorrect = ANSWERS_OF[row.kind].length > 0;
  return (
    <aside
      class="pane"
      aria-label={register.detailsNamed(title)}
      tabIndex={-1}
      ref={pane}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onClose()}
    >
      <PaneHead title={title} onClose={onClose} />
      <p class="mark" data-tone={markToneOf(row)}>
        <Icon name={iconOf(row)} />
        {accessTitle(access, row, now)}
      </p>
      <Ways {...props} />
      <RecordFacts row={row} now={now} />
      {canCorrect && (
        <Fold label={register.form.correct} isOpen={isCorrecting} onToggle={() => onCorrecting(!isCorrecting)}>
          <CorrectionForm {...props} onClose={() => onCorrecting(false)} />
        </Fold>
      )}
      {row.kind !== 'integrator' && <Checklist row={row} />}
      {row.kind === 'vendor' && row.startsAt !== null && <SignInsPart {...props} signIns={row.signIns} />}
      <HistoryList {...props} />
    </aside>
  );
}

interface PaneHeadProps {
  title: string;
  onClose: () => void;
}

function PaneHead({ title, onClose }: PaneHeadProps) {
  const { register } = useDashboardText();
  return (
    <div class="pane-head">
      <h2 class="pane-title" dir="auto">
        {title}
      </h2>
      <button
        type="button"
        class="icon-button"
        aria-label={register.pane.close}
        title={register.pane.close}
        onClick={onClose}
      >
        <Icon name="cross" size={16} />
      </button>
    </div>
  );
}

interface FoldProps {
  label: string;
  isOpen: boolean;
  onToggle: () => void;
  children: ComponentChildren;
}

function Fold({ label, isOpen, onToggle, children }: FoldProps) {
  return (
    <div class="desk-part">
      <button type="button" class="button fold" aria-expanded={isOpen} onClick={onToggle}>
        <Icon name="chevron" />
        {label}
      </button>
      {isOpen && children}
    </div>
  );
}

/** Ways to the message, and what else can be done. */
function Ways(props: RecordPaneProps) {
  const { register } = useDashboardText();
  const { row, now, news } = props;
  const group = groupOf(row);
  const isRunning = row.kind === 'vendor' && group === 'running';
  const openWords = isRunning
    ? register.revoke
    : group === 'open' && row.kind !== 'lookalike'
      ? register.open
      : register.openMessage;
  const canOpen = row.kind !== 'integrator' && (row.copies.length > 0 || group !== 'past');
  return (
    <div class="now-card-actions">
      <div class="inline-actions">
        {canOpen && (
          <button type="button" class="button strong" onClick={() => props.onOpen(row)}>
            {openWords}
          </button>
        )}
        <Judgements row={row} onTell={props.onTell} />
        {(row.kind === 'vendor' || row.kind === 'partner') && (group === 'open' || isRunning) && (
          <Rest
            until={row.snoozedUntil}
            now={now}
            onSnooze={(choice) => props.onSnooze(row, choice)}
            onUnsnooze={() => props.onUnsnooze(row)}
          />
        )}
      </div>
      <News news={news?.id === row.id ? news : null} />
      {isRunning && <WhereElse />}
    </div>
  );
}

/** A record that the address names and the register does not have. */
export function NoRecordPane({ onClose }: { onClose: () => void }) {
  const { register } = useDashboardText();
  const pane = useHeldFocus<HTMLElement>();
  return (
    <aside class="pane" aria-label={register.pane.gone} tabIndex={-1} ref={pane}>
      <p>{register.pane.gone}</p>
      <button type="button" class="button" onClick={onClose}>
        {register.pane.close}
      </button>
    </aside>
  );
}
