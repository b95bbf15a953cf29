import { useMemo } from 'preact/hooks';
import { asSentence, verdictSentence } from '../../../domain/chatapp/explain-sentences.ts';
import type { Employee } from '../../../domain/chatapp/facts.ts';
import { clauseOf } from '../../../domain/chatapp/finding.ts';
import type { Gate } from '../../../domain/chatapp/gates.ts';
import { type Comparison, compareEmployees, STAGES } from '../../../domain/chatapp/who-can.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { alikeGates } from './alike-gates.ts';
import { useExplainer } from './explainer-context.ts';
import { StateMark, VerdictMark } from './VerdictMark.tsx';

interface CompareViewProps {
  pair: readonly [Employee, Employee];
  line: string | null;
  onExplain: (id: string) => void;
}

/** Two employees side by side: the answers, then what differs, then what does not. */
export function CompareView({ pair, line, onExplain }: CompareViewProps) {
  const [one, other] = pair;
  const { explainer } = useDashboardText();
  const { compare: words } = explainer;
  const { facts } = useExplainer();
  const comparison = useMemo(() => compareEmployees([one, other], facts, line), [one, other, facts, line]);
  const { parting, differences } = comparison;
  const told = parting
    ? words.parting(explainer.stage[parting])
    : differences.length > 0
      ? words.sameButGates
      : words.same;
  return (
    <article class="explain-pair">
      <p class="explain-pair-told" role="status">
        {asSentence(told)}
      </p>
      <table class="compare-table">
        <thead>
          <tr>
            <th scope="col">{words.gate}</th>
            {pair.map(({ id, name }) => (
              <th key={id} scope="col">
                <span class="cell-name" dir="auto">
                  {name}
                </span>
                <button
                  type="button"
                  class="text-button"
                  aria-label={words.explain(name)}
                  onClick={() => onExplain(id)}
                >
                  {words.more}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <Verdicts comparison={comparison} />
        <Differences comparison={comparison} />
      </table>
      <Alike comparison={comparison} />
    </article>
  );
}

function Verdicts({ comparison }: { comparison: Comparison }) {
  const { explainer } = useDashboardText();
  const { wording } = useExplainer();
  const { first, second, parting } = comparison;
  return (
    <tbody>
      {STAGES.map((id) => (
        <tr key={id} data-parting={id === parting}>
          <th scope="row">{explainer.stage[id]}</th>
          {[first, second].map((each) => (
            <td key={each.employee.id}>
              <VerdictMark verdict={each.stages[id].verdict} word={explainer.verdictWord[each.stages[id].verdict]} />
              <p dir="auto">{verdictSentence(each, id, wording)}</p>
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Differences({ comparison: { differences } }: { comparison: Comparison }) {
  const { explainer } = useDashboardText();
  if (differences.length === 0) return null;
  return (
    <tbody>
      <tr class="compare-part">
        <th scope="rowgroup" colSpan={3}>
          {explainer.compare.differences}
        </th>
      </tr>
      {differences.map(({ stage, first, second }) => {
        const gate = first ?? second;
        return (
          gate && (
            <tr key={`${stage} ${gate.id}`}>
              <th scope="row">
                {explainer.gate[gate.id]}
                <span class="quiet compare-stage">{explainer.stage[stage]}</span>
              </th>
              <GateCell gate={first} />
              <GateCell gate={second} />
            </tr>
          )
        );
      })}
    </tbody>
  );
}

function GateCell({ gate }: { gate: Gate | null }) {
  const { explainer } = useDashboardText();
  const { directory } = useExplainer();
  if (!gate) return <td class="quiet">{explainer.compare.notMet}</td>;
  return (
    <td>
      <StateMark state={gate.state} opens={gate.opens} word={explainer.state[gate.state]} />
      <p dir="auto">{asSentence(clauseOf(gate, directory, explainer))}</p>
    </td>
  );
}

function Alike({ comparison }: { comparison: Comparison }) {
  const { explainer } = useDashboardText();
  const { directory } = useExplainer();
  const alike = alikeGates(comparison);
  if (alike.length === 0) return null;
  return (
    <details class="alike">
      <summary>{explainer.compare.alike(alike.length)}</summary>
      <ul class="plain-list">
        {alike.map(({ stage, gate }) => (
          <li key={`${stage} ${gate.id}`} dir="auto">
            <strong>{explainer.gate[gate.id]}</strong>: {asSentence(clauseOf(gate, directory, explainer))}
          </li>
        ))}
      </ul>
    </details>
  );
}
