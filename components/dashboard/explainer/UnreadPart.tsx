import { useId } from 'preact/hooks';
import type { Explanation } from '../../../domain/chatapp/explain.ts';
import { asSentence, remedyFor, sourceWords, unreadGates } from '../../../domain/chatapp/explain-sentences.ts';
import type { GateId } from '../../../domain/chatapp/gates.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useExplainer } from './explainer-context.ts';

/** What could not be read for an employee, why, and what to do about it. */
export function UnreadPart({ explanation }: { explanation: Explanation }) {
  const { explainer } = useDashboardText();
  const { unread: words, gate: names, readAgain } = explainer;
  const { wording, answersAt, onReadAgain } = useExplainer();
  const id = useId();
  const gates = unreadGates(explanation);
  if (gates.length === 0) return null;
  const toAnswer = gates.filter((gate) => remedyFor(gate) === 'answer').map((gate) => gate.id);
  const isOfAccounts = (gate: GateId) => gate === 'steps' || gate === 'account';
  return (
    <section class="explainer-unread" aria-labelledby={id}>
      <h4 class="stage-name" id={id}>
        {words.heading}
      </h4>
      <p class="quiet">{words.lead}</p>
      <ul class="plain-list">
        {gates.map((gate) => (
          <li key={gate.id} dir="auto">
            <strong>{names[gate.id]}</strong>: {asSentence(sourceWords(gate, wording))} {words[remedyFor(gate)]}
          </li>
        ))}
      </ul>
      <div class="inline-actions">
        {gates.some((gate) => remedyFor(gate) === 'readAgain') && (
          <button type="button" class="button" onClick={onReadAgain}>
            {readAgain}
          </button>
        )}
        {toAnswer.some((gate) => !isOfAccounts(gate)) && (
          <a class="text-link" href={answersAt.options}>
            {words.toOptions}
          </a>
        )}
        {toAnswer.some(isOfAccounts) && (
          <a class="text-link" href={answersAt.accounts}>
            {words.toAccounts}
          </a>
        )}
      </div>
    </section>
  );
}
