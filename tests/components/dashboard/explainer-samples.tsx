/** The explanation of a small portal, wired as in the dashboard, to be changed by each test. */
import { useState } from 'preact/hooks';
import type { ChatAppBook } from '../../../domain/chatapp/book.ts';
import type { ChatAppFacts, Employee } from '../../../domain/chatapp/facts.ts';
import { ExplainPart, type ExplainPartProps } from '../../../entrypoints/dashboard/ExplainPart.tsx';
import {
  ADMIN,
  ANNA,
  AT,
  BORIS,
  employee,
  facts,
  HEAD,
  line,
  OTHER_LINE,
  options,
  read,
  VERA,
} from '../../domain/chatapp-portal.ts';
import { portal } from '../samples.ts';

export const NOW = AT + 3_600_000;
const nothing = () => undefined;

/** Only responsible employees may start; Anna is named in Sales, Igor heads the department that is in it. */
export const TOLD = facts({ ...options(false, false, true), lines: read([line(), OTHER_LINE]) });

export const book = (changes: Partial<ChatAppBook> = {}): ChatAppBook => ({
  facts: TOLD,
  steps: { ...TOLD.steps, enabled: TOLD.options.personal },
  answers: [],
  accounts: null,
  me: { id: ADMIN.id, name: ADMIN.name },
  canRead: true,
  isReadingOff: false,
  run: null,
  earlier: [],
  differences: null,
  ...changes,
});

export const withStaff = (...employees: Employee[]): ChatAppFacts => ({
  ...TOLD,
  staff: read({ employees, isWhole: true }),
});

export const many = (count: number): Employee[] =>
  Array.from({ length: count }, (_, index) =>
    employee({ id: String(1000 + index), name: `Employee ${String(index + 1).padStart(5, '0')}` }),
  );

/** The part with an address that follows what is pressed. */
export function Explainer({ detail = null, ...changes }: Partial<ExplainPartProps>) {
  const [shown, setShown] = useState<string | null>(detail);
  return (
    <ExplainPart
      portal={portal()}
      book={book()}
      now={NOW}
      language="en"
      onPlace={nothing}
      onReadAgain={nothing}
      {...changes}
      detail={shown}
      onDetail={(next) => {
        setShown(next);
        changes.onDetail?.(next);
      }}
    />
  );
}

export { ADMIN, ANNA, BORIS, HEAD, VERA };
