import { useMemo, useState } from 'preact/hooks';
import { employeesOf, isKnown } from '../../../domain/chatapp/facts.ts';
import type { Checklist } from '../../../domain/chatapp/personal-steps.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { SearchTool } from '../SearchTool.tsx';
import { WriteButton } from '../WriteButton.tsx';
import { Block, DeedLine } from './bits.tsx';
import type { ChatAppPartProps } from './chatapp-props.ts';
import { fits } from './search.ts';
import { useDeed } from './use-deed.ts';

export interface WithoutAccountsProps extends ChatAppPartProps {
  counts: Checklist['accounts'];
  /** Chosen and not kept yet; null: nothing was changed. */
  draft: readonly string[] | null;
  onDraft: (without: readonly string[] | null) => void;
}

/** The most that is found at once; whoever looks for a person types more of the name. */
const MOST_FOUND = 30;
/** Chosen ones in sight. */
const MOST_CHOSEN = 100;

/** Who has no account of their own, chosen from thousands by search. */
export function WithoutAccounts(props: WithoutAccountsProps) {
  const { book, now, counts, draft, onDraft, onTell } = props;
  const text = useText();
  const { chatapp } = useDashboardText();
  const words = chatapp.accounts.without;
  const deed = useDeed();
  const kept = book.accounts?.without ?? [];
  const chosen = draft ?? kept;
  const save = async (without: readonly string[]) => {
    // What is chosen stays when it could not be kept.
    onDraft(without);
    if (await deed.run(() => onTell({ type: 'accounts.told', without: [...without] }))) onDraft(null);
  };
  const change = (without: readonly string[]) => {
    deed.forget();
    onDraft(without);
  };
  const told = book.accounts ? words.told(book.accounts.by, text.time(book.accounts.at, now)) : words.untold;
  return (
    <Block title={words.heading} source={told}>
      <p class="quiet">{words.lead}</p>
      <p>{words.counts(counts.has, counts.hasNot, counts.unknown)}</p>
      {isKnown(book.facts.staff) ? (
        <>
          <Finder {...props} chosen={chosen} onChange={change} />
          <Chosen {...props} chosen={chosen} onChange={change} />
        </>
      ) : (
        <p>{words.noStaff}</p>
      )}
      <div class="inline-actions">
        {chosen.length > 0 ? (
          <WriteButton type="button" class="button strong" onClick={() => void save(chosen)}>
            {words.save}
          </WriteButton>
        ) : (
          <WriteButton type="button" class="button" onClick={() => void save([])}>
            {words.saveAll}
          </WriteButton>
        )}
        {draft && (
          <button
            type="button"
            class="text-button"
            onClick={() => {
              deed.forget();
              onDraft(null);
            }}
          >
            {words.reset}
          </button>
        )}
        {draft && deed.state === 'none' && <span class="quiet">{words.unsaved}</span>}
      </div>
      <DeedLine state={deed.state} failed={chatapp.notSaved} doing={chatapp.saving} done={chatapp.saved} />
    </Block>
  );
}

interface ChoiceProps {
  chosen: readonly string[];
  onChange: (without: readonly string[]) => void;
}

function Finder({ book, chosen, onChange }: WithoutAccountsProps & ChoiceProps) {
  const {
    chatapp: {
      accounts: { without: words },
    },
  } = useDashboardText();
  const [query, setQuery] = useState('');
  const found = useMemo(
    () => (query.trim() === '' ? [] : employeesOf(book.facts).filter(({ name }) => fits(name, query))),
    [book.facts, query],
  );
  const isChosen = useMemo(() => new Set(chosen), [chosen]);
  return (
    <div class="finder">
      <SearchTool label={words.search} hint={words.searchHint} value={query} onInput={setQuery} />
      <div class="finder-found">
        {found.slice(0, MOST_FOUND).map(({ id, name }) => (
          <label class="check" key={id}>
            <input
              type="checkbox"
              checked={isChosen.has(id)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
            <bdi>{name}</bdi>
          </label>
        ))}
      </div>
      <p class="quiet" role="status">
        {query.trim() !== '' && found.length === 0 && words.noneFound}
        {found.length > MOST_FOUND && words.moreFound(found.length - MOST_FOUND)}
      </p>
    </div>
  );
}

function Chosen({ book, chosen, onChange }: WithoutAccountsProps & ChoiceProps) {
  const {
    chatapp: { accounts, lines },
  } = useDashboardText();
  const words = accounts.without;
  const names = useMemo(() => new Map(employeesOf(book.facts).map(({ id, name }) => [id, name])), [book.facts]);
  return (
    <>
      <p class="field-value" role="status">
        {chosen.length > 0 ? words.chosen(chosen.length) : book.accounts ? words.noneChosen : words.nobodyYet}
      </p>
      <ul class="chosen">
        {chosen.slice(0, MOST_CHOSEN).map((id) => {
          const name = names.get(id) ?? lines.unlistedEmployee(id);
          return (
            <li key={id}>
              <bdi>{name}</bdi>
              <button
                type="button"
                class="icon-button"
                aria-label={words.remove(name)}
                title={words.remove(name)}
                onClick={() => onChange(chosen.filter((each) => each !== id))}
              >
                <Icon name="cross" />
              </button>
            </li>
          );
        })}
      </ul>
      {chosen.length > MOST_CHOSEN && <p class="quiet">{lines.more(chosen.length - MOST_CHOSEN)}</p>}
    </>
  );
}
