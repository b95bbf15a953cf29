import type { Stage } from '../../../domain/chatapp/stage.ts';
import { useDashboardText } from '../dashboard-text-context.ts';

/** What an answer rests on: rules, and what is not stated beside it. */
export function StageBasis({ stage: { rules, aside } }: { stage: Stage }) {
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
      <details class="alike">
        <summary>{words.gates.basis}</summary>
        <ul class="plain-list">
          {rules.map((rule) => (
            <li key={rule}>
              {rule === 'platform' ? words.platform : words.ruleName(rule)}: {words.rule[rule]}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
