/** Puts what reads people, lines and access for ChatApp beside the link. Only a tab that is asked to loads it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readChatApp } from '../bitrix24/chatapp-reader.ts';
import type { IsolatedScope } from '../link/page-side.ts';

export default defineUnlistedScript(() => {
  (globalThis as IsolatedScope).latchdeskChatAppReader = { read: readChatApp };
});
