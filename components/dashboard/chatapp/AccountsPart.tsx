import { useId } from 'preact/hooks';
import {
  type AccountStep,
  type ChecklistRow,
  checklistOf,
  type StepState,
} from '../../../domain/chatapp/personal-steps.ts';
import { Icon, type IconName } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { WriteButton } from '../WriteButton.tsx';
import { Block, DeedLine, Note, PlaceButton } from './bits.tsx';
import type { ChatAppPartProps } from './chatapp-props.ts';
import { sourceWords } from './chatapp-words.ts';
import { useDeed } from './use-deed.ts';
import { WithoutAccounts, type WithoutAccountsProps } from './WithoutAccounts.tsx';

const SIGN: Record<StepState, { icon: IconName; tone: string }> = {
  done: { icon: 'roomy', tone: 'good' },
  open: { icon: 'near', tone: 'warning' },
  unknown: { icon: 'unread', tone: 'quiet' },
};

export type AccountsPartProps = ChatAppPartProps & Pick<WithoutAccountsProps, 'draft' | 'onDraft'>;

/** Four steps to personal accounts: what was said of each, and what it costs while they are off. */
export function AccountsPart(props: AccountsPartProps) {
  const {
    chatapp: { accounts: words, options },
  } = useDashboardText();
  const { book, onPlace } = props;
  const { rows, next, isOnTooEarly, worksAsOwner, accounts } = checklistOf(book.steps, book.facts);
  return (
    <>
      <p class="chatapp-lead">{words.lead}</p>
      {book.me.name !== '' && <p class="quiet">{options.signed(book.me.name)}</p>}
      {isOnTooEarly && <Note tone="danger" {...words.tooEarly} />}
      {worksAsOwner === true && <Note tone="warning" {...words.worksAsOwner} />}
      {worksAsOwner === null && <Note tone="quiet" {...words.ownerUnknown} />}
      {worksAsOwner === false && !isOnTooEarly && <Note tone="good" {...words.ownAccounts} />}
      <Block title={words.heading}>
        <ol class="account-steps">
          {rows.map((row) => (
            <StepItem key={row.step} {...props} row={row} isNext={row.step === next} />
          ))}
        </ol>
        {next === null && <p>{words.allDone}</p>}
        <PlaceButton place={{ kind: 'application' }} label={options.open} onPlace={onPlace} />
      </Block>
      <WithoutAccounts {...props} counts={accounts} />
    </>
  );
}

interface StepItemProps extends ChatAppPartProps {
  row: ChecklistRow;
  isNext: boolean;
}

function StepItem({ row: { step, state, fact }, isNext, now, onTell }: StepItemProps) {
  const text = useText();
  const { chatapp: words } = useDashboardText();
  const { accounts: own } = words;
  const deed = useDeed();
  const { title, text: what } = own.step[step];
  const id = useId();
  const tell = (value: boolean) => void deed.run(() => onTell({ type: 'step.told', step, value }));
  const withdraw = (of: AccountStep) => void deed.run(() => onTell({ type: 'step.withdrawn', step: of }));
  return (
    <li class="account-step" data-state={state} aria-labelledby={id}>
      <div class="chatapp-line-head">
        <h3 class="now-card-title" id={id}>
          {title}
        </h3>
        <span class="mark" data-tone={SIGN[state].tone}>
          <Icon name={SIGN[state].icon} />
          {own.state[state]}
        </span>
        {isNext && <span class="small-tag">{own.next}</span>}
      </div>
      <p>{what}</p>
      <p class="quiet">{own.verify[step]}</p>
      {fact.from !== 'nowhere' && <p class="quiet">{sourceWords(fact, { words, text, now })}</p>}
      {fact.from === 'nowhere' && fact.why === 'outdated' && (
        <p class="quiet">{words.source.unknown(words.reading.why.outdated.title)}</p>
      )}
      <div class="inline-actions">
        {state !== 'done' && (
          <WriteButton type="button" class="button" aria-label={own.doneNamed(title)} onClick={() => tell(true)}>
            {own.done}
          </WriteButton>
        )}
        {state !== 'open' && (
          <WriteButton type="button" class="button" aria-label={own.notDoneNamed(title)} onClick={() => tell(false)}>
            {own.notDone}
          </WriteButton>
        )}
        {state !== 'unknown' && (
          <WriteButton
            type="button"
            class="text-button"
            aria-label={own.withdrawNamed(title)}
            onClick={() => withdraw(step)}
          >
            {own.withdraw}
          </WriteButton>
        )}
      </div>
      <DeedLine state={deed.state} doing={words.saving} done={words.saved} />
    </li>
  );
}
