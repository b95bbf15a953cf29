/** The parts of the section about ChatApp, to be changed by each test. */
import { AccountsPart, type AccountsPartProps } from '../../../components/dashboard/chatapp/AccountsPart.tsx';
import { ChatAppPage, type ChatAppPageProps } from '../../../components/dashboard/chatapp/ChatAppPage.tsx';
import type { ChatAppPartProps } from '../../../components/dashboard/chatapp/chatapp-props.ts';
import { OptionsPart } from '../../../components/dashboard/chatapp/OptionsPart.tsx';
import { ReadLine, type ReadLineProps } from '../../../components/dashboard/chatapp/ReadLine.tsx';
import { ReinstallPart, type ReinstallPartProps } from '../../../components/dashboard/chatapp/ReinstallPart.tsx';
import { StatePart } from '../../../components/dashboard/chatapp/StatePart.tsx';
import { FileButtons } from '../../../components/dashboard/FileButtons.tsx';
import { NOW } from '../samples.ts';
import { book, market, withMarket } from './chatapp-samples.ts';

const done = async () => true;

const part = (changes: Partial<ChatAppPartProps>): ChatAppPartProps => ({
  portal: withMarket(),
  book: book(),
  now: NOW,
  onPlace: done,
  onTell: done,
  fileButtons: () => <FileButtons file="none" onSave={() => undefined} />,
  ...changes,
});

export const page = (changes: Partial<ChatAppPageProps> = {}) => (
  <ChatAppPage
    market={market()}
    now={NOW}
    tab="state"
    hrefOf={(tab) => `#chatapp/x/${tab}`}
    onConfirm={done}
    onForget={done}
    onPlace={done}
    {...changes}
  >
    {changes.children ?? null}
  </ChatAppPage>
);

export const readLine = (changes: Partial<ReadLineProps> = {}) => (
  <ReadLine
    book={book()}
    now={NOW}
    portal={{ origin: 'https://demo.bitrix24.ru', prefix: '/' }}
    isConfirmed
    reading="none"
    onReadAgain={() => undefined}
    {...changes}
  />
);

export const statePart = (changes: Partial<ChatAppPartProps> = {}) => <StatePart {...part(changes)} />;
export const optionsPart = (changes: Partial<ChatAppPartProps> = {}) => <OptionsPart {...part(changes)} />;
export const accountsPart = (changes: Partial<AccountsPartProps> = {}) => (
  <AccountsPart {...part(changes)} draft={changes.draft ?? null} onDraft={changes.onDraft ?? (() => undefined)} />
);
export const reinstallPart = (changes: Partial<ReinstallPartProps> = {}) => (
  <ReinstallPart {...part(changes)} onBegin={changes.onBegin ?? done} onRun={changes.onRun ?? done} />
);
