import { describe, expect, test } from 'vitest';
import { CHATAPP_CODES } from '../../demo/model/market-apps.ts';
import { eachWithVisitor, Visitor } from './visitor.ts';

const visit = eachWithVisitor();
const code = CHATAPP_CODES.demo;

const stored = () => visit.director.marketState();
const chatApp = () => stored().apps.find((each) => each.code === code);
const listed = async (page = '1') => (await visit.visitor.ajax('filterApps', { page })).body.data;
const codesIn = (list: { items: { CODE: string }[] }) => list.items.map((item) => item.CODE);

describe('the new list', () => {
  test('has codes and no uninstalled applications; only administrators get it', async () => {
    expect(codesIn(await listed())).toContain(code);
    visit.director.uninstallApp();
    const list = await listed();
    expect(codesIn(list)).not.toContain(code);
    expect(list.count).toBe(stored().apps.length - 1);
    visit.director.setRole('employee');
    expect(await listed()).toMatchObject({ isAllowed: false, items: [] });
  });

  test('comes in pages of twenty', async () => {
    visit.director.reset({ market: { many: 40 } });
    const [first, third] = [await listed(), await listed('3')];
    expect([first.items.length, first.count, first.pages]).toEqual([20, 45, 3]);
    expect(codesIn(third)).toHaveLength(5);
  });

  test('has no name for what left the Market', async () => {
    visit.director.unpublish();
    const item = (await listed()).items.find((each: { CODE: string }) => each.CODE === code);
    expect(item).toMatchObject({ APP_NAME: '', UNPUBLISHED: 'Y' });
  });

  test('comes as an empty place that a script fills', async () => {
    const { text } = await visit.visitor.open('/market/installed/');
    expect(text).toContain('class="market-skeleton-img"');
    expect(text).not.toContain('market-catalog__elements-item');
    expect(text).not.toContain(code);
  });
});

describe('the old list', () => {
  const open = async (path = '/marketplace/installed/') => (await visit.visitor.open(path)).text;

  test('names codes and ids in attributes alone, and lets those run', async () => {
    const { text, headers } = await visit.visitor.open('/marketplace/installed/');
    expect(text).toContain(`onclick="BX.rest.Marketplace.uninstallConfirm('${code}')"`);
    expect(text).toContain(`onclick="BX.rest.Marketplace.setRights('${chatApp()?.id}')"`);
    expect(headers['content-security-policy']).toContain("script-src 'self' 'unsafe-inline'");
    expect((await visit.visitor.open('/market/')).headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  test('offers to install what is uninstalled, or tells who sells what is missing', async () => {
    const path = '/marketplace/installed/?FIND=chatapp';
    visit.director.uninstallApp();
    expect(await open(path)).toContain('BX.Market.Application.install({&#39;CODE&#39;:&#39;');
    visit.director.setSubscription({ isWanted: true });
    expect(await open(path)).toContain('BX.UI.InfoHelper.show(');
    visit.director.unpublish();
    expect(await open(path)).not.toContain('onclick');
  });

  test('has pages, a filter, and nothing for employees', async () => {
    visit.director.reset({ market: { many: 40 } });
    const rows = (text: string) => text.split('class="rest-mp-installed-item"').length - 1;
    expect(rows(await open())).toBe(20);
    expect(rows(await open('/marketplace/installed/?PAGE_MARKET_INSTALLED=page-3'))).toBe(5);
    expect(rows(await open('/marketplace/installed/?FIND=chatapp'))).toBe(1);
    visit.director.setRole('employee');
    expect(await open()).toContain('Обратитесь к администратору для просмотра установленных приложений.');
  });
});

describe('pages', () => {
  test('of both generations are there, whichever the menu leads to', async () => {
    const leadsTo = async (path: string) => (await visit.visitor.open()).text.includes(`<a href="${path}"`);
    expect([await leadsTo('/market/'), await leadsTo('/marketplace/installed/')]).toEqual([true, false]);
    visit.director.setGeneration('old');
    expect([await leadsTo('/market/'), await leadsTo('/marketplace/installed/')]).toEqual([false, true]);
    for (const path of ['/market/', '/market/installed/', `/market/detail/${code}/`, `/marketplace/detail/${code}/`]) {
      expect((await visit.visitor.open(path)).status).toBe(200);
    }
    expect((await visit.visitor.open('/market/nothing/')).status).toBe(404);
  });

  test('are bare in a slider, and themselves', async () => {
    for (const path of ['/market/installed/', `/marketplace/detail/${code}/`]) {
      const { text } = await visit.visitor.open(`${path}?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER`);
      expect(text).not.toContain('app__left-menu');
      expect(text).toContain('id="market-data"');
    }
  });

  test('of an application that is gone or unknown say so', async () => {
    expect((await visit.visitor.open('/market/detail/nobody.knows/')).text).toContain('"app":null');
    expect((await visit.visitor.open('/marketplace/detail/nobody.knows/')).text).toContain('Приложение не найдено');
  });
});

describe('the portals', () => {
  test('have other codes and ids, and each its own language', async () => {
    const second = visit.portal.director('second');
    second.reset();
    const [here, there] = [stored(), second.marketState()];
    expect(there.chatApp).not.toBe(here.chatApp);
    expect(there.apps.filter(({ id }) => here.apps.some((app) => app.id === id))).toEqual([]);
    const guest = new Visitor(visit.portal, 'second');
    expect((await guest.open('/marketplace/installed/')).text).toContain('Access permissions');
  });

  test('start with what the scenario wants', () => {
    const apps = [
      { code: 'own.app', name: 'Own' },
      { code, isActive: false, isInstalled: false },
    ];
    visit.director.reset({ market: { generation: 'old', hasLookAlike: true, accessList: ['U12'], apps } });
    expect(stored().generation).toBe('old');
    expect(stored().apps.map(({ name }) => name)).toEqual(expect.arrayContaining(['Own', 'ChatApp Lite']));
    expect(chatApp()).toMatchObject({ isActive: false, access: ['U12'], placements: [] });
    visit.director.reset({ market: { isUnfinished: true } });
    expect(chatApp()).toMatchObject({ isActive: true, isInstalled: false, placements: [] });
  });
});
