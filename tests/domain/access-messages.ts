/** Messages as they come from a portal with the vendor's bots, a bot of the market and a colleague. */
import type { PortalFacts } from '../../domain/access/classify.ts';
import type { AccessMessage, BotFacts, MessageButton } from '../../domain/access/message.ts';

export const SUPPORT: BotFacts = { code: 'network_cloud', type: 'support24', appId: '' };
export const ASSISTANT: BotFacts = { code: 'marta', type: 'bot', appId: '' };
export const MARKET: BotFacts = { code: 'marta', type: 'bot', appId: 'local.x' };
export const PARTNER: BotFacts = { code: 'network_partner', type: 'support24', appId: '' };

export const PORTAL: PortalFacts = {
  host: 'demo.bitrix24.ru',
  userId: '1',
  bots: new Map([
    ['5', SUPPORT],
    ['6', ASSISTANT],
    ['7', MARKET],
    ['8', PARTNER],
  ]),
};

export const ASK_RU =
  'Сотруднику поддержки нужен доступ к вашему порталу, чтобы проверить настройки CRM. Разрешить доступ на 21 день?';
export const ASK_EN =
  'A helpdesk employee needs access to your portal to check the CRM settings. Allow access for 21 days?';

export const button = (changes: Partial<MessageButton> = {}): MessageButton => ({
  botId: '5',
  command: 'supportAccess',
  params: 'allow|r1',
  label: 'Разрешить',
  ...changes,
});
export const ALLOW = button();
export const DENY = button({ params: 'deny|r1', label: 'Отклонить' });
export const END = button({ params: 'cancel|r1', label: 'Отменить доступ' });

export const author = (id: string, name: string, bot: BotFacts | null) => ({ id, name, bot });
export const BY_SUPPORT = author('5', 'Поддержка24', SUPPORT);
export const BY_ASSISTANT = author('6', 'Марта', ASSISTANT);
export const BY_MARKET = author('7', 'Поддержка Битрикс24', MARKET);
export const BY_COLLEAGUE = author('2', 'Мария Петрова', null);
export const BY_NOBODY = author('', '', null);

export const message = (changes: Partial<AccessMessage> = {}): AccessMessage => ({
  carrier: 'message',
  id: 1001,
  chatId: 20,
  dialogId: '5',
  chatKind: 'private',
  sentAt: Date.UTC(2026, 10, 20, 9),
  author: BY_SUPPORT,
  buttons: [ALLOW, DENY],
  text: ASK_RU,
  attachColours: [],
  ticket: null,
  ...changes,
});
