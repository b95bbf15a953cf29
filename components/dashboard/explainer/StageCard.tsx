import { useId } from 'preact/hooks';
import type { Ambiguity } from '../../../domain/chatapp/ambiguities.ts';
import type { Explanation } from '../../../domain/chatapp/explain.ts';
import { aspectLines, meetingsAt, readingLines, verdictSentence } from '../../../domain/chatapp/explain-sentences.ts';
import type { GateId } from '../../../domain/chatapp/gates.ts';
import type { Stage, StageId } from '../../../domain/chatapp/stage.ts';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useExplainer } from './explainer-context.ts';
import { GateList } from './GateList.tsx';
import { StageBasis } from './StageBasis.tsx';
import { VERDICT_TONE, VerdictMark } from './VerdictMark.tsx';

export interface StageCardProps {
  explanation: Explanation;
  id: StageId;
  isOpen: boolean;
  /** Gates that a symptom points at. */
  lookAt: readonly GateId[];
  onToggle: () => void;
}

/** One of the three questions, answered: the sentence, what the employee meets, and the gates. */
export function StageCard(props: StageCardProps) {
  const { explanation, id, isOpen, lookAt, onToggle } = props;
  const { explainer: words } = useDashboardText();
  const { wording } = useExplainer();
  const heading = useId();
  const stage = explanation.stages[id];
  const { deciding, gates, verdict } = stage;
  return (
    <section class="stage" data-tone={VERDICT_TONE[verdict]} aria-labelledby={heading}>
      <div class="stage-head">
        <h4 class="stage-name" id={heading}>
          {words.stage[id]}
        </h4>
        <VerdictMark verdict={verdict} word={words.verdictWord[verdict]} />
      </div>
      <p class="stage-sentence" dir="auto">
        {verdictSentence(explanation, id, wording)}
      </p>
      <StageMore explanation={explanation} id={id} />
      <button type="button" class="text-button fold" aria-expanded={isOpen} onClick={onToggle}>
        <Icon name="chevron" />
        {words.gates.heading(gates.length)}
        <span class="for-screen-reader">: {words.stage[id]}</span>
      </button>
      {isOpen && (
        <>
          <GateList
            label={words.stage[id]}
            gates={gates}
            told={[...stage.ambiguities, ...sidesOf(explanation, id)]}
            isDeciding={(gate) => deciding?.stage === id && deciding.gate === gate.id}
            isLookedAt={(gate) => lookAt.includes(gate.id)}
          />
          <StageBasis stage={stage} />
        </>
      )}
    </section>
  );
}

/** What follows from the answer, and how it may be read. */
function StageMore({ explanation, id }: Pick<StageCardProps, 'explanation' | 'id'>) {
  const { explainer: words } = useDashboardText();
  const stage = explanation.stages[id];
  const isClosedBefore = stage.deciding !== null && stage.deciding.stage !== id && stage.verdict !== 'yes';
  const meetings = meetingsAt(explanation, id);
  // What nobody could find out is said once, in the sentence above.
  const wordsOfApp =
    id === 'see' && stage.verdict !== 'yes' && meetings.length === 0 && explanation.app.value !== 'unknown';
  return (
    <>
      {wordsOfApp && <p>{words.app[explanation.app.value]}</p>}
      {isClosedBefore && <p>{words.alone[stage.alone]}</p>}
      {meetings.length > 0 && (
        <div>
          <p class="quiet">{words.meets.heading}</p>
          <ul class="plain-list">
            {meetings.map((each) => (
              <li key={each}>{words.meets.words[each]}</li>
            ))}
          </ul>
        </div>
      )}
      <Readings stage={stage} />
      {id === 'open' && <Sides explanation={explanation} />}
    </>
  );
}

function Readings({ stage }: { stage: Stage }) {
  const { explainer: words } = useDashboardText();
  const lines = readingLines(stage, words);
  if (lines.length === 0) return null;
  return (
    <div class="readings">
      {stage.ambiguities.map((each) => (
        <p key={each}>{words.ambiguity[each]}</p>
      ))}
      <p class="quiet">{words.readings.heading}</p>
      <ul class="plain-list">
        {lines.map(({ sentence, isShown }) => (
          <li key={sentence}>
            {sentence}
            {isShown && <strong> {words.readings.shown}.</strong>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is not stated of password and account, beside the stage itself. */
function sidesOf({ stages, asksPassword, account }: Explanation, id: StageId): Ambiguity[] {
  if (id !== 'open') return [];
  const own = stages.open.ambiguities;
  return [...new Set([...asksPassword.ambiguities, ...account.ambiguities])].filter((each) => !own.includes(each));
}

/** Whether a password is asked for, and whose account it is. */
function Sides({ explanation }: { explanation: Explanation }) {
  const { explainer: words } = useDashboardText();
  const { stages, asksPassword, account } = explanation;
  const isLater = stages.see.verdict !== 'yes';
  const { sides, readings } = words;
  const nameOf = (side: 'password' | 'account') => (isLater ? `${sides[side]}, ${sides.ifOpen}` : sides[side]);
  return (
    <>
      <dl class="sides">
        <Side
          name={nameOf('password')}
          value={words.password[asksPassword.value]}
          lines={aspectLines(asksPassword, readings.passwordAnswer, words)}
        />
        <Side
          name={nameOf('account')}
          value={words.account[account.value]}
          lines={aspectLines(account, readings.accountAnswer, words)}
        />
      </dl>
      {sidesOf(explanation, 'open').map((each) => (
        <p key={each}>{words.ambiguity[each]}</p>
      ))}
    </>
  );
}

interface SideProps {
  name: string;
  value: string;
  lines: readonly string[];
}

function Side({ name, value, lines }: SideProps) {
  return (
    <div class="side">
      <dt class="quiet">{name}</dt>
      <dd>
        <p class="side-value">{value}</p>
        {lines.length > 0 && (
          <ul class="plain-list">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}
