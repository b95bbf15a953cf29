import type { GovernanceView } from '../../../domain/governance.ts';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';

/** That the organisation has fixed something, and what of its policy could not be followed. */
export function PolicyPart({ governance: { isManaged, problems } }: { governance: GovernanceView }) {
  const { allPortals } = useDashboardText();
  const { policy: words } = allPortals;
  if (!isManaged && problems.length === 0) return null;
  return (
    <section class="setting-part" aria-label={words.title}>
      <div>
        <h3 class="part-title">{words.title}</h3>
        {isManaged && <p class="quiet">{words.text}</p>}
      </div>
      {problems.length > 0 && (
        <div class="refused">
          <p class="field-problem">
            <Icon name="near" />
            {words.problems}
          </p>
          <ul class="refused-lines">
            {problems.map(({ name, entry }, index) => (
              // Two problems may read the same, and none of them ever moves.
              <li key={index}>
                <code dir="auto">{`${name}: ${entry}`}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
