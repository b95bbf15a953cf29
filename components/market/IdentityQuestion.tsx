import { useId, useState } from 'preact/hooks';
import type { ListedApp } from '../../domain/market/apps.ts';
import type { NoteContent } from '../../domain/market/note.ts';
import { useMarketText } from './market-text-context.ts';
import type { NoteProps } from './note-props.ts';

type Identity = Extract<NoteContent, { kind: 'identity' }>;

const appsOf = ({ candidates, nameless }: Identity): ListedApp[] => [...candidates, ...nameless];

/** With one to choose from there is nothing to choose: yes or no. */
export const isSingle = (content: Identity): boolean => appsOf(content).length === 1;

/** Which of the listed applications is the one; asked once on a portal. */
export function IdentityQuestion({ content, listedAt, now, isBusy, isReadOnly, onConfirm }: NoteProps<'identity'>) {
  const text = useMarketText();
  const apps = appsOf(content);
  const [picked, pick] = useState<string | null>(null);
  const single = isSingle(content);
  const words = single ? text.identity.single : text.identity;
  const chosen = single ? (apps[0]?.code ?? null) : picked;
  const canConfirm = chosen !== null && apps.some(({ code }) => code === chosen) && !isBusy;
  return (
    <>
      {single || isReadOnly ? (
        apps.map((app) => <AppWords key={app.code} app={app} />)
      ) : (
        <fieldset class="market-choices">
          <legend class="for-screen-reader">{words.question}</legend>
          {apps.map((app) => (
            <Candidate key={app.code} app={app} isChosen={app.code === chosen} onChoose={() => pick(app.code)} />
          ))}
        </fieldset>
      )}
      {listedAt !== null && <p class="quiet">{words.text(text.age(listedAt, now))}</p>}
      {!isReadOnly && (
        <div class="inline-actions">
          <button
            type="button"
            class="button strong"
            aria-disabled={!canConfirm}
            onClick={() => canConfirm && onConfirm(chosen)}
          >
            {words.confirm}
          </button>
          <button type="button" class="button" aria-disabled={isBusy} onClick={() => !isBusy && onConfirm(null)}>
            {words.none}
          </button>
        </div>
      )}
    </>
  );
}

interface CandidateProps {
  app: ListedApp;
  isChosen: boolean;
  onChoose: () => void;
}

function Candidate({ app, isChosen, onChoose }: CandidateProps) {
  const id = useId();
  return (
    <label class="check">
      <input
        type="radio"
        name="latchdesk-application"
        checked={isChosen}
        aria-describedby={`${id}-details`}
        onChange={onChoose}
      />
      <AppWords app={app} detailsId={`${id}-details`} />
    </label>
  );
}

/** What the list says of an application: its name, its maker and the code it goes by. */
function AppWords({ app, detailsId }: { app: ListedApp; detailsId?: string }) {
  const { identity } = useMarketText();
  const details = [app.developer, identity.code(app.code ?? '')].filter((part) => part !== '');
  return (
    <span class="desk-row-words">
      <span class="desk-row-name" dir="auto">
        {app.name || identity.nameless}
      </span>
      <span class="quiet" id={detailsId} dir="auto">
        {details.join(', ')}
      </span>
    </span>
  );
}
