import type { RegisterRow } from '../../../domain/access/view.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { WriteButton } from '../WriteButton.tsx';
import type { Judgement, RecordActions } from './record-actions.ts';

interface JudgementsProps extends Pick<RecordActions, 'onTell'> {
  row: RegisterRow;
}

/** What a person can say of a record in one press, where there is something to say. */
export function Judgements({ row, onTell }: JudgementsProps) {
  const { register } = useDashboardText();
  return (
    <>
      {judgementsOn(row).map((what) => (
        <WriteButton key={what} type="button" class="button" onClick={() => onTell(row, what)}>
          {row.state === 'warned' ? register.understood : register.judgement[what]}
        </WriteButton>
      ))}
    </>
  );
}

function judgementsOn(row: RegisterRow): Judgement[] {
  if (row.state === 'seen') return ['confirmed', 'dismissed'];
  if (row.state === 'pending') return row.setAsideAt === null ? [] : ['takenBack'];
  return row.state === 'warned' ? ['dismissed'] : row.state === 'present' ? ['reviewed'] : [];
}
