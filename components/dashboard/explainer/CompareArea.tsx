import type { Employee } from '../../../domain/chatapp/facts.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Blank } from './Blank.tsx';
import { CompareView } from './CompareView.tsx';
import { EmployeePicker } from './EmployeePicker.tsx';
import { useExplainer } from './explainer-context.ts';
import type { AreaProps } from './explainer-place.ts';
import { LinePicker } from './LinePicker.tsx';

/** Two employees, picked one after the other. */
export function CompareArea({ place, onMove }: AreaProps<'compare'>) {
  const { explainer } = useDashboardText();
  const { compare: words, picker } = explainer;
  const { byId } = useExplainer();
  const { first, second, line } = place;
  const pair = [first, second].map((id) => (id === null ? null : byId.get(id)));
  const [one, other] = pair;
  const again = () => onMove({ ...place, first: null, second: null });
  return (
    <>
      <p class="quiet">{words.lead}</p>
      <search class="toolbar" aria-label={explainer.line.label}>
        <LinePicker line={line} none={explainer.line.any} onLine={(next) => onMove({ ...place, line: next })} />
      </search>
      {pair.includes(undefined) ? (
        <Blank {...explainer.none.goneEmployee}>
          <button type="button" class="button" onClick={again}>
            {words.another}
          </button>
        </Blank>
      ) : (
        <>
          <Pair
            pair={[one ?? null, other ?? null]}
            onSwap={() => onMove({ ...place, first: second, second: first })}
            onAgain={again}
          />
          {!one && (
            <EmployeePicker
              key="first"
              label={picker.first}
              except={second}
              onPick={(id) => onMove({ ...place, first: id })}
            />
          )}
          {one && !other && (
            <EmployeePicker
              key="second"
              label={picker.second}
              except={one.id}
              takesFocus
              onPick={(id) => onMove({ ...place, second: id })}
            />
          )}
          {one && other && (
            <CompareView
              pair={[one, other]}
              line={line}
              onExplain={(employee) => onMove({ view: 'employee', employee, line })}
            />
          )}
        </>
      )}
    </>
  );
}

interface PairProps {
  pair: readonly [Employee | null, Employee | null];
  onSwap: () => void;
  onAgain: () => void;
}

/** Who has been picked, and the way back. */
function Pair({ pair: [one, other], onSwap, onAgain }: PairProps) {
  const { explainer } = useDashboardText();
  const { compare: words, picker } = explainer;
  if (!one) return null;
  return (
    <div class="inline-actions">
      {!other && (
        <p dir="auto">
          {picker.first}: <strong>{one.name}</strong>
        </p>
      )}
      {other && (
        <button type="button" class="button" onClick={onSwap}>
          {words.swap}
        </button>
      )}
      <button type="button" class="button" onClick={onAgain}>
        {words.another}
      </button>
    </div>
  );
}
