import type { PageContext } from '../pages.ts';
import { makeDocument } from './document.ts';
import { portalFrame } from './frame.ts';
import { messengerData } from './stream.ts';

/** `/online/`: the messenger embedded in the page, or the old messenger where the portal still has it. */
export function messengerPage(context: PageContext): string {
  const { messenger, user } = context.portal.state.scenario;
  const title = user.language === 'ru' ? 'Мессенджер' : 'Messenger';
  const isNew = messenger === 'v2';
  const content = isNew
    ? '<div id="messenger-embedded-application"></div>'
    : '<div class="bx-messenger-box"><div class="bx-messenger-content" id="old-messenger"></div></div>';
  const frame = portalFrame(context, { current: '/online/', title, content, hasChatBar: false });
  return makeDocument(context, {
    title,
    bodyClass: 'template-air --messenger',
    body: frame + messengerData(context, { embedded: true }),
    styles: ['messenger.css'],
    scripts: ['bx/pull.js', 'bx/slider.js', ...(isNew ? [] : ['bx/old-messenger.js'])],
    modules: isNew ? ['messenger/launch.js'] : [],
  });
}
