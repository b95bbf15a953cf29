import { useState } from 'preact/hooks';
import type { Symptom } from '../../../domain/explainer-text.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Blank } from './Blank.tsx';
import { EmployeePicker } from './EmployeePicker.tsx';
import { EmployeeView } from './EmployeeView.tsx';
import { useExplainer } from './explainer-context.ts';
import type { AreaProps } from './explainer-place.ts';
import { SymptomPicker } from './SymptomPicker.tsx';

/** One employee: what is wrong, who, and on which line. */
export function EmployeeArea({ place, onMove }: AreaProps<'employee'>) {
  const { explainer: words } = useDashboardText();
  const { byId, book } = useExplainer();
  const [symptom, setSymptom] = useState<Symptom | null>(null);
  const [wasPicked, setWasPicked] = useState(false);
  const { employee: id, line } = place;
  const employee = id === null ? null : byId.get(id);
  const me = book.me.id;
  const canCompare = employee && byId.has(me) && me !== employee.id;
  const pick = (picked: string | null) => {
    setWasPicked(true);
    onMove({ ...place, employee: picked });
  };
  return (
    <>
      <SymptomPicker
        symptom={symptom}
        onSymptom={setSymptom}
        hasEmployee={Boolean(employee)}
        onCompareWithMe={canCompare ? () => onMove({ view: 'compare', first: me, second: employee.id, line }) : null}
      />
      {employee === null && <EmployeePicker label={words.picker.label} takesFocus={wasPicked} onPick={pick} />}
      {employee === undefined && (
        <Blank {...words.none.goneEmployee}>
          <button type="button" class="button" onClick={() => pick(null)}>
            {words.picker.another}
          </button>
        </Blank>
      )}
      {employee && (
        <EmployeeView
          key={employee.id}
          employee={employee}
          line={line}
          symptom={symptom}
          onLine={(next) => onMove({ ...place, line: next })}
          onAnother={() => pick(null)}
          onCompare={() => onMove({ view: 'compare', first: employee.id, second: null, line })}
        />
      )}
    </>
  );
}
