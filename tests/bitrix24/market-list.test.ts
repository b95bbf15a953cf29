// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readInstalledApps, uninstallPressAt } from '../../bitrix24/market-list.ts';
import { presenceIn } from '../../domain/market/apps.ts';
import {
  at,
  find,
  INSTALL_BUTTON,
  LOADING,
  newCard,
  newList,
  oldList,
  oldRow,
  pageOf,
  RIGHTS_BUTTON,
  UNINSTALL_BUTTON,
} from './market-pages.ts';

const NEW = at('/market/installed/?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER');
const OLD = at('/marketplace/installed/');
const LINK = '<a href="/marketplace/detail/vendor.chat/">ChatApp</a>';
const cards = (count: number) =>
  Array.from({ length: count }, (_, index) => newCard({ code: `app.${index}`, name: 'x' }));
const chat = newCard({ code: 'vendor.chat', name: 'ChatApp', developer: 'ChatApp LLC' });

describe('the new list', () => {
  it('tells code, name and developer of each application', () => {
    expect(readInstalledApps(pageOf(newList([chat])), NEW)).toEqual({
      ...{ generation: 'new', provesAbsence: true },
      apps: [
        {
          ...{ code: 'vendor.chat', appId: null, name: 'ChatApp', developer: 'ChatApp LLC', presence: 'active' },
          ...{ isUnpublished: false, needsSubscription: false },
        },
      ],
    });
  });

  it('has applications without a name, which left the Market', () => {
    const card = newCard({ code: 'gone.app', states: '--installed --unpublished' });
    const list = readInstalledApps(pageOf(newList([card])), NEW);
    expect(list?.apps).toMatchObject([{ code: 'gone.app', name: '', isUnpublished: true }]);
  });

  it('is not there while it loads, nor when another list was put in its place', () => {
    expect(readInstalledApps(pageOf(LOADING), NEW)).toBeNull();
    expect(readInstalledApps(pageOf(LOADING + newList([chat])), NEW)).toBeNull();
    expect(readInstalledApps(pageOf(newList([newCard({ code: 'x', states: '' })])), NEW)).toBeNull();
    expect(readInstalledApps(pageOf(newList([chat])), at('/market/'))).toBeNull();
    expect(readInstalledApps(pageOf('<p>Access denied</p>'), NEW)).toBeNull();
  });

  it('proves that an application is gone only when all of it is drawn', () => {
    const proves = (html: string, address = NEW) => readInstalledApps(pageOf(html), address)?.provesAbsence;
    expect(proves(newList(cards(20), '20'))).toBe(true);
    expect(proves(newList(cards(20), '23'))).toBe(false);
    expect(proves(newList(cards(20), null))).toBe(false);
    expect(proves(newList(cards(21), null))).toBe(true);
    expect(proves(newList([], null))).toBe(false);
    expect(proves(newList(cards(3)), at('/market/installed/?updates=Y'))).toBe(false);
  });

  it('believes no code that is none', () => {
    const list = readInstalledApps(pageOf(newList([newCard({ code: '&quot;><b>', name: 'ChatApp' })])), NEW);
    expect(list?.apps).toMatchObject([{ code: null, name: 'ChatApp' }]);
  });
});

describe('the old list', () => {
  const appsIn = (...rows: string[]) => readInstalledApps(pageOf(oldList(...rows)), OLD)?.apps;

  it('has code and number in inline handlers only', () => {
    expect(appsIn(oldRow(LINK, [INSTALL_BUTTON, UNINSTALL_BUTTON, RIGHTS_BUTTON], 'ChatApp'))).toEqual([
      {
        ...{ code: 'vendor.chat', appId: 17, name: 'ChatApp', developer: 'ChatApp', presence: 'active' },
        ...{ isUnpublished: null, needsSubscription: false },
      },
    ]);
  });

  it('keeps what is uninstalled, with a button to install it', () => {
    const uninstalled = { code: 'vendor.chat', presence: 'absent', isUnpublished: false };
    expect(appsIn(oldRow('ChatApp', [INSTALL_BUTTON]))).toMatchObject([uninstalled]);
    const row = oldRow(LINK, ["top.BX.UI.InfoHelper.show('limit_market');"]);
    expect(appsIn(row)).toMatchObject([{ ...uninstalled, needsSubscription: true }]);
  });

  it('may not tell whether an application that left the Market is installed', () => {
    expect(appsIn(oldRow(LINK, []))).toMatchObject([{ code: 'vendor.chat', presence: 'unknown', isUnpublished: true }]);
    expect(appsIn(oldRow('From another region', []))).toMatchObject([{ code: null, name: 'From another region' }]);
  });

  it('never proves by silence that an application is gone', () => {
    const list = readInstalledApps(pageOf(oldList()), OLD);
    expect(list && presenceIn(list, 'vendor.chat')).toBe('unknown');
    expect(readInstalledApps(pageOf('<p></p>'), OLD)).toBeNull();
  });

  it('runs nothing of what it reads', () => {
    const row = oldRow(LINK, ['window.wasRun = true; BX.rest.Marketplace.uninstallConfirm(&quot;a.b&quot;)']);
    expect(appsIn(row)).toMatchObject([{ code: 'a.b', presence: 'active' }]);
    expect('wasRun' in window).toBe(false);
  });
});

describe('a press on the old "Delete"', () => {
  const page = pageOf(oldList(oldRow(LINK, [UNINSTALL_BUTTON, RIGHTS_BUTTON])));

  it('tells which application its window will be about', () => {
    expect(uninstallPressAt(find(page, 'button[onclick*=uninstallConfirm] i'))).toEqual({
      ...{ code: 'vendor.chat', name: 'ChatApp', developer: 'A vendor' },
    });
  });

  it('is not a press on anything else', () => {
    expect(uninstallPressAt(find(page, 'button[onclick*=setRights] i'))).toBeNull();
    expect(uninstallPressAt(null)).toBeNull();
  });
});
