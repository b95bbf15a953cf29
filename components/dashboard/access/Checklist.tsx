import { useId } from 'preact/hooks';
import { becauseWords } from '../../../domain/access/sentences.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import { Icon } from '../../Icon.tsx';
import { useAccessText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';

/** Why a request looks genuine, or does not. */
export function Checklist({ row }: { row: RegisterRow }) {
  const access = useAccessText();
  const {
    register: { check: words },
  } = useDashboardText();
  const id = useId();
  const isTicketKnown = row.ticket !== '' || row.dialog !== null;
  const checks: [isGood: boolean, words: string][] = [
    [isTicketKnown, isTicketKnown ? words.ticket : words.noTicket],
    [row.sender.isVerified, row.sender.isVerified ? words.sender : words.notSender],
    [!row.asksForPassword, row.asksForPassword ? words.password : words.noPassword],
    [!row.namesOutsideAddress, row.namesOutsideAddress ? words.address : words.noAddress],
  ];
  return (
    <section class="desk-part pane-part" aria-labelledby={id}>
      <h3 class="now-card-title" id={id}>
        {words.heading}
      </h3>
      {row.origin === 'entered' ? (
        <p class="quiet">{words.entered}</p>
      ) : (
        <>
          <p class="quiet">{words.lead}</p>
          <ul class="checks">
            {checks.map(([isGood, told]) => (
              <li key={told} class="mark" data-tone={isGood ? 'good' : 'warning'}>
                <Icon name={isGood ? 'roomy' : 'near'} />
                {told}
              </li>
            ))}
          </ul>
          {row.because.length > 0 && (
            <>
              <p class="field-value">{words.because}</p>
              <ul class="because">
                {row.because.map((reason) => (
                  <li key={reason}>{becauseWords(access, reason)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}
