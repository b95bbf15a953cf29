import { useEffect, useId, useRef } from 'preact/hooks';
import type { DestinationView } from '../../../domain/rules/destination.ts';
import type { DestinationRefusal, Trouble } from '../../../domain/runs-text.ts';
import { TextField } from '../../cards/TextField.tsx';
import { ChoiceField } from '../../dashboard/access/fields.tsx';
import { useReadOnly } from '../../dashboard/read-only-context.ts';
import { Icon } from '../../Icon.tsx';
import { useRunsText } from '../runs/runs-text-context.ts';
import type { DestinationForm } from './destination-form.ts';
import { KeyFields } from './KeyFields.tsx';

/** What became of the last attempt to save. */
export type SaveOutcome = { kind: 'saving' } | { kind: 'refused'; refusal: DestinationRefusal };

export interface DestinationEditorProps {
  form: DestinationForm;
  /** The one that is changed; null: a new one. */
  known: DestinationView | null;
  outcome: SaveOutcome | null;
  onChange: (changes: Partial<DestinationForm>) => void;
  /** In the press itself: the browser asks for a permission only then. */
  onSubmit: () => void;
  onCancel: () => void;
}

/** Sets up a destination; what was typed stays whatever the answer is. */
export function DestinationEditor(props: DestinationEditorProps) {
  const { form, known, outcome, onChange, onSubmit, onCancel } = props;
  const { form: words, kind: kinds, refusal } = useRunsText().runs.destination;
  const isReadOnly = useReadOnly();
  const isSaving = outcome?.kind === 'saving';
  const title = known ? words.change(known.name) : words.new;
  return (
    <form
      class="add-portal"
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReadOnly && !isSaving) onSubmit();
      }}
    >
      <h3 class="part-title">{title}</h3>
      <fieldset class="plain-fields" disabled={isReadOnly}>
        <TextField
          label={words.name}
          hint={words.nameHint}
          value={form.name}
          maxLength={100}
          takesFocus
          problem={outcome?.kind === 'refused' && outcome.refusal === 'noName' ? troubleLine(refusal.noName) : null}
          onChange={(name) => onChange({ name })}
        />
        <ChoiceField
          label={words.kind}
          value={form.kind}
          options={(['webhook', 'portal'] as const).map((kind) => [kind, `${kinds[kind].title}: ${kinds[kind].text}`])}
          onChange={(kind) => onChange({ kind: kind === 'portal' ? 'portal' : 'webhook' })}
        />
        <AddressField {...props} />
        {form.kind === 'webhook' && <KeyFields {...props} />}
        <Switches {...props} />
        <p class="quiet">{words.willAsk}</p>
        <RefusalLine outcome={outcome} />
        <div class="inline-actions">
          <button type="submit" class="button strong" aria-disabled={isSaving}>
            {words.save}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      </fieldset>
    </form>
  );
}

const OF_OTHER_FIELDS: readonly DestinationRefusal[] = ['noName', 'denied', 'failed'];

/** What is wrong and what to do, on one line. */
const troubleLine = ({ what, next }: Trouble): string => `${what}. ${next}.`;

function AddressField(props: DestinationEditorProps) {
  const { form, known, outcome, onChange } = props;
  const { form: words, refusal } = useRunsText().runs.destination;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const isRefused = outcome?.kind === 'refused' && !OF_OTHER_FIELDS.includes(outcome.refusal);
  const problem = outcome?.kind === 'refused' ? troubleLine(refusal[outcome.refusal]) : '';
  // The next step is to change what stands there.
  useEffect(() => {
    if (isRefused) field.current?.focus();
  }, [outcome]);
  return (
    <div class="field-group">
      <label class="field-label" for={id}>
        {words.address}
      </label>
      <p class="quiet" id={`${id}-hint`}>
        {words.addressHint[form.kind]} {known && `${words.addressKept(known.maskedAddress)}.`}
      </p>
      <input
        id={id}
        ref={field}
        class="field"
        type="text"
        inputMode="url"
        dir="ltr"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={2_000}
        value={form.address}
        aria-invalid={isRefused || undefined}
        aria-describedby={`${id}-hint${isRefused ? ` ${id}-problem` : ''}`}
        onInput={({ currentTarget }) => onChange({ address: currentTarget.value })}
      />
      {isRefused && (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          <Icon name="near" />
          <span>{problem}</span>
        </p>
      )}
      {/^\s*http:/i.test(form.address) && (
        <p class="field-problem">
          <Icon name="near" />
          <span>{words.plainWarning}</span>
        </p>
      )}
    </div>
  );
}

function Switches({ form, onChange }: DestinationEditorProps) {
  const { form: words } = useRunsText().runs.destination;
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={form.isPrivateAllowed}
          onChange={({ currentTarget }) => onChange({ isPrivateAllowed: currentTarget.checked })}
        />
        <span>{words.private}</span>
      </label>
      {form.isPrivateAllowed && (
        <p class="field-problem">
          <Icon name="near" />
          <span>{words.privateWarning}</span>
        </p>
      )}
      {form.kind === 'webhook' && (
        <label class="check">
          <input
            type="checkbox"
            checked={form.knowsKeys}
            onChange={({ currentTarget }) => onChange({ knowsKeys: currentTarget.checked })}
          />
          <span>
            {words.repeats}
            <span class="check-hint quiet">{words.repeatsHint}</span>
          </span>
        </label>
      )}
    </>
  );
}

/** Refusals that are about no field. */
function RefusalLine({ outcome }: Pick<DestinationEditorProps, 'outcome'>) {
  const { refusal, form } = useRunsText().runs.destination;
  const told = outcome?.kind === 'refused' && ['denied', 'failed'].includes(outcome.refusal) ? outcome.refusal : null;
  return (
    <div class="add-outcome" role="status">
      {outcome?.kind === 'saving' && <p class="quiet">{form.saving}</p>}
      {told && (
        <p class="field-problem">
          <Icon name="near" />
          <span>{troubleLine(refusal[told])}</span>
        </p>
      )}
    </div>
  );
}
