import { beforeEach, describe, expect, test } from 'vitest';
import { accessIn } from '../../bitrix24/market-access.ts';
import { CHATAPP_CODES } from '../../demo/model/market-apps.ts';
import { eachWithVisitor } from './visitor.ts';

const visit = eachWithVisitor();
const code = CHATAPP_CODES.demo;

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const stored = () => visit.director.marketState();
const chatApp = () => {
  const app = stored().apps.find((each) => each.code === code);
  if (!app) throw new Error('ChatApp is gone from the portal, its row as well');
  return app;
};
const ask = async (action: string, params: Record<string, string> = {}) =>
  (await visit.visitor.ajax(action, params)).body;

/** A question to the old address, with the token in the form. */
async function askOld(params: Record<string, string>, method = 'POST') {
  const body = new URLSearchParams({ sessid: visit.visitor.token, ...params }).toString();
  return JSON.parse((await visit.visitor.ask('/bitrix/tools/rest.php', { method, headers: FORM, body })).text);
}

describe('uninstalling', () => {
  test('takes tabs, connectors and robots in any case, and leaves options, row, id and access list', async () => {
    visit.director.setAccessList({ access: ['U12', 'DR10'] });
    const before = chatApp();
    expect(before.placements).toHaveLength(8);
    const reply = await ask('market.Application.uninstall', { code, clean: 'N' });
    expect(reply).toEqual({ status: 'success', data: { success: 1 }, errors: [] });
    const kept = { id: before.id, code, access: ['U12', 'DR10'], options: before.options };
    expect(chatApp()).toMatchObject({ ...kept, isActive: false, isInstalled: false });
    expect(chatApp()).toMatchObject({ placements: [], connectors: [], robots: [] });
    expect(stored().uninstallations).toMatchObject([{ code, wiped: false, options: {}, robots: before.robots }]);
  });

  test('with data takes the options as well, and what the maker remembers', async () => {
    await ask('market.Application.uninstall', { code, clean: 'Y' });
    expect(chatApp()).toMatchObject({ options: {}, atVendor: { connectors: [], robots: [] } });
    expect(stored().uninstallations[0]).toMatchObject({ wiped: true, options: { license: '58213' } });
  });

  test.each([
    ['the new Market', 'Y', true],
    ['the new Market', 'true', false],
    ['the old Marketplace', 'true', true],
    ['the old Marketplace', 'Y', false],
  ])('in %s knows clean=%s as %s', async (generation, clean, wiped) => {
    if (generation === 'the new Market') await ask('rest.Application.uninstall', { code, clean });
    else await askOld({ action: 'uninstall', code, clean });
    expect(stored().uninstallations).toMatchObject([{ code, wiped }]);
  });

  test('is refused for a stranger code, for one that is gone, and for an employee', async () => {
    expect((await ask('market.Application.uninstall', { code: 'nobody.knows' })).data.error).toContain('не найдено');
    await ask('market.Application.uninstall', { code });
    expect((await ask('market.Application.uninstall', { code })).data.error).toContain('не найдено');
    visit.director.setRole('employee');
    expect(await askOld({ action: 'uninstall', code })).toEqual({ error: 'Доступ запрещён' });
    expect(stored().uninstallations).toHaveLength(1);
  });

  test('is refused in the words of whoever vetoes it', async () => {
    visit.director.veto('Сначала закройте смену');
    expect(await ask('market.Application.uninstall', { code, clean: 'Y' })).toMatchObject({
      status: 'success',
      data: { error: 'Сначала закройте смену' },
    });
    expect(chatApp().isActive).toBe(true);
    visit.director.veto();
    expect((await askOld({ action: 'uninstall', code, clean: 'false' })).success).toBe(1);
  });

  test('at the old address without a token or a post is skipped with an empty array', async () => {
    expect(await askOld({ action: 'uninstall', code, sessid: 'old' })).toEqual([]);
    const got = await visit.visitor.ask(`/bitrix/tools/rest.php?action=uninstall&sessid=${visit.visitor.token}`);
    expect(JSON.parse(got.text)).toEqual([]);
    expect(chatApp().isActive).toBe(true);
  });

  test('with a token that has run out is told the new one', async () => {
    visit.director.expireToken();
    const refused = await ask('market.Application.uninstall', { code });
    visit.visitor.token = refused.errors[0].customData.csrf;
    expect((await ask('market.Application.uninstall', { code })).data).toEqual({ success: 1 });
  });

  test('can be seen in the calls, with what was sent', async () => {
    await ask('market.Application.uninstall', { code, clean: 'N' });
    await askOld({ action: 'uninstall', code, clean: 'true' });
    expect(visit.director.calls().slice(-2)).toMatchObject([
      { method: 'market.Application.uninstall', params: { code, clean: 'N' }, token: true },
      { method: 'rest.php uninstall', params: { code, clean: 'true' }, token: true },
    ]);
  });
});

describe('installing again', () => {
  beforeEach(() => visit.director.setAccessList({ access: ['U12'] }));

  test('uses the old row, and registers tabs with new ids only once the installation is finished', async () => {
    const before = chatApp();
    await ask('market.Application.uninstall', { code, clean: 'N' });
    const reply = await ask('market.Application.install', { code, version: '3' });
    expect(reply).toMatchObject({ status: 'success', data: { success: 1, id: before.id, installed: false } });
    expect(chatApp()).toMatchObject({ id: before.id, access: ['U12'], isActive: true, isInstalled: false });
    expect(chatApp().placements).toEqual([]);

    visit.director.finishInstallation();
    const after = chatApp();
    expect(after.placements.map(({ code: place, title }) => [place, title])).toEqual(
      before.placements.map(({ code: place, title }) => [place, title]),
    );
    const oldIds = new Set(before.placements.map(({ id }) => id));
    expect(after.placements.filter(({ id }) => oldIds.has(id))).toEqual([]);
    expect(after).toMatchObject({ connectors: before.connectors, robots: before.robots, options: before.options });
  });

  test('after data was deleted brings tabs, and nothing that the maker knew', async () => {
    visit.director.uninstallApp({ wiped: true });
    visit.director.installApp();
    visit.director.finishInstallation();
    expect(chatApp()).toMatchObject({ isInstalled: true, connectors: [], robots: [], options: {} });
    expect(chatApp().placements).toHaveLength(8);
  });

  test('finishes at once where the application has no installer', async () => {
    const other = stored().apps[1]?.code ?? '';
    await ask('market.Application.uninstall', { code: other });
    const reply = await ask('rest.Application.install', { code: other });
    expect(reply).toMatchObject({ status: 'success', data: { success: 1, installed: true } });
  });

  test('is refused without a subscription, and names who sells it', async () => {
    visit.director.uninstallApp();
    visit.director.setSubscription({ isWanted: true });
    const reply = await ask('market.Application.install', { code });
    expect(reply).toMatchObject({
      status: 'success',
      data: { error: 'SUBSCRIPTION_REQUIRED', helperCode: 'limit_market_plus' },
    });
    expect(chatApp().isActive).toBe(false);
  });

  test('is refused for what left the Market, for an employee, and with any error the portal has', async () => {
    visit.director.uninstallApp();
    const install = () => ask('market.Application.install', { code });
    const refused = (error: string) => ({ status: 'success', data: { error } });
    const data = { error: 'verification_needed', errorDescription: 'Verify first', helperCode: '' };
    visit.director.installError(data);
    expect(await install()).toEqual({ status: 'success', data, errors: [] });
    visit.director.installError();
    visit.director.unpublish();
    expect(await install()).toMatchObject(refused('APPLICATION_NOT_FOUND'));
    visit.director.setRole('employee');
    expect(await install()).toMatchObject(refused('ACCESS_DENIED'));
  });
});

describe('the access list', () => {
  const names = (list: unknown) => accessIn(list, 0);

  test('is false while it is empty, and else tells each code with who stands for it', async () => {
    expect((await ask('market.Application.getRights', { appCode: code })).data).toBe(false);
    visit.director.setAccessList({ access: ['U1001', 'DR10', 'AU', 'U424242'] });
    const { data } = await ask('market.Application.getRights', { appCode: code });
    expect(Object.keys(data)).toEqual(['U1001', 'DR10', 'AU', 'U424242']);
    expect([data.U1001.provider, data.DR10.provider, data.AU.provider]).toEqual(['user', 'intranet', 'other']);
    expect(data.U1001.name).toBe('Павел Ветров');
    expect(data.U424242).toEqual({ id: 'U424242', provider: null, name: null });
    expect(names(data)).toMatchObject({ state: 'read', value: { length: 4 } });
  });

  test('is the same list under both other names', async () => {
    visit.director.setAccessList({ access: ['D10'] });
    const id = String(chatApp().id);
    const byCode = (await ask('market.Application.getRights', { appCode: code })).data;
    expect((await ask('rest.Application.getRights', { appId: id })).data).toEqual(byCode);
    expect(await askOld({ action: 'get_app_rigths', app_id: id })).toEqual(byCode);
    expect(await askOld({ action: 'get_app_rigths', app_id: '-1' })).toBe(0);
  });

  test('answers an unknown code with words about a module, and an employee with a refusal', async () => {
    const unknown = await ask('market.Application.getRights', { appCode: 'nobody.knows' });
    expect(unknown).toMatchObject({ status: 'error', errors: [{ code: 'ERROR_MODULE_NOT_LOADED' }] });
    visit.director.setRole('employee');
    for (const action of ['market.Application.getRights', 'market.Application.setRights']) {
      expect((await ask(action, { appCode: code })).data).toEqual({ error: 'Доступ запрещён' });
    }
  });

  test('is written whole, by its inner keys alone; nothing opens the application to everybody', async () => {
    const rights = { 'rights[whoever][U12][id]': 'x', 'rights[intranet][DR10][id]': 'x' };
    expect((await ask('market.Application.setRights', { appCode: code, ...rights })).data).toEqual({ success: 1 });
    expect(chatApp().access).toEqual(['U12', 'DR10']);
    await askOld({ action: 'set_app_rights', app_id: String(chatApp().id), 'rights[0][D11][id]': 'D11' });
    expect(chatApp().access).toEqual(['D11']);
    await ask('market.Application.setRights', { appCode: code });
    expect(chatApp().access).toEqual([]);
  });

  test('of more than 2000 characters is not stored, and of nobody neither, while success is told', async () => {
    const list = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`rights[user][U${1000 + n}][id]`, 'x']));
    expect((await ask('market.Application.setRights', { appCode: code, ...list(333) })).data.success).toBe(1);
    expect(chatApp().access.join(',')).toHaveLength(333 * 6 - 1);
    expect((await ask('market.Application.setRights', { appCode: code, ...list(334) })).data.success).toBe(1);
    expect(chatApp().access).toHaveLength(333);
    expect((await ask('rest.Application.setRights', { appId: '999', ...list(1) })).data.success).toBe(1);
  });

  test('decides what an employee finds in the menu, and never keeps an administrator out', async () => {
    visit.director.setAccessList({ access: ['U424242'] });
    const opens = async () => (await visit.visitor.open('/market/')).text.includes(`/marketplace/app/${chatApp().id}/`);
    expect(await opens()).toBe(true);
    visit.director.setRole('employee');
    expect(await opens()).toBe(false);
    visit.director.setAccessList({ access: ['DR1'] });
    expect(await opens()).toBe(true);
    visit.director.setAccessList({ access: [] });
    expect(await opens()).toBe(true);
  });

  test('has a dialog with all that can be chosen, for whoever brings a token', async () => {
    const dialog = async (sessid: string) =>
      (
        await visit.visitor.ask('/bitrix/tools/access_dialog.php', {
          method: 'POST',
          headers: FORM,
          body: `sessid=${sessid}`,
        })
      ).text;
    const text = await dialog(visit.visitor.token);
    for (const id of ['access_btn_user', 'access_provider_intranet', 'access_selected_items_other']) {
      expect(text).toContain(`id="${id}"`);
    }
    expect(text).toContain('data-code="DR10"');
    expect(await dialog('wrong')).toBe('');
  });
});
