import type { DestinationPreview, DestinationView } from '../../../domain/rules/destination.ts';
import { useArmed } from '../../dashboard/Confirmation.tsx';
import { useReadOnly } from '../../dashboard/read-only-context.ts';
import { Failed } from '../../dashboard/States.tsx';
import { useHeldFocus } from '../../held-focus.ts';
import { Icon } from '../../Icon.tsx';
import { CallBody } from '../runs/CallBody.tsx';
import { useRunsText } from '../runs/runs-text-context.ts';

export interface ConsentPanelProps {
  destination: DestinationView;
  preview: DestinationPreview | 'loading' | 'failed';
  /** `changed`: it led elsewhere than what was shown before. */
  agreeing: 'none' | 'underWay' | 'failed' | 'changed';
  onAgree: () => void;
  onRetry: () => void;
  onClose: () => void;
}

/** What would be sent, word for word, and the one agreement to it. */
export function ConsentPanel(props: ConsentPanelProps) {
  const { destination, preview, onRetry, onClose } = props;
  const { runs } = useRunsText();
  const { consent: words } = runs.destination;
  const panel = useHeldFocus<HTMLElement>();
  return (
    <section class="preview consent" aria-label={words.heading(destination.name)} tabIndex={-1} ref={panel}>
      <h3 class="part-title">{words.heading(destination.name)}</h3>
      <p>{words.text}</p>
      {props.agreeing === 'changed' && typeof preview === 'object' && <Changed />}
      {preview === 'failed' ? (
        <Failed onRetry={onRetry} told={{ title: words.failed, text: '' }} />
      ) : (
        preview !== 'loading' && <Call preview={preview} />
      )}
      {typeof preview === 'object' && destination.agreedAt === null ? (
        <Agreement {...props} />
      ) : (
        <>
          {destination.agreedAt !== null && (
            <p class="mark" data-tone="good" role="status">
              <Icon name="roomy" />
              {words.agreed}
            </p>
          )}
          <button type="button" class="button" onClick={onClose}>
            {words.close}
          </button>
        </>
      )}
    </section>
  );
}

function Changed() {
  const { title, text } = useRunsText().runs.destination.consent.changed;
  return (
    <div class="notice" data-tone="warning" role="alert">
      <Icon name="near" size={16} />
      <div>
        <p class="notice-what">{title}</p>
        <p>{text}</p>
      </div>
    </div>
  );
}

function Call({ preview }: { preview: DestinationPreview }) {
  const { consent: words } = useRunsText().runs.destination;
  const { method, maskedAddress, headers, body } = preview;
  return (
    <>
      <p>
        {words.request}:{' '}
        <code dir="ltr">
          {method} {maskedAddress}
        </code>
      </p>
      <table class="small-table headers">
        <thead>
          <tr>
            <th scope="col">{words.header}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {headers.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row" dir="ltr">
                {name}
              </th>
              <td dir="ltr">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <CallBody label={words.body} body={body} />
      <p class="quiet">{words.masked}</p>
    </>
  );
}

function Agreement({ agreeing, onAgree, onClose }: ConsentPanelProps) {
  const { runs } = useRunsText();
  const { consent: words } = runs.destination;
  const isReadOnly = useReadOnly();
  const isArmed = useArmed();
  // A second press that was meant for what stood there before agrees to nothing.
  const isOff = isReadOnly || agreeing === 'underWay' || (agreeing === 'changed' && !isArmed);
  return (
    <>
      <div class="inline-actions">
        <button type="button" class="button" onClick={onClose}>
          {words.later}
        </button>
        <button type="button" class="button strong" aria-disabled={isOff} onClick={() => !isOff && onAgree()}>
          {words.agree}
        </button>
      </div>
      <p class="field-problem" role="status">
        {agreeing === 'failed' && runs.notDone}
      </p>
    </>
  );
}
