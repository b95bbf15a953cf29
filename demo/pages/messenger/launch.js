import { mountCompactList } from './compact-list.js';
import { makeCore } from './core.js';
import { makeDrafts } from './drafts.js';
import { makeMessenger } from './messenger.js';
import { makePublic } from './public.js';
import { makeServices } from './services.js';
import { makeSupportService } from './support.js';

/** Starts on a page what that page has of the messenger. */
const data = JSON.parse(document.getElementById('demo-messenger-data').textContent);
const core = makeCore(data);
const services = makeServices(core);
const support = makeSupportService(core);
const drafts = makeDrafts();
const messenger = makeMessenger({ core, services, support, drafts, isEmbedded: data.embedded });

BX.namespace('BX.Messenger.v2.Application').Core = core;
BX.namespace('BX.Messenger').Public = makePublic({ messenger, isEmbedded: data.embedded });
const application = BX.Messenger.v2.Application;
BX.Messenger.v2.Lib = { DraftManager: { getInstance: () => drafts } };
makeOldShim();

BX.ready(async () => {
  if (data.embedded) await startEmbedded();
  else await startQuickAccess();
});

async function startQuickAccess() {
  await core.ready();
  await services.loadRecent().catch((error) => console.error('recent list', error));
  mountCompactList(document.getElementById('bx-im-external-recent-list'), core);
  application.quickAccess = { name: 'quickAccess' };
  const { dialogId, messageId } = wantedChat();
  if (dialogId !== null) await BX.Messenger.Public.openChat(dialogId, messageId);
}

async function startEmbedded() {
  const root = document.getElementById('messenger-embedded-application');
  await messenger.show(root);
  application.messenger = { name: 'messenger' };
  const { dialogId, messageId } = wantedChat();
  if (dialogId !== null) messenger.setLayout({ name: 'chat', entityId: dialogId, contextId: messageId });
}

function wantedChat() {
  const query = new URLSearchParams(location.search);
  return { dialogId: query.get('IM_DIALOG'), messageId: Number(query.get('IM_MESSAGE') ?? 0) };
}

/** The new messenger also leaves a `BXIM` behind: its presence says nothing about the version. */
function makeOldShim() {
  if (window !== window.top || window.BXIM) return;
  const openMessenger = (dialogId) => BX.Messenger.Public.openChat(dialogId);
  window.BXIM = { messenger: {}, openMessenger, openMessengerSlider: openMessenger };
}
