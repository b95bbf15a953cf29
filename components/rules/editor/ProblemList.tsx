import type { RuleProblem } from '../../../domain/rules/view.ts';
import { Icon } from '../../Icon.tsx';
import { useRulesText } from '../rules-text-context.ts';
import { useRunsText } from '../runs/runs-text-context.ts';
import { fieldId } from './fields.tsx';
import { placeWords, troubleText } from './problem-words.ts';

interface ProblemListProps {
  problems: readonly RuleProblem[];
  /** Fields to lead to are on show. */
  hasFields: boolean;
}

/** Everything that keeps the rule from being saved, each with the way to its field. */
export function ProblemList({ problems, hasFields }: ProblemListProps) {
  const words = useRulesText();
  const { editor } = words;
  const { problem: troubles } = useRunsText().runs;
  const trouble = ({ problem }: RuleProblem) => troubleText(troubles[problem]);
  // Another window has saved: correcting this document would not help.
  if (problems.some(({ path }) => path === 'version')) return <Line>{editor.conflict}</Line>;
  return (
    <div class="rule-problems">
      <Line>{editor.fix(problems.length)}</Line>
      <ul>
        {problems.map((each) => (
          <li key={`${each.path} ${each.problem}`}>
            <Place path={each.path} name={placeWords(each.path, words)} isLink={hasFields} /> {trouble(each)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ children }: { children: string }) {
  return (
    <p class="field-problem">
      <Icon name="near" />
      <span>{children}</span>
    </p>
  );
}

/** The name of a place; one without words by its path, as the JSON view has it. */
function Place({ path, name, isLink }: { path: string; name: string | null; isLink: boolean }) {
  if (name === null) return path === '' ? null : <code>{path}</code>;
  if (!isLink) return <strong>{name}.</strong>;
  return (
    <button type="button" class="text-button" onClick={() => document.getElementById(fieldId(path))?.focus()}>
      {name}
    </button>
  );
}
