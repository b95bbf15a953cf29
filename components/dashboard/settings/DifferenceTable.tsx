import type { DifferenceRow } from '../../../domain/settings-file/difference.ts';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { differenceWords } from './difference-words.ts';
import { FixedLine } from './SettingPart.tsx';

/** Languages to choose from, under their own names. */
export type Languages = readonly { language: string; name: string }[];

interface DifferenceTableProps {
  /** Of what, for those who cannot see the heading above. */
  label: string;
  rows: readonly DifferenceRow[];
  languages: Languages;
}

/** Each setting that would change, as it is and as it would be. */
export function DifferenceTable({ label, rows, languages }: DifferenceTableProps) {
  const words = useDashboardText();
  const { difference } = words.allPortals;
  const names = new Map(languages.map(({ language, name }) => [language, name]));
  return (
    <table class="small-table difference" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{difference.what}</th>
          <th scope="col">{difference.here}</th>
          <th scope="col">{difference.afterwards}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { name, from, to } = differenceWords(row, words, names);
          return (
            <tr key={row.field} data-lock={row.lock !== null}>
              <th scope="row">
                <span>{name}</span>
                {row.isWeaker && row.lock === null && (
                  <span class="mark" data-tone="warning">
                    <Icon name="near" />
                    {difference.weaker}
                  </span>
                )}
                {row.lock !== null && <FixedLine by={row.lock} />}
              </th>
              <td dir="auto">{from}</td>
              <td dir="auto">{to}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
