import { FILE_PARTS, type FilePart } from '../../../domain/settings-text.ts';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';

/** A portal to choose, with all of its users. */
export interface FilePortalChoice {
  key: string;
  name: string;
}

/** What somebody wants in the file. */
export interface SaveChoices {
  parts: readonly FilePart[];
  /** Keys. */
  portals: readonly string[];
  isForOthers: boolean;
}

/** How the last file came out. */
export type SaveState = 'none' | 'preparing' | 'nothing' | 'tooLarge' | 'failed' | { masked: number };

export interface SaveFilePartProps {
  portals: readonly FilePortalChoice[];
  choices: SaveChoices;
  state: SaveState;
  onChoose: (choices: SaveChoices) => void;
  onSave: () => void;
}

/** Notes and register are one person's: they stay out of a file for others. */
const PERSONAL: readonly FilePart[] = ['notes', 'register'];

/** Saves settings as a file, as much of them as one wants. */
export function SaveFilePart(props: SaveFilePartProps) {
  const { portals, choices, state, onChoose, onSave } = props;
  const {
    allPortals: { save: words },
  } = useDashboardText();
  const isBusy = state === 'preparing';
  return (
    <section class="setting-part" aria-label={words.title}>
      <div>
        <h3 class="part-title">{words.title}</h3>
        <p class="quiet">{words.text}</p>
      </div>
      <div class="setting-fields">
        <Parts choices={choices} onChoose={onChoose} />
        {portals.length > 0 && <Portals portals={portals} choices={choices} onChoose={onChoose} />}
        <label class="check">
          <input
            type="checkbox"
            checked={choices.isForOthers}
            onChange={({ currentTarget }) => onChoose({ ...choices, isForOthers: currentTarget.checked })}
          />
          <span>
            {words.forOthers}
            <span class="check-hint quiet">{words.forOthersHint}</span>
          </span>
        </label>
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => !isBusy && onSave()}>
          {words.button}
        </button>
        <SaveLine state={state} />
      </div>
    </section>
  );
}

type ChoosingProps = Pick<SaveFilePartProps, 'choices' | 'onChoose'>;

function Parts({ choices, onChoose }: ChoosingProps) {
  const {
    allPortals: { save: words },
  } = useDashboardText();
  return (
    <fieldset class="weekdays checks">
      <legend class="field-label">{words.what}</legend>
      {FILE_PARTS.map((part) => {
        const isOut = choices.isForOthers && PERSONAL.includes(part);
        return (
          <label class="check" key={part}>
            <input
              type="checkbox"
              disabled={isOut}
              checked={!isOut && choices.parts.includes(part)}
              onChange={() => onChoose({ ...choices, parts: toggled(choices.parts, part) })}
            />
            <span>{words.part[part]}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** Without settings, notes and register there is nothing to choose portals for. */
function Portals({ portals, choices, onChoose }: ChoosingProps & Pick<SaveFilePartProps, 'portals'>) {
  const {
    allPortals: { save: words },
  } = useDashboardText();
  const keys = portals.map(({ key }) => key);
  const hasAll = keys.every((key) => choices.portals.includes(key));
  const isOut = choices.parts.every((part) => part === 'preferences');
  return (
    <fieldset class="weekdays checks" disabled={isOut}>
      <legend class="field-label">{words.portals}</legend>
      <label class="check">
        <input
          type="checkbox"
          checked={hasAll}
          onChange={() => onChoose({ ...choices, portals: hasAll ? [] : keys })}
        />
        <span>{words.all}</span>
      </label>
      <div class="check-list">
        {portals.map(({ key, name }) => (
          <label class="check" key={key}>
            <input
              type="checkbox"
              checked={choices.portals.includes(key)}
              onChange={() => onChoose({ ...choices, portals: toggled(choices.portals, key) })}
            />
            <span dir="auto">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function SaveLine({ state }: Pick<SaveFilePartProps, 'state'>) {
  const {
    allPortals: { save: words },
  } = useDashboardText();
  const isTrouble = state === 'failed' || state === 'tooLarge' || state === 'nothing';
  const line = typeof state === 'object' ? words.saved(state.masked) : state === 'none' ? '' : words[state];
  return (
    <p class={isTrouble ? 'field-problem' : 'quiet'} role="status">
      {isTrouble && <Icon name="near" />}
      {line}
    </p>
  );
}

const toggled = <T,>(list: readonly T[], entry: T): readonly T[] =>
  list.includes(entry) ? list.filter((each) => each !== entry) : [...list, entry];
