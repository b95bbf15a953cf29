import { useId } from 'preact/hooks';
import type { SignIn, SignIns } from '../../../domain/access/record.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';

export interface SignInsPartProps {
  /** As they were read last; null: not yet. */
  signIns: SignIns | null;
  /** `off`: switched off for all portals. */
  looking: 'none' | 'underWay' | 'noTab' | 'off';
  now: number;
  onLook: () => void;
}

/** Who signed in while an access ran, as the portal's own log tells it; never said to be support. */
export function SignInsPart({ signIns, looking, now, onLook }: SignInsPartProps) {
  const text = useText();
  const {
    register: { signIns: words },
  } = useDashboardText();
  const id = useId();
  const isBusy = looking === 'underWay';
  return (
    <section class="desk-part pane-part" aria-labelledby={id}>
      <h3 class="now-card-title" id={id}>
        {words.heading}
      </h3>
      <p class="quiet">{words.lead}</p>
      {signIns && looking !== 'noTab' && (
        <>
          <p class="quiet">{words.readAt(text.time(signIns.at, now))}</p>
          <Found signIns={signIns} now={now} />
        </>
      )}
      {(looking === 'noTab' || looking === 'off') && <Trouble {...words.trouble[looking]} />}
      <div class="inline-actions">
        {looking !== 'off' && (
          <button type="button" class="button" aria-disabled={isBusy} onClick={() => !isBusy && onLook()}>
            {signIns ? words.lookAgain : words.look}
          </button>
        )}
        <span class="quiet" role="status">
          {isBusy ? words.looking : ''}
        </span>
      </div>
    </section>
  );
}

function Found({ signIns, now }: { signIns: SignIns; now: number }) {
  const {
    register: { signIns: words },
  } = useDashboardText();
  if (signIns.state !== 'read') return <Trouble {...words.trouble[signIns.state]} />;
  if (signIns.rows.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <table class="small-table sign-ins" aria-label={words.heading}>
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.account}</th>
            <th scope="col">{words.address}</th>
          </tr>
        </thead>
        <tbody>
          {signIns.rows.map((row) => (
            <Row key={`${row.at} ${row.userId} ${row.address}`} row={row} now={now} />
          ))}
        </tbody>
      </table>
      {signIns.isCut && <p class="quiet">{words.cut}</p>}
      {signIns.rows.some(({ account }) => account === 'unlisted') && <p class="quiet">{words.noProof}</p>}
    </>
  );
}

function Row({ row, now }: { row: SignIn; now: number }) {
  const text = useText();
  const {
    register: { signIns: words },
  } = useDashboardText();
  return (
    <tr data-account={row.account}>
      <td>
        <time dateTime={new Date(row.at).toISOString()}>{text.time(row.at, now)}</time>
      </td>
      <td>
        <span dir="auto">{row.name || words.unnamed(row.userId)}</span>
        <span class="mark" data-tone={row.account === 'unlisted' ? 'warning' : 'quiet'}>
          <Icon name={row.account === 'employee' ? 'roomy' : 'near'} />
          {words.kind[row.account]}
        </span>
      </td>
      <td>{row.address}</td>
    </tr>
  );
}

function Trouble({ title, text }: { title: string; text: string }) {
  return (
    <div class="where-else" role="status">
      <p class="field-value">{title}</p>
      <p>{text}</p>
    </div>
  );
}
