/** Which applications a portal has. Codes and ids differ from portal to portal; nothing may rely on them. */
import type { DemoApp, VendorMemory } from './market-state.ts';
import type { Language, Scenario } from './scenario.ts';
import type { PortalIdentity } from './state.ts';

/** The code of ChatApp on each portal: nobody could guess it. */
export const CHATAPP_CODES: Record<PortalIdentity['name'], string> = {
  demo: 'qv7m.omni_bridge',
  second: 'tz.hub-4418',
  own: 'k2.messengers',
};

const CARDS = ['DEAL', 'LEAD', 'CONTACT', 'COMPANY'];

const NOTHING: VendorMemory = { tabs: [], connectors: [], robots: [] };

const USUAL: Omit<DemoApp, 'id' | 'code' | 'name' | 'developer'> = {
  isActive: true,
  isInstalled: true,
  isUnpublished: false,
  access: [],
  placements: [],
  connectors: [],
  robots: [],
  options: {},
  installsAtOnce: true,
  handler: 'https://apps.maker.example',
  hasUpdate: false,
  atVendor: NOTHING,
};

const WORDS: Record<Language, { apps: [code: string, name: string, developer: string][]; lite: string }> = {
  ru: {
    apps: [
      ['sever.invoices', 'Счета и акты', 'Северный софт'],
      ['lugovoy_forms', 'Формы заявок', 'ИП Луговой'],
      ['trassa.delivery', 'Трасса: доставка', 'ООО «Трасса»'],
      ['pole.reports', 'Отчёты для руководителя', 'Поле'],
    ],
    lite: 'Простые мессенджеры',
  },
  en: {
    apps: [
      ['northern.invoices', 'Invoices and acts', 'Northern Soft'],
      ['meadow_forms', 'Request forms', 'Meadow Ltd'],
      ['route.delivery', 'Route: delivery', 'Route Inc.'],
      ['field.reports', 'Reports for managers', 'Field'],
    ],
    lite: 'Plain Messengers',
  },
};

/** The usual applications with the scenario's wishes laid over them. */
export function usualApps({ user, market }: Scenario, identity: PortalIdentity): DemoApp[] {
  const firstId = identity.name === 'demo' ? 41 : 118;
  const words = WORDS[user.language];
  const apps = [chatApp(identity, firstId), ...words.apps.map(ordinaryApp)];
  const changes: Partial<DemoApp>[] = [...market.apps];
  if (market.hasLookAlike) changes.push({ code: 'lite.chat', name: 'ChatApp Lite', developer: words.lite });
  for (let n = 1; n <= market.many; n += 1) changes.push(generatedApp(n));

  const [chat] = apps;
  const { accessList, isUnpublished, isUnfinished } = market;
  if (chat) Object.assign(chat, { access: accessList, isUnpublished, isInstalled: !isUnfinished });
  for (const change of changes) layOver(apps, change);
  return apps.map((app, n) => ({ ...structuredClone(app), id: app.id || firstId + 7 * n }));
}

function layOver(apps: DemoApp[], change: Partial<DemoApp>): void {
  const known = apps.find(({ code }) => code === change.code);
  if (known) Object.assign(known, change);
  else apps.push({ ...USUAL, id: 0, code: '', name: change.code ?? '', developer: '', ...change });
}

function chatApp(identity: PortalIdentity, id: number): DemoApp {
  const titles = ['ChatApp', 'ChatApp Dialog'];
  return {
    ...USUAL,
    id,
    code: CHATAPP_CODES[identity.name],
    name: 'ChatApp',
    developer: 'ChatApp',
    options: { license: '58213', region: 'eu', greeting: 'on' },
    installsAtOnce: false,
    handler: 'https://gateway.chat-maker.example',
    atVendor: {
      tabs: CARDS.flatMap((card) => titles.map((title) => ({ code: `CRM_${card}_DETAIL_TAB`, title }))),
      connectors: [
        { id: 'qv_whatsapp_9', title: 'ChatApp - WhatsApp', line: 1 },
        { id: 'qv_telegram_9', title: 'ChatApp - Telegram', line: 2 },
      ],
      robots: ['[ChatApp] – Send message', '[ChatApp] – Chat members'],
    },
  };
}

const ordinaryApp = ([code, name, developer]: [string, string, string], n: number): DemoApp => ({
  ...USUAL,
  id: 0,
  code,
  name,
  developer,
  hasUpdate: n === 1,
  options: { theme: 'plain' },
  atVendor: n === 0 ? { ...NOTHING, tabs: [{ code: 'CRM_DEAL_DETAIL_TAB', title: name }] } : NOTHING,
});

const generatedApp = (n: number): Partial<DemoApp> => ({
  code: `maker${n}.app`,
  name: `Add-on ${String(n).padStart(3, '0')}`,
  developer: 'A maker',
});
