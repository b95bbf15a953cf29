import { LONGEST_DRAFT, LONGEST_TOPIC } from '../../domain/drafts.ts';
import { useCardText } from '../text-context.ts';
import { CardActions, CardLead, CardShell } from './CardShell.tsx';
import { CopyButton } from './CopyButton.tsx';
import { LanguageToggle } from './LanguageToggle.tsx';
import { Check } from './QuestionCheck.tsx';
import type { QuestionCardProps } from './question-props.ts';
import { SavingLine, TextField } from './TextField.tsx';

/** Prepares a question so that support can answer without asking back. */
export function QuestionCard(props: QuestionCardProps) {
  const { question } = useCardText();
  return (
    <CardShell {...props} kind="question" title={question.title}>
      <CardLead>
        <p>{question.what}</p>
      </CardLead>
      <Templates {...props} />
      <Parts {...props} />
      <Facts {...props} />
      <div class="field-with-toggle">
        <TextField label={question.preview} value={props.preview} rows={6} lang={props.language} />
        <LanguageToggle language={props.language} onLanguage={props.onLanguage} />
      </div>
      <Check {...props} />
      <SavingLine saving={props.saving} text={props.preview} onCopy={props.onCopy} />
      <Actions {...props} />
    </CardShell>
  );
}

const PARTS = ['steps', 'expected', 'actual'] as const;

function Parts({ form, onChange }: QuestionCardProps) {
  const { question } = useCardText();
  return (
    <>
      <TextField
        label={question.topic}
        value={form.topic}
        maxLength={LONGEST_TOPIC}
        onChange={(topic) => onChange({ ...form, topic })}
      />
      {PARTS.map((part) => (
        <TextField
          key={part}
          label={question.part[part]}
          hint={question.partHint[part]}
          value={form[part]}
          rows={part === 'steps' ? 4 : 2}
          maxLength={LONGEST_DRAFT}
          onChange={(value) => onChange({ ...form, [part]: value })}
        />
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={form.hasScreenshot}
          onChange={(event) => onChange({ ...form, hasScreenshot: event.currentTarget.checked })}
        />
        <span class="desk-row-words">
          {question.screenshot}
          <span class="quiet">{question.screenshotHint}</span>
        </span>
      </label>
    </>
  );
}

function Facts({ facts, onFact }: QuestionCardProps) {
  const { question } = useCardText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings the page's own looks along.
    <div class="desk-part" role="group" aria-label={question.facts}>
      <p class="section-title">{question.facts}</p>
      {facts.length === 0 && <p class="quiet">{question.noFacts}</p>}
      {facts.map(({ fact, value, isIncluded }) => (
        <label key={fact} class="check">
          <input type="checkbox" checked={isIncluded} onChange={(event) => onFact(fact, event.currentTarget.checked)} />
          <span class="desk-row-words">
            <span class="quiet">{question.fact[fact]}</span>
            <span dir="auto">{value}</span>
          </span>
        </label>
      ))}
    </div>
  );
}

function Templates({ templates, onTemplate }: QuestionCardProps) {
  const { question } = useCardText();
  if (templates.length === 0) return null;
  return (
    <details class="desk-details">
      <summary>{question.templates}</summary>
      <ul class="desk-rows">
        {templates.map(({ id, label, text }) => (
          <li key={id} class="desk-row">
            <span class="desk-row-words">
              <span class="desk-row-name">{label}</span>
              <span class="quiet template-text" dir="auto">
                {text}
              </span>
            </span>
            <button
              type="button"
              class="text-button"
              aria-label={`${question.useTemplate}: ${label}`}
              onClick={() => onTemplate(id)}
            >
              {question.useTemplate}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Actions({ target, preview, form, onPlace, onPark, onCopy }: QuestionCardProps) {
  const { question } = useCardText();
  const isEmpty = [form.topic, form.steps, form.expected, form.actual].every((part) => part.trim() === '');
  const unlessEmpty = (act: () => void) => () => {
    if (!isEmpty) act();
  };
  const why = isEmpty ? question.empty : undefined;
  return (
    <CardActions>
      {target !== null && (
        <button
          type="button"
          class="button strong"
          aria-disabled={isEmpty}
          title={why}
          onClick={unlessEmpty(() => onPlace(preview))}
        >
          {question.put(target.name)}
        </button>
      )}
      <button
        type="button"
        class={target === null ? 'button strong' : 'button'}
        aria-disabled={isEmpty}
        title={why}
        onClick={unlessEmpty(onPark)}
      >
        {question.park}
      </button>
      <CopyButton text={preview} onCopy={onCopy} label={question.copy} />
    </CardActions>
  );
}
