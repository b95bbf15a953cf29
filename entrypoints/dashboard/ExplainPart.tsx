import { useMemo } from 'preact/hooks';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { ExplainerPage } from '../../components/dashboard/explainer/ExplainerPage.tsx';
import {
  type ExplainerAround,
  ExplainerContext,
  explainerFacts,
  type LetterLanguage,
} from '../../components/dashboard/explainer/explainer-context.ts';
import type { WhoCanFile } from '../../components/dashboard/explainer/who-can-rows.ts';
import { FileButtons } from '../../components/dashboard/FileButtons.tsx';
import { useText } from '../../components/text-context.ts';
import type { ChatAppBook } from '../../domain/chatapp/book.ts';
import type { MarketPlace } from '../../domain/market/view.ts';
import type { PortalView } from '../../domain/view.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { copyText } from '../../platform/clipboard.ts';
import { hashOf } from './place.ts';
import { useFile } from './use-file.ts';

export interface ExplainPartProps {
  portal: PortalView;
  book: ChatAppBook;
  now: number;
  language: string;
  /** What the address says of it, such as the employee on show; null: nothing. */
  detail: string | null;
  onDetail: (detail: string | null) => void;
  onPlace: (place: MarketPlace) => void;
  onReadAgain: () => void;
}

const LETTER_LANGUAGES: readonly LetterLanguage[] = (['ru', 'en'] as const).map((language) => ({
  language,
  words: dashboardLocaleFor(language).messages.explainer,
  text: localeFor(language).messages,
}));

const addressOf = (key: string, tab: 'options' | 'accounts') =>
  hashOf({ section: 'chatapp', key, chatId: null, recordId: null, tab, detail: null });

/** Why an employee can or cannot work with ChatApp. */
export function ExplainPart(props: ExplainPartProps) {
  const { portal, book, now, language, detail, onDetail, onPlace, onReadAgain } = props;
  const { explainer: words } = useDashboardText();
  const text = useText();
  // Made ready once for thousands of questions; never stored.
  const known = useMemo(() => explainerFacts(book.facts, language, words), [book.facts, language, words]);
  const around = useMemo<ExplainerAround>(
    () => ({
      ...known,
      book,
      wording: { words, text, directory: known.directory, now },
      host: portal.host,
      language,
      letterLanguages: LETTER_LANGUAGES,
      answersAt: { options: addressOf(portal.key, 'options'), accounts: addressOf(portal.key, 'accounts') },
      onPlace,
      onReadAgain,
      onCopy: copyText,
    }),
    [known, book, words, text, now, portal.host, portal.key, language, onPlace, onReadAgain],
  );
  return (
    <ExplainerContext.Provider value={around}>
      <ExplainerPage
        detail={detail}
        onDetail={onDetail}
        renderFile={(contents) => <SavedList host={portal.host} language={language} contents={contents} />}
      />
    </ExplainerContext.Provider>
  );
}

/** Saves a list of employees as a file. */
function SavedList({ host, language, contents }: { host: string; language: string; contents: () => WhoCanFile }) {
  return <FileButtons {...useFile({ section: 'chatapp', host, language, contents })} />;
}
