import { useState } from 'preact/hooks';
import type { Explanation } from '../../../domain/chatapp/explain.ts';
import { type LetterAbout, letterToColleague, letterToEmployee } from '../../../domain/chatapp/letters.ts';
import { CopyButton } from '../../cards/CopyButton.tsx';
import { LanguageToggle } from '../../cards/LanguageToggle.tsx';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { type LetterLanguage, useExplainer } from './explainer-context.ts';

/** Plain texts about one employee, to copy in either language; nothing is sent. */
export function LettersPart({ explanation }: { explanation: Explanation }) {
  const { explainer } = useDashboardText();
  const { letters: words } = explainer;
  const { language: own } = useExplainer();
  const [isOpen, setOpen] = useState(false);
  const [language, setLanguage] = useState<LetterLanguage['language']>(own === 'ru' ? 'ru' : 'en');
  const about = useLetterAbout(language);
  return (
    <div class="letters">
      <button type="button" class="button fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="chevron" />
        {words.heading}
      </button>
      {isOpen && (
        <>
          <div class="inline-actions">
            <p class="quiet">{words.lead}</p>
            <LanguageToggle language={language} onLanguage={setLanguage} />
          </div>
          <Letter
            title={words.employee}
            copy={words.copyEmployee}
            text={letterToEmployee(explanation, about)}
            language={language}
          />
          <Letter
            title={words.colleague}
            copy={words.copyColleague}
            text={letterToColleague(explanation, about)}
            language={language}
          />
        </>
      )}
    </div>
  );
}

function useLetterAbout(language: LetterLanguage['language']): LetterAbout {
  const { letterLanguages, wording, host } = useExplainer();
  const found = letterLanguages.find((each) => each.language === language);
  return { ...wording, ...(found && { words: found.words, text: found.text }), host };
}

interface LetterProps {
  title: string;
  copy: string;
  text: string;
  language: string;
}

function Letter({ title, copy, text, language }: LetterProps) {
  const { onCopy } = useExplainer();
  return (
    <article class="letter" aria-label={title}>
      <h4 class="stage-name">{title}</h4>
      <p class="letter-text" lang={language}>
        {text}
      </p>
      <CopyButton text={text} onCopy={onCopy} label={copy} look="button" />
    </article>
  );
}
