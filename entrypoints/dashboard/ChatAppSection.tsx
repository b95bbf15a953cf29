import { useSelector } from '@xstate/store-preact';
import { AccountsPart } from '../../components/dashboard/chatapp/AccountsPart.tsx';
import { DeedLine } from '../../components/dashboard/chatapp/bits.tsx';
import { ChatAppPage } from '../../components/dashboard/chatapp/ChatAppPage.tsx';
import type { ChatAppPartProps, FileContents } from '../../components/dashboard/chatapp/chatapp-props.ts';
import { OptionsPart } from '../../components/dashboard/chatapp/OptionsPart.tsx';
import { ReadLine } from '../../components/dashboard/chatapp/ReadLine.tsx';
import { ReinstallPart } from '../../components/dashboard/chatapp/ReinstallPart.tsx';
import { StatePart } from '../../components/dashboard/chatapp/StatePart.tsx';
import { useDeed } from '../../components/dashboard/chatapp/use-deed.ts';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { FileButtons } from '../../components/dashboard/FileButtons.tsx';
import { Answered } from '../../components/dashboard/States.tsx';
import type { ChatAppBook } from '../../domain/chatapp/book.ts';
import type { ChatAppTab } from '../../domain/chatapp-text.ts';
import type { MarketPlace } from '../../domain/market/view.ts';
import { dashboardStore } from './dashboard-store.ts';
import { ExplainPart, type ExplainPartProps } from './ExplainPart.tsx';
import { hashOf } from './place.ts';
import type { SectionProps } from './section-props.ts';
import { useChatApp } from './use-chatapp.ts';
import { useFile } from './use-file.ts';

/** The application for messengers: whom it serves, its access list, its options, and a reinstall. */
export function ChatAppSection(props: SectionProps) {
  const { portal, now } = props;
  const { key, market } = portal;
  const { place } = useSelector(dashboardStore, (snapshot) => snapshot.context);
  const tab = place.tab ?? 'state';
  const chatapp = useChatApp(portal);
  return (
    <ChatAppPage
      market={market}
      now={now}
      tab={tab}
      hrefOf={(each) => addressOf(key, each)}
      onConfirm={chatapp.confirm}
      onForget={chatapp.forget}
      onPlace={chatapp.open}
    >
      <Answered answer={chatapp.answer} onRetry={chatapp.retry}>
        {(book) => (
          <>
            <ReadLine
              book={book}
              now={now}
              portal={portal}
              isConfirmed={market.confirmed !== null}
              reading={chatapp.reading}
              onReadAgain={() => void chatapp.readAgain()}
            />
            <div class="chatapp-part" key={tab}>
              <Part {...props} tab={tab} detail={place.detail ?? null} book={book} chatapp={chatapp} />
            </div>
          </>
        )}
      </Answered>
    </ChatAppPage>
  );
}

const addressOf = (key: string, tab: ChatAppTab, detail: string | null = null) =>
  hashOf({ section: 'chatapp', key, chatId: null, recordId: null, tab, detail });

interface PartProps extends SectionProps {
  tab: ChatAppTab;
  detail: string | null;
  book: ChatAppBook;
  chatapp: ReturnType<typeof useChatApp>;
}

function Part({ tab, detail, book, chatapp, ...section }: PartProps) {
  const { portal, language } = section;
  const { key, host } = portal;
  const drafts = useSelector(dashboardStore, (snapshot) => snapshot.context.accountDrafts);
  const part: ChatAppPartProps = {
    ...section,
    book,
    onPlace: chatapp.open,
    onTell: chatapp.tell,
    fileButtons: (contents) => <SavedFile host={host} language={language} contents={contents} />,
  };
  switch (tab) {
    case 'explain':
      return (
        <Explain
          {...section}
          book={book}
          detail={detail}
          onDetail={(next) => {
            location.hash = addressOf(key, 'explain', next);
          }}
          onOpen={chatapp.open}
          onReadAgain={() => void chatapp.readAgain()}
        />
      );
    case 'options':
      return <OptionsPart {...part} />;
    case 'accounts':
      return (
        <AccountsPart
          {...part}
          draft={drafts[key] ?? null}
          onDraft={(without) => dashboardStore.trigger.accountsChosen({ key, without })}
        />
      );
    case 'reinstall':
      return <ReinstallPart {...part} onBegin={chatapp.begin} onRun={chatapp.run} />;
    default:
      return <StatePart {...part} />;
  }
}

interface ExplainProps extends Omit<ExplainPartProps, 'onPlace'> {
  onOpen: (place: MarketPlace) => Promise<boolean>;
}

/** The explanation, and whether a way that it offers could be opened. */
function Explain({ onOpen, ...explain }: ExplainProps) {
  const {
    chatapp: { reinstall: words },
  } = useDashboardText();
  const { state, run } = useDeed();
  return (
    <>
      <DeedLine state={state} done={words.opened} failed={words.notDone} />
      <ExplainPart {...explain} onPlace={(place) => void run(() => onOpen(place))} />
    </>
  );
}

interface SavedFileProps {
  host: string;
  language: string;
  contents: () => FileContents;
}

function SavedFile(props: SavedFileProps) {
  return <FileButtons {...useFile({ section: 'chatapp', ...props })} />;
}
