import { useId, useState } from 'preact/hooks';
import { eraseWord, isEraseWord } from '../../domain/market/erase-word.ts';
import { Icon } from '../Icon.tsx';
import { useMarketText } from './market-text-context.ts';

interface EraseAnywayProps {
  name: string;
  onInsist: () => void;
}

/** The other way: folded away, and armed only by typing. Enter does nothing here, so that no key in a row decides. */
export function EraseAnyway({ name, onInsist }: EraseAnywayProps) {
  const { guard } = useMarketText();
  const [isShown, setShown] = useState(false);
  return (
    <div class="desk-part market-erase">
      <button type="button" class="text-button fold" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        <Icon name="chevron" />
        {guard.insist.show}
      </button>
      {isShown && <TypedWord word={eraseWord(name, guard.insist.word)} onInsist={onInsist} />}
    </div>
  );
}

function TypedWord({ word, onInsist }: { word: string; onInsist: () => void }) {
  const { insist } = useMarketText().guard;
  const [typed, setTyped] = useState('');
  const id = useId();
  const isRight = isEraseWord(typed, word);
  return (
    <div class="field-group">
      <label class="field-label" for={`${id}-field`} dir="auto">
        {insist.label(word)}
      </label>
      <input
        class="field"
        id={`${id}-field`}
        type="text"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <p class="quiet" id={`${id}-means`}>
        {insist.means}
      </p>
      <button
        type="button"
        class="button market-danger"
        aria-disabled={!isRight}
        aria-describedby={`${id}-means`}
        onClick={() => isRight && onInsist()}
      >
        {insist.confirm}
      </button>
    </div>
  );
}
