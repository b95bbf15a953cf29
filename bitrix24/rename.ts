/** Renames a dialog the portal's own way. It answers "true" even when it refused: the live event confirms. */
import { type PortalAnswer, postToPortal, renewedToken } from './requests.ts';

/** `asked`: the portal took the wish; `refused`: it said no; `failed`: it could not be asked. */
export type RenameOutcome = 'asked' | 'refused' | 'failed';

const TIMEOUT = 10_000;

export async function renameDialog(token: string, dialogId: string, title: string): Promise<RenameOutcome> {
  const ask = (sessid: string): Promise<PortalAnswer> =>
    postToPortal(
      '/rest/im.chat.updateTitle.json',
      new URLSearchParams({ sessid, DIALOG_ID: dialogId, TITLE: title }),
      AbortSignal.timeout(TIMEOUT),
    );
  let answer = await ask(token);
  const renewed = 'json' in answer ? renewedToken(answer.json) : null;
  if (renewed) answer = await ask(renewed);
  if (!('json' in answer)) return 'failed';
  return (answer.json as { result?: unknown } | null)?.result === true ? 'asked' : 'refused';
}
