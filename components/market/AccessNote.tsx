import { accessWarnings } from '../../domain/market/access-words.ts';
import type { AccessSummary } from '../../domain/market/view.ts';
import { Icon } from '../Icon.tsx';
import { useMarketText } from './market-text-context.ts';
import type { NoteProps } from './note-props.ts';
import { PlaceButton } from './PlaceButton.tsx';

/** What is known of the confirmed application, and what can be done about it. */
export function AccessNote(props: NoteProps<'application'>) {
  const { content, now, isBusy, isReadOnly, onReinstall, onDashboard } = props;
  const text = useMarketText();
  return (
    <>
      {content.access ? <AccessWords access={content.access} now={now} /> : <p>{text.access.notReadText}</p>}
      {content.lastWipe && (
        <p class="quiet">{text.note.lastWipe[content.lastWipe.end](text.age(content.lastWipe.at, now))}</p>
      )}
      <div class="inline-actions">
        <PlaceButton kind="accessList" label={text.note.openAccess} {...props} />
        {!isReadOnly && (
          <button type="button" class="button" aria-disabled={isBusy} onClick={() => !isBusy && onReinstall()}>
            {text.note.reinstall}
          </button>
        )}
        <button type="button" class="text-button" onClick={() => onDashboard('explain')}>
          {text.note.whyCannot}
        </button>
      </div>
    </>
  );
}

function AccessWords({ access, now }: { access: AccessSummary; now: number }) {
  const text = useMarketText();
  return (
    <>
      {accessWarnings(text.access, access).map((warning) => (
        <p class="market-line-warning" key={warning}>
          <Icon name="near" />
          {warning}
        </p>
      ))}
      {access.entries === 0 && <p>{text.access.everyoneMeans}</p>}
      <p>{text.access.administrators}</p>
      <p class="quiet">{text.access.read(text.age(access.at, now))}</p>
    </>
  );
}
