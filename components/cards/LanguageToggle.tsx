import type { DraftLanguage } from '../../domain/cards-text.ts';
import { useCardText } from '../text-context.ts';

const LANGUAGES: readonly DraftLanguage[] = ['ru', 'en'];

interface LanguageToggleProps {
  language: DraftLanguage;
  onLanguage: (language: DraftLanguage) => void;
  /** Which message it is for, where there are several. */
  of?: string;
}

/** Picks the language a message to support is written in. */
export function LanguageToggle({ language, onLanguage, of }: LanguageToggleProps) {
  const { shell } = useCardText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings the page's own looks along.
    <div class="toggle" role="group" aria-label={of ? `${shell.language}: ${of}` : shell.language}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          title={shell.languageName[each]}
          aria-label={`${each.toUpperCase()}, ${shell.languageName[each]}`}
          onClick={() => onLanguage(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
