import type { RuleProblem } from '../../../domain/rules/view.ts';
import { Icon } from '../../Icon.tsx';
import { useRunsText } from '../runs/runs-text-context.ts';

/** What is wrong in a document, place by place, and what to do about it. */
export function ProblemList({ problems }: { problems: readonly RuleProblem[] }) {
  const { problem: words, transfer } = useRunsText().runs;
  if (problems.length === 0) return null;
  return (
    <div class="refused">
      <p class="field-problem" role="alert">
        <Icon name="near" />
        {transfer.load.problems(problems.length)}
      </p>
      <ul class="refused-lines">
        {problems.map(({ path, problem }) => (
          <li key={`${path} ${problem}`}>
            {words[problem].what}. {words[problem].next}.{' '}
            {path !== '' && (
              <span class="quiet" dir="auto">
                {transfer.load.at(path)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
