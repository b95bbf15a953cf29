import type { RegisterRow } from '../../../domain/access/view.ts';
import { REGISTER_COLUMNS } from '../../../domain/register-text.ts';
import { useAccessText, useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { CELLS } from './RegisterTable.tsx';
import { countGroups } from './register-rows.ts';

interface RegisterPrintProps {
  host: string;
  rows: readonly RegisterRow[];
  now: number;
}

/** The register for the paper: every record that is on show, whole. Long, so it is drawn only while the browser prints. */
export function RegisterPrint({ host, rows, now }: RegisterPrintProps) {
  const text = useText();
  const access = useAccessText();
  const { register, date } = useDashboardText();
  // On paper a date needs its year: seen from another year, each has one.
  const words = { text, access, register, now: 0 };
  const { open, running, unclear } = countGroups(rows);
  return (
    <section class="register-print">
      <h1 class="page-title">
        {register.register}: {host}
      </h1>
      <p>{register.printed(date(now))}</p>
      <p>{register.counts(rows.length, open, running, unclear)}</p>
      <table class="topics register-paper">
        <thead>
          <tr>
            {REGISTER_COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {register.column[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {REGISTER_COLUMNS.map((column) => (
                <td key={column} data-column={column} data-label={register.column[column]}>
                  {CELLS[column](row, words)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
