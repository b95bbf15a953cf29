import { useId } from 'preact/hooks';
import type { CheckState } from '../../../domain/access/banner-text.ts';
import { type Check, checksOf } from '../../../domain/access/genuine.ts';
import { becauseWords } from '../../../domain/access/sentences.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import type { RegisterMessages } from '../../../domain/register-text.ts';
import { Icon, type IconName } from '../../Icon.tsx';
import { useAccessText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';

const SIGN: Record<CheckState, { icon: IconName; tone: string }> = {
  ok: { icon: 'roomy', tone: 'good' },
  warning: { icon: 'near', tone: 'warning' },
  unknown: { icon: 'unread', tone: 'quiet' },
};

/** Why a request looks genuine, or does not. */
export function Checklist({ row }: { row: RegisterRow }) {
  const access = useAccessText();
  const {
    register: { check: words },
  } = useDashboardText();
  const id = useId();
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
            {checksOf(row, null).map((check) => (
              <li key={check.subject} class="mark" data-tone={SIGN[check.state].tone}>
                <Icon name={SIGN[check.state].icon} />
                {wordsOf(check, row, words)}
              </li>
            ))}
          </ul>
          {row.because.length > 0 && (
            <>
              <p class="field-value because-title">{words.because}</p>
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

function wordsOf({ subject, state }: Check, { dialog }: RegisterRow, words: RegisterMessages['check']): string {
  const isFine = state === 'ok';
  switch (subject) {
    case 'ticket':
      return isFine ? words.ticket : dialog ? words.guess : words.noTicket;
    case 'sender':
      return isFine ? words.sender : words.notSender;
    case 'password':
      return isFine ? words.noPassword : words.password;
    case 'address':
      return isFine ? words.noAddress : words.address;
  }
}
