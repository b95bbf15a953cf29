import { useId } from 'preact/hooks';
import { lineName } from '../../../domain/chatapp/directory.ts';
import { isKnown } from '../../../domain/chatapp/facts.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useExplainer } from './explainer-context.ts';

interface LinePickerProps {
  line: string | null;
  onLine: (line: string | null) => void;
  /** What stands for no line. */
  none: string;
}

/** Picks a line; says why where there is none to pick. */
export function LinePicker({ line, onLine, none }: LinePickerProps) {
  const { explainer } = useDashboardText();
  const { line: words, none: empty, source } = explainer;
  const { facts, lines, directory } = useExplainer();
  const id = useId();
  if (!isKnown(facts.lines)) {
    return <p class="quiet tool-told">{empty.linesFailed.text(source.nowhere[facts.lines.why])}</p>;
  }
  if (lines.length === 0) return <p class="quiet tool-told">{empty.noLines.text}</p>;
  const isGone = line !== null && !directory.lines.has(line);
  return (
    <div class="tool">
      <label class="field-label" for={id}>
        {words.label}
      </label>
      <select
        id={id}
        class="field"
        value={line ?? ''}
        onChange={({ currentTarget }) => onLine(currentTarget.value || null)}
      >
        <option value="">{none}</option>
        {isGone && <option value={line}>{words.nameless(line)}</option>}
        {lines.map((each) => {
          const name = lineName(each.id, directory, explainer);
          return (
            <option key={each.id} value={each.id}>
              {each.isActive ? name : words.off(name)}
            </option>
          );
        })}
      </select>
    </div>
  );
}
