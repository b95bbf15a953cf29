/** The cards about applications in one frame. Injected beside the market script when there is something to show. */
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import styles from '../../components/market/market.css?inline';
import type { IsolatedScope } from '../../link/page-side.ts';
import { offerHandover, takeOver } from '../cards/handover.ts';
import { makeHost } from '../overlay/host.ts';
import { GuardQuestions, marketCards } from './guard-questions.ts';
import { MarketCardsHost } from './MarketCardsHost.tsx';
import { MarketCardsStore } from './market-cards-store.ts';
import { NoteFlow } from './note-flow.ts';

const HOST_NAME = 'latchdesk-market';

const scope = globalThis as IsolatedScope;

function start(): void {
  if (scope.latchdeskMarketCards?.isAlive()) return;
  // What an older version left behind; a card of it that waits for an answer ends as if the person had gone back.
  takeOver(document.querySelectorAll(HOST_NAME), []);
  const store = new MarketCardsStore();
  const questions = new GuardQuestions(store);
  const { host, container } = makeHost(styles, HOST_NAME);
  offerHandover(container, () => {
    questions.choose('back');
    render(null, container);
    host.remove();
    return [];
  });
  document.documentElement.append(host);
  render(<MarketCardsHost world={{ store, questions, flow: new NoteFlow(store) }} />, container);
  scope.latchdeskMarketCards = marketCards(store, questions);
}

export default defineUnlistedScript(() => start());
