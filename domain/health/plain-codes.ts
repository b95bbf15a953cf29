/**
 * What of the portal's own words may be kept and shown: codes, and names of commands. Everything else could be content,
 * since the portal decides what it writes there.
 */

/** What Latchdesk's own readers say, and codes of the portal that are written small. */
const KNOWN_DETAILS: readonly string[] = [
  'redirect',
  'network',
  'batch',
  'no answer',
  'no answer in time',
  'too large',
  'another user',
  'session_failed',
  'invalid_csrf',
  'invalid_authentication',
  'access_denied',
  'user_not_authorized',
  'expired_token',
  'unknown',
];

/** `503`, `QUERY_LIMIT_EXCEEDED`. A word alone may be anybody's name, so an unknown code has at least two. */
const CODE = /^(?:[1-5]\d\d|[A-Z]{2,20}(?:_[A-Z]{1,20}){1,6})$/;

/** A status or an error code as it is; empty for what could be something else. */
export const codeOrNothing = (detail: string): string =>
  KNOWN_DETAILS.includes(detail) || CODE.test(detail) ? detail : '';

const LONGEST_COMMAND = 80;

/** The name of a command, cut and without what is not seen; it stays in this browser. */
export const commandName = (text: string): string =>
  text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_COMMAND);

/** Words of which the portal makes its commands. A word that is not here could be a name or a title. */
const COMMAND_WORDS = new Set(
  `access action add admin allow answer app application assign avatar block bot button call cancel change channel chat
  clear click close collab color command comment comments complete config confirm connect copilot copy count counter
  counters create data delete deny department desktop detach dialog disable disk draft edit enable end entity event extend
  failed file files finish folder force general grant group hide icon im imbot info input invite join keyboard kick lead
  leave like limit limits line lines link list load manager managers member members mention menu message messages
  multidialog multidialogs mute name network new notice notification notify offline online open operator option options
  owner params partner pin pinned prepare promo pull queue quote reaction reactions read recent refresh refuse register
  reject remove rename reply request reset restore restrict restriction revoke right rights role roles save search send
  session sessions set settings show sidebar slot smile start state status sticker stop summary support sup task tariff
  text ticket title transfer type typing unblock undo unlock unmute unpin unread update url user users v2 view vote widget
  writing`.split(/\s+/),
);

/** The name of a command with `…` for each part that is no word of the portal's, so that it may leave the browser. */
export function plainCommand(name: string): string {
  const words = name.split(/(?=[A-Z])|(?<=[._-])|(?=[._-])/);
  const shown = words.map((word) => (COMMAND_WORDS.has(word.toLowerCase()) || /^[._-]$/.test(word) ? word : '…'));
  return shown.join('').replace(/…+/g, '…');
}
