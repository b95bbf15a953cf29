import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { departmentNames } from '../../../domain/chatapp/directory.ts';
import { explain } from '../../../domain/chatapp/explain.ts';
import type { Employee } from '../../../domain/chatapp/facts.ts';
import type { StageId } from '../../../domain/chatapp/stage.ts';
import { STAGES } from '../../../domain/chatapp/who-can.ts';
import type { Symptom } from '../../../domain/explainer-text.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useExplainer } from './explainer-context.ts';
import { LettersPart } from './LettersPart.tsx';
import { LinePicker } from './LinePicker.tsx';
import { StageCard } from './StageCard.tsx';
import { POINTS_AT } from './symptoms.ts';
import { UnreadPart } from './UnreadPart.tsx';

interface EmployeeViewProps {
  employee: Employee;
  line: string | null;
  symptom: Symptom | null;
  onLine: (line: string | null) => void;
  onAnother: () => void;
  onCompare: () => void;
}

/** Everything about one employee: three questions, what could not be read, and texts to copy. */
export function EmployeeView({ employee, line, symptom, onLine, onAnother, onCompare }: EmployeeViewProps) {
  const { explainer: words } = useDashboardText();
  const { facts, ready, directory } = useExplainer();
  const heading = useRef<HTMLHeadingElement>(null);
  const explanation = useMemo(() => explain(employee, facts, line, ready), [employee, facts, line, ready]);
  // The list that had the focus is gone.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <article class="explanation">
      <div class="explanation-head">
        <div>
          <h3 class="part-title" tabIndex={-1} ref={heading} dir="auto">
            {employee.name}
          </h3>
          <p class="quiet" dir="auto">
            {[...departmentNames(employee, directory, words), words.picker.number(employee.id)].join(', ')}
          </p>
        </div>
        <div class="inline-actions">
          <search aria-label={words.line.label}>
            <LinePicker line={line} none={words.line.any} onLine={onLine} />
          </search>
          <button type="button" class="button" onClick={onAnother}>
            {words.picker.another}
          </button>
          <button type="button" class="button" onClick={onCompare}>
            {words.picker.compareWith}
          </button>
        </div>
      </div>
      <StageCards key={symptom ?? ''} explanation={explanation} symptom={symptom} />
      <UnreadPart explanation={explanation} />
      <LettersPart explanation={explanation} />
    </article>
  );
}

interface StageCardsProps {
  explanation: ReturnType<typeof explain>;
  symptom: Symptom | null;
}

/** The first thing that does not work is open, or what the complaint points at. */
function StageCards({ explanation, symptom }: StageCardsProps) {
  const [chosen, setChosen] = useState<Partial<Record<StageId, boolean>>>({});
  const pointer = symptom && POINTS_AT[symptom];
  const closed = STAGES.find((id) => explanation.stages[id].verdict !== 'yes');
  const isOpen = (id: StageId) => chosen[id] ?? (pointer ? pointer.stages.includes(id) : id === closed);
  return (
    <div class="stages">
      {STAGES.map((id) => (
        <StageCard
          key={id}
          explanation={explanation}
          id={id}
          isOpen={isOpen(id)}
          lookAt={pointer?.stages.includes(id) ? pointer.gates : []}
          onToggle={() => setChosen({ ...chosen, [id]: !isOpen(id) })}
        />
      ))}
    </div>
  );
}
