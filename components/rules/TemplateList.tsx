import { readDraft } from '../../domain/rules/draft.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import { ruleSentence } from '../../domain/rules/sentence.ts';
import { TEMPLATES, type TemplatePlace } from '../../domain/rules/templates.ts';
import type { RulesView } from '../../domain/rules/view.ts';
import { WriteButton } from '../dashboard/WriteButton.tsx';
import { namesIn } from './rule-names.ts';
import { useRulesText } from './rules-text-context.ts';

export interface TemplateListProps {
  view: Pick<RulesView, 'portals' | 'destinations'>;
  timeZone: string;
  /** Null: an empty form. */
  onTake: (make: ((place: TemplatePlace) => Rule) | null) => void;
}

/** Ready rules, each in words; the last one is an empty form. */
export function TemplateList({ view, timeZone, onTake }: TemplateListProps) {
  const words = useRulesText();
  const { creating, template, list } = words;
  const sentenceOf = (rule: Rule) => {
    const draft = readDraft(rule);
    return draft && ruleSentence(words, draft, namesIn(view));
  };
  return (
    <section class="rules-part" aria-label={creating.templates}>
      <h2 class="part-title">{creating.templates}</h2>
      <ul class="rule-templates">
        {TEMPLATES.map(({ id, make }) => {
          const { name } = template[id];
          return (
            <li key={id} class="rule-card">
              <h3 class="rule-name">{name}</h3>
              <p>{sentenceOf(make(template, { timeZone }))}</p>
              <WriteButton
                type="button"
                class="button"
                aria-label={list.of(creating.take, name)}
                onClick={() => onTake((place) => make(template, place))}
              >
                {creating.take}
              </WriteButton>
            </li>
          );
        })}
        <li class="rule-card">
          <h3 class="rule-name">{creating.own.title}</h3>
          <p>{creating.own.text}</p>
          <WriteButton
            type="button"
            class="button"
            aria-label={list.of(creating.take, creating.own.title)}
            onClick={() => onTake(null)}
          >
            {creating.take}
          </WriteButton>
        </li>
      </ul>
    </section>
  );
}
