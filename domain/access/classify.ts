/** What a message is: a request of the vendor for access, something that only looks like one, or nothing of both. */
import type { AccessMessage, BotFacts, MessageButton } from './message.ts';
import { asksAsSupport, asksForAccess, imitatesVendor, namesSupport, saysOf } from './patterns.ts';
import { plainText } from './plain.ts';
import type { Because, SenderKind, Verdict, VerdictKind } from './verdict.ts';

/** What of the portal a message is held against. */
export interface PortalFacts {
  /** Its address, e.g. `demo.bitrix24.ru`. */
  host: string;
  /** Whoever is signed in: their own messages ask for nothing. */
  userId: string;
  /** Bots by user id, as far as the portal named them. */
  bots: ReadonlyMap<string, BotFacts>;
}

export interface Sender {
  kind: SenderKind;
  isVerified: boolean;
  /** Null for a person and for a notice. */
  bot: BotFacts | null;
}

/** The support's own commands that have nothing to do with access. */
const OTHER_COMMANDS = new Set([
  'session',
  'menu',
  'startdialog',
  'queuenumber',
  'activate',
  'support24',
  'notifyconfirm',
]);
const PARTNER_PARAMS = /^(activatePartnerSupport|declinePartnerRequest|deactivatePartnerSupport)(?![A-Za-z])/i;

const commandOf = ({ command }: MessageButton) => command.trim().replace(/^\//, '').toLowerCase();

/** True for the portal's own command for access to it. */
export const isAccessButton = (button: MessageButton): boolean => commandOf(button) === 'supportaccess';

/** `ends`: the button by which support by a partner ends; `answers`: one of those under a request; null: another. */
export function partnerButton(button: MessageButton): 'answers' | 'ends' | null {
  const params = commandOf(button) === 'support24' ? PARTNER_PARAMS.exec(button.params.trim())?.[1] : undefined;
  if (params === undefined) return null;
  return /^deactivate/i.test(params) ? 'ends' : 'answers';
}

/** Names of commands that we do not know, each once. */
export const unknownCommandsOf = (buttons: readonly MessageButton[]): string[] => [
  ...new Set(
    buttons
      .filter((button) => !isAccessButton(button) && !OTHER_COMMANDS.has(commandOf(button)) && button.command.trim())
      .map((button) => button.command.trim().replace(/^\//, '').slice(0, 80)),
  ),
];

/**
 * `support` or `assistant` for the vendor's own bots. The portal computes type `support24` and code `network_cloud`
 * itself; `marta` could be chosen by an application, but then the bot carries the number of that application.
 */
export function vendorBot(bot: BotFacts | null | undefined): 'support' | 'assistant' | null {
  if (!bot) return null;
  const isOfNetwork = bot.type === 'support24' || bot.type === 'network';
  if (bot.code === 'network_cloud' && (bot.appId === '' || isOfNetwork)) return 'support';
  const isOtherSupport = bot.code.startsWith('network_');
  if (bot.type === 'support24' && bot.appId === '' && !isOtherSupport) return 'support';
  return bot.code === 'marta' && bot.appId === '' ? 'assistant' : null;
}

/** A person of the support writes under the bot's name: `network-<bot id>-<their number>`. */
const botIdOf = (authorId: string) => /^network-(\d{1,15})-/.exec(authorId)?.[1] ?? authorId;

/** Who sent a message, as far as the portal proves it. */
export function senderOf({ author, chatKind }: AccessMessage, portal: PortalFacts): Sender {
  if (author.id === '' || author.id === '0') return { kind: 'notice', isVerified: false, bot: null };
  const bot = author.bot ?? portal.bots.get(botIdOf(author.id)) ?? null;
  const vendor = vendorBot(bot);
  if (vendor) return { kind: chatKind === 'notifier' ? 'notifier' : vendor, isVerified: true, bot };
  return { kind: bot || botIdOf(author.id) !== author.id ? 'bot' : 'person', isVerified: false, bot };
}

const verdict = (kind: VerdictKind, confidence: number, because: (Because | false)[]): Verdict => ({
  kind,
  confidence,
  because: [...new Set(because.filter((reason) => reason !== false))],
});
const NOTHING: Verdict = { kind: 'nothing', confidence: 1, because: [] };

/** Judges one message. Words alone never make a request, and neither do buttons of anybody but the vendor. */
export function classify(message: AccessMessage, portal: PortalFacts): Verdict {
  if (message.author.id === portal.userId && portal.userId !== '' && message.carrier === 'message') return NOTHING;
  if (message.carrier === 'notification') return classifyNotification(message);
  const sender = senderOf(message, portal);
  return sender.isVerified ? classifyVerified(message, sender, portal) : classifyOther(message, sender, portal);
}

/** Only notifications of the vendor's own module come here. */
function classifyNotification(message: AccessMessage): Verdict {
  // In the same place new employees ask to be let in.
  if (!asksForAccess(message.text) || !namesSupport(message.text)) return NOTHING;
  if (message.buttons.length === 0) return verdict('hint', 0.3, ['textAsksForAccess']);
  return verdict('probable', 0.35, ['confirmNotification', 'senderUnverified', 'textAsksForAccess', mixed(message)]);
}

const mixed = ({ text }: AccessMessage): Because | false => plainText(text).hasMixedLetters && 'mixedLetters';

function classifyVerified(message: AccessMessage, sender: Sender, portal: PortalFacts): Verdict {
  const { buttons, text } = message;
  const access = buttons.filter(isAccessButton);
  const asks: Because | false = asksForAccess(text) && 'textAsksForAccess';
  const words: (Because | false)[] = [asks, asks && mixed(message)];
  if (access.length > 0) {
    const because: (Because | false)[] = ['accessCommand', 'senderVerified'];
    const target = addressed(access, message, portal);
    if (target === 'other') return verdict('lookalike', 0.8, [...because, 'buttonsOfAnotherBot', ...words]);
    if (target === 'unknown') return verdict('probable', 0.6, [...because, 'buttonsOfAnotherBot', ...words]);
    if (access.length > 1 || givesAnswer(access[0]) === 'allow') return verdict('request', 0.9, [...because, ...words]);
    // A single button may as well be one of the answers: that an access runs takes a word of it.
    if (!endsAccess(access[0]) && saysOf(text) !== 'granted') return verdict('probable', 0.6, [...because, ...words]);
    return verdict('revocable', 0.65, [...because, 'onlyRevokeButton']);
  }
  const partner = buttons.map(partnerButton).filter((kind) => kind !== null);
  if (partner.length > 0) return classifyPartner(partner, sender, words);
  if (!asks) return NOTHING;
  const unknown = unknownCommandsOf(buttons).length > 0 && buttons.filter((button) => button.command).length > 1;
  return unknown
    ? verdict('probable', 0.6, ['senderVerified', 'unknownCommands', ...words])
    : verdict('hint', 0.4, ['senderVerified', ...words]);
}

function classifyPartner(partner: ('answers' | 'ends')[], sender: Sender, words: (Because | false)[]): Verdict {
  const because: (Because | false)[] = ['partnerCommand', 'senderVerified', ...words];
  // The assistant has no such buttons as far as anybody knows.
  if (vendorBot(sender.bot) !== 'support') return verdict('probable', 0.6, because);
  return partner.includes('answers')
    ? verdict('partnerRequest', 0.99, because)
    : verdict('partnerActive', 0.9, because);
}

/** Whom a press on the buttons would address; a button that does not tell addresses its author. */
function addressed(buttons: readonly MessageButton[], { author }: AccessMessage, portal: PortalFacts) {
  const bots = buttons
    .map(({ botId }) => botId)
    .filter((botId) => botId !== null && botId !== botIdOf(author.id))
    .map((botId) => portal.bots.get(botId ?? ''));
  if (bots.some((bot) => bot && !vendorBot(bot))) return 'other';
  return bots.includes(undefined) ? 'unknown' : 'vendor';
}

function classifyOther(message: AccessMessage, sender: Sender, portal: PortalFacts): Verdict {
  const { author, buttons, text } = message;
  const hasAccess = buttons.some(isAccessButton);
  const hasPartner = buttons.some((button) => partnerButton(button) !== null);
  const asks = asksAsSupport(text, author.name);
  if (!hasAccess && !hasPartner && !asks) return NOTHING;
  const because: (Because | false)[] = [
    hasAccess && 'accessCommand',
    hasPartner && 'partnerCommand',
    'senderUnverified',
    sender.bot !== null && sender.bot.appId !== '' && 'senderIsApplication',
    sender.kind === 'person' && 'senderIsPerson',
    imitatesVendor(author.name) && sender.kind !== 'notice' && 'nameImitates',
    (asks || asksForAccess(text)) && 'textAsksForAccess',
    mixed(message),
  ];
  if (sender.kind !== 'notice') return verdict('lookalike', 0.8, because);
  // The portal names no author of a notice. In the vendor's own chat it may be the vendor's; its words alone are not.
  const isAtHome = vendorBot(portal.bots.get(message.dialogId)) !== null || message.chatKind === 'notifier';
  if (!hasAccess && !hasPartner) return isAtHome ? verdict('hint', 0.3, because) : NOTHING;
  return isAtHome ? verdict('probable', 0.5, because) : verdict('lookalike', 0.6, because);
}

const ALLOW =
  /^(?:да(?:$|[, ])|разреш|предостав|соглас|подтверд|одобр|откр|принять|подключ|connect|activate|allow|grant|accept|approve|yes|agree|confirm)/i;
const DENY = /^(?:нет$|не |отклон|отказ|запрет|deny|decline|reject|refuse|no$|no[ ,]|do not|don['’]t|disallow)/i;
const ALLOW_PARAMS = /(?:^|[^a-z0-9])(?:allow|accept|grant|approve|agree|yes|y)(?![a-z0-9])|^activatePartnerSupport/i;
const DENY_PARAMS =
  /(?:^|[^a-z0-9])(?:deny|decline|reject|refuse|disagree|disallow|cancel|no|n)(?![a-z0-9])|^declinePartnerRequest/i;

const END =
  /^(?:отмен|отозв|отзыв|прекра|закры|заверш|отключ|забра|cancel|revoke|end(?!\p{L})|stop|close|finish|withdraw|terminate|disable|turn off)/iu;
const END_PARAMS = /(?:^|[^a-z0-9])(?:cancel|revoke|end|stop|close|finish|withdraw|terminate|disable)(?![a-z0-9])/i;

const labelOf = (button: MessageButton): string => plainText(button.label).text.replace(/^[^\p{L}]+/u, '');

/** True for a button that says by its label or its parameters that it ends an access. */
const endsAccess = (button: MessageButton | undefined): boolean =>
  button !== undefined && (END.test(labelOf(button)) || END_PARAMS.test(button.params));

/** Which answer a button gives; null unless its label and its parameters say the same. */
export function givesAnswer(button: MessageButton | undefined): 'allow' | 'deny' | null {
  if (!button) return null;
  const label = labelOf(button);
  const says = (allows: boolean, denies: boolean) => (allows === denies ? null : allows ? 'allow' : 'deny');
  const inWords = says(ALLOW.test(label), DENY.test(label));
  const inParams = says(ALLOW_PARAMS.test(button.params), DENY_PARAMS.test(button.params));
  return inWords === inParams ? inWords : null;
}
