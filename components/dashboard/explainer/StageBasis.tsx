import type { Stage } from '../../../domain/chatapp/stage.ts';
import { useDashboardText } from '../dashboard-text-context.ts';

/** What an answer rests on: rules, rows of the table, and what is not stated beside it. */
export function StageBasis({ stage: { rules, rows, aside } }: { stage: Stage }) {
  const { explainer: words } = useDashboardText();
  return (
    <div class="stage-basis">
      {aside.length > 0 && (
        <div>
          <p class="quiet">{words.aside}</p>
          {aside.map((each) => (
            <p key={each}>{words.ambiguity[each]}</p>
          ))}
        </div>
      )}
      <div>
        <p class="quiet">{words.gates.basis}</p>
        <ul class="plain-list">
          {rules.map((rule) => (
            <li key={rule}>
              {rule === 'platform' ? words.platform : words.ruleName(rule)}: {words.rule[rule]}
            </li>
          ))}
        </ul>
        <p class="quiet">{words.gates.rows([...rows].sort((one, other) => one - other).join(', '))}</p>
      </div>
    </div>
  );
}
