import { useId } from 'preact/hooks';
import { OPEN_PLACES, type OpenPlace } from '../../../domain/rules/rule.ts';
import type { RenderedAction } from '../../../domain/rules/run.ts';
import type { RulesView } from '../../../domain/rules/view.ts';
import { type RenderedPart as Part, RENDERED_PARTS } from '../../../domain/runs-text.ts';
import { findSecrets, maskSecrets } from '../../../domain/secrets.ts';
import { CallBody } from './CallBody.tsx';
import { type RunsWords, useRunsText } from './runs-text-context.ts';

export interface RenderedPartProps {
  rendered: RenderedAction;
  view: Pick<RulesView, 'destinations'>;
}

const masked = (text: string): string => maskSecrets(text, findSecrets(text));

/** An action with everything filled in: its texts, what is sent, and where it goes. */
export function RenderedPart({ rendered, view }: RenderedPartProps) {
  const words = useRunsText();
  const { trace } = words.runs;
  const { action, body, goesTo } = rendered;
  const id = useId();
  return (
    <section class="pane-part" aria-labelledby={id}>
      <h4 class="section-title" id={id}>
        {trace.action}: {words.rules.actionName[action.kind]}
      </h4>
      <dl class="facts pane-facts">
        {partsOf(action, words, view).map(({ part, value }) => (
          <Fact key={part} name={trace.part[part]} value={value} />
        ))}
        <Fact name={trace.goesTo} value={goesTo === '' ? trace.staysHere : goesTo} />
      </dl>
      {body !== null && (
        <>
          <CallBody label={trace.body} body={body} />
          <p class="quiet">{trace.masked}</p>
        </>
      )}
    </section>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd class="filled-text" dir="auto">
      {value}
    </dd>
  </>
);

function partsOf(action: RenderedAction['action'], words: RunsWords, view: RenderedPartProps['view']) {
  const fields = new Map<string, unknown>(Object.entries(action));
  return RENDERED_PARTS.flatMap((part) => {
    const value = fields.get(part);
    if (value === undefined || value === null || value === '') return [];
    return { part, value: partText(part, value, words, view) };
  });
}

function partText(part: Part, value: unknown, { rules, runs }: RunsWords, view: RenderedPartProps['view']): string {
  if (part === 'place' && isPlace(value)) return rules.place[value];
  const destination = view.destinations.find(({ id }) => id === value);
  if (part === 'destination') return destination?.name ?? runs.call.noDestination.what;
  if (part === 'through' && (value === 'session' || value === 'form')) return runs.trace.through[value];
  if (part === 'through') return destination?.name ?? runs.call.noDestination.what;
  return masked(String(value));
}

const isPlace = (value: unknown): value is OpenPlace => OPEN_PLACES.some((place) => place === value);
