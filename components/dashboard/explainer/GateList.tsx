import type { Ambiguity } from '../../../domain/chatapp/ambiguities.ts';
import { lineWords } from '../../../domain/chatapp/directory.ts';
import { asSentence, marketPlaceOf, sourceWords } from '../../../domain/chatapp/explain-sentences.ts';
import { clauseOf } from '../../../domain/chatapp/finding.ts';
import type { Gate } from '../../../domain/chatapp/gates.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useExplainer } from './explainer-context.ts';
import { StateMark } from './VerdictMark.tsx';

interface GateListProps {
  label: string;
  gates: readonly Gate[];
  /** Ambiguities that are told above already. */
  told: readonly Ambiguity[];
  isDeciding: (gate: Gate) => boolean;
  isLookedAt: (gate: Gate) => boolean;
}

/** The gates of a stage in the order in which they are passed. */
export function GateList({ label, gates, told, isDeciding, isLookedAt }: GateListProps) {
  return (
    <ol class="gates" aria-label={label}>
      {gates.map((gate) => (
        <GateItem
          key={gate.id}
          gate={gate}
          ambiguity={gate.ambiguity && told.includes(gate.ambiguity) ? null : gate.ambiguity}
          isDeciding={isDeciding(gate)}
          isLookedAt={isLookedAt(gate)}
        />
      ))}
    </ol>
  );
}

interface GateItemProps {
  gate: Gate;
  ambiguity: Ambiguity | null;
  isDeciding: boolean;
  isLookedAt: boolean;
}

function GateItem({ gate, ambiguity, isDeciding, isLookedAt }: GateItemProps) {
  const { explainer: words } = useDashboardText();
  const { directory, wording } = useExplainer();
  const { id, state, opens, rule } = gate;
  return (
    <li class="gate" data-deciding={isDeciding} data-looked={isLookedAt}>
      <div class="gate-head">
        <p class="gate-name">{words.gate[id]}</p>
        <StateMark state={state} opens={opens} word={words.state[state]} />
        {isDeciding && <strong class="gate-flag">{words.gates.decides}</strong>}
        {isLookedAt && <strong class="gate-flag">{words.gates.lookHere}</strong>}
      </div>
      <p class="gate-found" dir="auto">
        {asSentence(clauseOf(gate, directory, words))}
      </p>
      {ambiguity && <p>{words.ambiguity[ambiguity]}</p>}
      <p class="quiet gate-facts">
        <span>{asSentence(words.opens[opens])}</span>
        <span dir="auto">{asSentence(sourceWords(gate, wording))}</span>
        <RuleName rule={rule} />
      </p>
      {state !== 'exempt' && <PlaceButton gate={gate} isStrong={isDeciding && opens !== 'yes'} />}
    </li>
  );
}

/** The id of a rule, with what it says. */
export function RuleName({ rule }: { rule: Gate['rule'] }) {
  const { explainer: words } = useDashboardText();
  return <span title={words.rule[rule]}>{rule === 'platform' ? words.platform : words.ruleName(rule)}</span>;
}

function PlaceButton({ gate: { place, id }, isStrong }: { gate: Gate; isStrong: boolean }) {
  const { explainer: words } = useDashboardText();
  const { directory, onPlace } = useExplainer();
  const isLine = place.kind === 'lineQueue' && place.line !== null;
  const name = isLine ? words.placeOfLine(lineWords(place.line, directory, words)) : words.place[place.kind];
  return (
    <button
      type="button"
      class={isStrong ? 'button' : 'text-button'}
      aria-label={`${name}: ${words.gate[id]}`}
      onClick={() => onPlace(marketPlaceOf(place))}
    >
      {name}
    </button>
  );
}
