import { Icon } from '../Icon.tsx';
import { useCardText } from '../text-context.ts';
import type { QuestionCardProps } from './question-props.ts';

/** What a reader at support would ask back; advice, never a lock. */
export function Check({ check, secretKinds }: QuestionCardProps) {
  const { question, shell, list } = useCardText();
  const secrets = [...new Set(secretKinds)].map((kind) => shell.secret[kind]);
  const advice = [
    ...check.missing.map((part) => question.missing[part]),
    ...(check.tooShort ? [question.tooShort] : []),
    ...(check.topics > 1 || check.looksLikeSecondTopic ? [question.severalTopics] : []),
    ...(secrets.length > 0 ? [question.secrets(list(secrets))] : []),
  ];
  return (
    <section class="desk-part" aria-label={question.check}>
      <h3 class="section-title">{question.check}</h3>
      {advice.length === 0 ? (
        <p class="mark" data-tone="good">
          <Icon name="roomy" />
          {question.allGood}
        </p>
      ) : (
        <ul class="advice">
          {advice.map((line) => (
            <li key={line} class="mark" data-tone="warning">
              <Icon name="near" />
              {line}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
