import type { Check, CheckResult } from '../../../domain/market/checks.ts';
import { Icon, type IconName } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';

const SIGN: Record<CheckResult, { icon: IconName; tone: string }> = {
  ok: { icon: 'roomy', tone: 'good' },
  warn: { icon: 'near', tone: 'warning' },
  stop: { icon: 'near', tone: 'danger' },
  couldNotRead: { icon: 'unread', tone: 'quiet' },
};

/** What was looked at before an uninstallation, and what to do about it. */
export function RunChecks({ checks }: { checks: readonly Check[] }) {
  const {
    chatapp: {
      reinstall: { checks: words },
    },
  } = useDashboardText();
  return (
    <div class="run-part">
      <h3 class="now-card-title">{words.heading}</h3>
      {checks.length === 0 && <p class="quiet">{words.none}</p>}
      <ul class="run-checks">
        {checks.map(({ name, result }) => (
          <li key={name} data-result={result}>
            <p class="mark" data-tone={SIGN[result].tone}>
              <Icon name={SIGN[result].icon} />
              <span>
                {words.name[name]}: {words.result[result]}
              </span>
            </p>
            <p class="quiet">{words.todo[name][result]}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
