/** Puts what reads chats and the event log beside the link. Only a tab that reads its portal loads it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { AccessReader } from '../bitrix24/access-reader.ts';
import { readSignIns } from '../bitrix24/sign-ins.ts';
import type { IsolatedScope } from '../link/page-side.ts';

export default defineUnlistedScript(() => {
  (globalThis as IsolatedScope).latchdeskReader = {
    lookForAccess: (query, surroundings) => new AccessReader(query, surroundings),
    readSignIns,
  };
});
