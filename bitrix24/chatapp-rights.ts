/** The application's access list, from whichever of the portal's three ways it has. It is only ever read. */
import type { AccessEntry, Fact } from '../domain/chatapp/facts.ts';
import type { ChatAppSession } from './chatapp-session.ts';
import { LONGEST_CODE, nowhere, type Why, whyOf } from './chatapp-shapes.ts';
import { accessIn, oldRightsFields, RIGHTS_ACTION, rightsFields } from './market-access.ts';
import type { ChatAppQuery } from './market-protocol.ts';
import type { PortalAnswer } from './requests.ts';

/** The same of the module that the Market is built upon; it goes by the application's number. */
const REST_RIGHTS_ACTION = 'rest.Application.getRights';

/** The portal has no such module, controller or action. */
const NO_ACTION = /^(?:MAIN_CONTROLLER_)?(?:22002|221001|2210204|2210205|22102051)$/;

/** What the new Market says of a code that it does not know: it has no words of its own for that. */
const MODULE_NOT_LOADED = /LOADS?_MODULE|MODULE_NOT_LOADED/i;

/** Reads the list; `at` in epoch ms. Without a code nobody knows whose list it would be. */
export async function readAccessList(
  session: ChatAppSession,
  { code, appId }: Pick<ChatAppQuery, 'code' | 'appId'>,
  at: number,
): Promise<Fact<readonly AccessEntry[]>> {
  if (!code) return nowhere('notRead');
  const ways = [() => session.action(RIGHTS_ACTION, rightsFields(code))];
  if (appId !== null) {
    ways.push(
      () => session.action(REST_RIGHTS_ACTION, { appId: String(appId) }),
      () => session.oldAction(oldRightsFields(appId)),
    );
  }
  for (const ask of ways) {
    const fact = accessFact(await ask(), at);
    if (fact.from !== 'nowhere' || fact.why !== 'notAvailable') return fact;
  }
  return nowhere('notAvailable');
}

function accessFact(answer: PortalAnswer, at: number): Fact<readonly AccessEntry[]> {
  if ('failure' in answer) return nowhere(whyOfStatus(Number(answer.detail)));
  const why = refusalIn(answer.json) ?? (answer.status >= 400 ? whyOfStatus(answer.status) : null);
  if (why) return nowhere(why);
  const list = accessIn(answer.json, at);
  if (list.state === 'read') return { from: 'read', value: list.value.map(withShortProvider), at };
  return nowhere(list.reason === 'refused' ? 'refused' : 'failed');
}

const withShortProvider = ({ provider, ...entry }: AccessEntry): AccessEntry => ({
  ...entry,
  provider: provider?.slice(0, LONGEST_CODE) ?? null,
});

const whyOfStatus = (status: number): Why => (status === 404 ? 'notAvailable' : status === 403 ? 'refused' : 'failed');

/** Why an answer is none, as far as it has a code; null for an answer, and for a refusal in words. */
function refusalIn(json: unknown): Why | null {
  const { status, data, errors } = (json ?? {}) as { status?: unknown; data?: unknown; errors?: { code?: unknown }[] };
  if (status === 'error') {
    const code = String((Array.isArray(errors) ? errors[0]?.code : null) ?? '');
    return NO_ACTION.test(code) ? 'notAvailable' : whyOf(code);
  }
  const { error } = (status === 'success' ? (data ?? {}) : (json ?? {})) as { error?: unknown };
  return typeof error === 'string' && MODULE_NOT_LOADED.test(error) ? 'failed' : null;
}
