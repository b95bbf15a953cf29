import { isKnown } from '../../../domain/chatapp/facts.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Blank } from './Blank.tsx';
import { useExplainer } from './explainer-context.ts';
import type { AreaProps } from './explainer-place.ts';
import { LinePicker } from './LinePicker.tsx';
import { type RenderFile, WhoCanView } from './WhoCanView.tsx';

/** One line: who can start a conversation on it. */
export function LineArea({ place, onMove, renderFile }: AreaProps<'line'> & { renderFile: RenderFile }) {
  const { explainer } = useDashboardText();
  const { whoCan: words, none, source } = explainer;
  const { facts, lines, directory } = useExplainer();
  if (!isKnown(facts.lines)) {
    const { title, text } = none.linesFailed;
    return <Blank title={title} text={text(source.nowhere[facts.lines.why])} />;
  }
  const [only] = lines;
  if (!only) return <Blank {...none.noLines} />;
  const line = place.line ?? (lines.length === 1 ? only.id : null);
  return (
    <>
      <p class="quiet">{words.lead}</p>
      <search class="toolbar" aria-label={explainer.line.label}>
        <LinePicker line={line} none={words.chooseLine} onLine={(next) => onMove({ view: 'line', line: next })} />
      </search>
      {line !== null && !directory.lines.has(line) && <Blank {...none.goneLine} />}
      {line !== null && directory.lines.has(line) && (
        <WhoCanView
          key={line}
          line={line}
          renderFile={renderFile}
          onExplain={(employee) => onMove({ view: 'employee', employee, line })}
        />
      )}
    </>
  );
}
