// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type CardTab, readCardTabs, tabsOf } from '../../bitrix24/market-tabs.ts';
import { readTiles, tilesOf } from '../../bitrix24/market-tiles.ts';
import { addScript, find, pageOf, startData, strip, tab } from './market-pages.ts';

const APP = { appId: 17, name: 'ChatApp' };
const own = (appId: number) => ({ appId, placement: 'CRM_DEAL_DETAIL_TAB' });

describe('the tabs of a card', () => {
  it('are those of applications, hidden ones as well', () => {
    const page = pageOf(
      strip(
        tab('main', 'General'),
        tab(40, 'ChatApp'),
        tab(41, 'ChatApp Dialog', 'disabled'),
        tab(42, 'X', '--hidden'),
      ),
    );
    expect(readCardTabs(page)).toEqual([
      { placementId: 40, title: 'ChatApp', isHidden: false, owner: null },
      { placementId: 41, title: 'ChatApp Dialog', isHidden: true, owner: null },
      { placementId: 42, title: 'X', isHidden: true, owner: null },
    ]);
  });

  it('are read from the older strip once, although panes have the same attribute', () => {
    const page = pageOf(`<ul id="deal_15_tabs_menu" class="crm-entity-section-tabs-container">
      <li class="crm-entity-section-tab crm-entity-section-tab-current" data-tab-id="main"><a>General</a></li>
      <li class="crm-entity-section-tab" data-tab-id="tab_rest_40"><a class="crm-entity-section-tab-link">ChatApp</a></li>
      </ul><div id="deal_15_tabs"><div data-tab-id="tab_rest_40" class="crm-entity-section-info"></div></div>`);
    expect(readCardTabs(page)).toEqual([{ placementId: 40, title: 'ChatApp', isHidden: false, owner: null }]);
  });

  it('are none in a card without any, and unknown without a strip', () => {
    expect(readCardTabs(pageOf(strip(tab('main', 'General'))))).toEqual([]);
    expect(readCardTabs(pageOf('<div class="main-buttons-item" data-id="tab_rest_4"></div>'))).toBeNull();
  });

  it('belong to the application the card’s start data names, not to the card’s own number', () => {
    const page = pageOf(strip(tab(40, 'Renamed'), tab(50, 'ChatApp of others')));
    addScript(page.body, startData([40, 17], [50, 23]));
    const tabs = readCardTabs(page) ?? [];
    expect(tabs.map(({ owner }) => owner)).toEqual([own(17), own(23)]);
    expect(tabsOf(tabs, APP)).toEqual({
      tabs: [{ placementId: 40, title: 'Renamed', isHidden: false }],
      isCertain: true,
    });
    expect(JSON.stringify(tabs)).not.toContain('secret');
    expect(tabsOf(tabs, { appId: null, name: 'Renamed' })).toMatchObject({
      tabs: [{ placementId: 40 }],
      isCertain: false,
    });
  });

  it('are not looked up where applications are loaded, with their tokens', () => {
    const pane = '<div data-tab-id="tab_rest_40"></div><div class="app-frame-layout"></div>';
    const page = pageOf(strip(tab(40, 'ChatApp')) + pane);
    addScript(find(page, 'div[data-tab-id]'), startData([40, 17]));
    addScript(find(page, '.app-frame-layout'), startData([40, 17]));
    addScript(page.body, `${startData([40, 17])} var init = {'AUTH_ID':'token'};`);
    expect(readCardTabs(page)).toMatchObject([{ owner: null }]);
  });
});

describe('the tabs of one application', () => {
  const tabs: CardTab[] = [
    { placementId: 40, title: 'СhаtАрр', isHidden: false, owner: null },
    { placementId: 41, title: 'ChatApp Dialog', isHidden: false, owner: own(17) },
    { placementId: 50, title: 'ChatApp twin', isHidden: false, owner: own(23) },
    { placementId: 60, title: 'Maps', isHidden: false, owner: null },
  ];

  it('are found by title where nothing tells the owner, and that is not certain', () => {
    const found = tabsOf(tabs, APP);
    expect(found.tabs.map(({ placementId }) => placementId)).toEqual([40, 41]);
    expect(found.isCertain).toBe(false);
    expect(tabsOf(tabs, { appId: null, name: 'ChatApp' }).tabs.length).toBe(3);
  });

  it('are none of those without an owner when the application has no name', () => {
    expect(tabsOf(tabs, { appId: 17, name: '' }).tabs.map(({ placementId }) => placementId)).toEqual([41]);
  });
});

describe('tiles', () => {
  const tile = (id: string, title: string) =>
    `<div class="tile"><div class="icon"><i class="ui-icon ui-icon-service-${id}"></i></div><span>${title}</span></div>`;

  it('are known by their connector, with the words beside its icon', () => {
    const tiles = readTiles(
      pageOf(`<div>${tile('chat_wa', 'ChatApp - WhatsApp')}${tile('livechat', 'Live chat')}</div>`),
    );
    expect(tiles).toEqual([
      { connectorId: 'chat_wa', title: 'ChatApp - WhatsApp' },
      { connectorId: 'livechat', title: 'Live chat' },
    ]);
    expect(tilesOf(tiles ?? [], 'ChatApp').map(({ connectorId }) => connectorId)).toEqual(['chat_wa']);
    expect(tilesOf(tiles ?? [], '')).toEqual([]);
  });

  it('never take the words of their neighbours, nor are guessed on another page', () => {
    const bare = '<i class="ui-icon-service-a"></i><i class="ui-icon-service-b"></i>';
    expect(readTiles(pageOf(`<div>Channels ${bare}</div>`))).toMatchObject([{ title: '' }, { title: '' }]);
    expect(readTiles(pageOf('<div>ChatApp - WhatsApp</div>'))).toBeNull();
  });
});
