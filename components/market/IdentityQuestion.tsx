import { useId, useState } from 'preact/hooks';
import type { ListedApp } from '../../domain/market/apps.ts';
import { useMarketText } from './market-text-context.ts';
import type { NoteProps } from './note-props.ts';

/** Which of the listed applications is the one; asked once on a portal. */
export function IdentityQuestion({ content, listedAt, now, isBusy, onConfirm }: NoteProps<'identity'>) {
  const text = useMarketText();
  const apps = [...content.candidates, ...content.nameless];
  const [chosen, choose] = useState<string | null>(null);
  const isListed = apps.some(({ code }) => code === chosen);
  const canConfirm = chosen !== null && isListed && !isBusy;
  return (
    <>
      <fieldset class="market-choices">
        <legend class="for-screen-reader">{text.identity.question}</legend>
        {apps.map((app) => (
          <Candidate key={app.code} app={app} isChosen={app.code === chosen} onChoose={() => choose(app.code)} />
        ))}
      </fieldset>
      {listedAt !== null && <p class="quiet">{text.identity.text(text.age(listedAt, now))}</p>}
      <div class="inline-actions">
        <button
          type="button"
          class="button strong"
          aria-disabled={!canConfirm}
          onClick={() => canConfirm && onConfirm(chosen)}
        >
          {text.identity.confirm}
        </button>
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => !isBusy && onConfirm(null)}>
          {text.identity.none}
        </button>
      </div>
    </>
  );
}

interface CandidateProps {
  app: ListedApp;
  isChosen: boolean;
  onChoose: () => void;
}

function Candidate({ app, isChosen, onChoose }: CandidateProps) {
  const { identity } = useMarketText();
  const id = useId();
  const details = [app.developer, identity.code(app.code ?? '')].filter((part) => part !== '');
  return (
    <label class="check">
      <input
        type="radio"
        name="latchdesk-application"
        checked={isChosen}
        aria-describedby={`${id}-details`}
        onChange={onChoose}
      />
      <span class="desk-row-words">
        <span class="desk-row-name" dir="auto">
          {app.name || identity.nameless}
        </span>
        <span class="quiet" id={`${id}-details`} dir="auto">
          {details.join(', ')}
        </span>
      </span>
    </label>
  );
}
