// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { LINES_COMMAND, linesIn, MOST_LINES, readLineSettings } from '../../bitrix24/market-lines.ts';
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

describe('lines', () => {
  const LINE = {
    ...{ ID: '3', LINE_NAME: ' Sales ', ACTIVE: 'Y', QUEUE_TYPE: 'evenly', QUEUE: ['12', '30', '31'] },
    CONFIG_QUEUE: [
      { ENTITY_TYPE: 'user', ENTITY_ID: '12' },
      { ENTITY_TYPE: 'department', ENTITY_ID: 5 },
    ],
  };
  const lines = (answer: unknown) => linesIn({ result: { lines: answer }, errors: {} }, 'lines', 7);
  const queue = [
    { kind: 'user', id: 12 },
    { kind: 'department', id: 5 },
  ];

  it('have their queue as it was entered, not as the people in it', () => {
    expect(LINES_COMMAND).toContain('OPTIONS[CONFIG_QUEUE]=Y');
    expect(lines([LINE])).toEqual({
      ...{ state: 'read', source: 'portal', at: 7 },
      value: [{ id: 3, name: 'Sales', isActive: true, order: 'evenly', queue }],
    });
    expect(lines({ 0: { ...LINE, ACTIVE: undefined, QUEUE_TYPE: 'new', CONFIG_QUEUE: {} } })).toMatchObject({
      value: [{ isActive: null, order: null, queue: [] }],
    });
  });

  it('are none on a portal without any, and not read where the method is refused', () => {
    expect(lines([])).toMatchObject({ state: 'read', value: [] });
    const refused = { result: {}, errors: { lines: { error: 'ERROR_METHOD_NOT_FOUND' } } };
    expect(linesIn(refused, 'lines', 7)).toEqual({ state: 'notRead', reason: 'refused' });
    expect(linesIn({ result: {}, errors: {} }, 'lines', 7)).toEqual({ state: 'notRead', reason: 'failed' });
  });

  it('are not read at all when one of them, or one of a queue, cannot be, or when there may be more', () => {
    const notRead = { state: 'notRead', reason: 'unexpectedShape' };
    expect(lines([LINE, { ID: 'x' }])).toEqual(notRead);
    expect(lines([{ ...LINE, CONFIG_QUEUE: [{ ENTITY_TYPE: 'bot', ENTITY_ID: 1 }] }])).toEqual(notRead);
    expect(lines([{ ...LINE, CONFIG_QUEUE: undefined }])).toEqual(notRead);
    expect(lines(Array.from({ length: MOST_LINES }, () => LINE))).toEqual(notRead);
    expect(lines(false)).toEqual(notRead);
  });

  it('can be read one by one from their settings', () => {
    const field = (index: number, name: string, value: string) =>
      `<input type="hidden" name="CONFIG[QUEUE][${index}][${name}]" value="${value}">`;
    const form = (fields: string) => `<form id="imol_config_edit_form"><input type="hidden" name="sessid" value="x">
      <input type="hidden" id="imol_config_id" value="3"><select id="imol_queue_type"><option value="all" selected>
      </option></select><div id="input-config-queue">${fields}</div></form>`;
    const both = field(0, 'type', 'user') + field(0, 'id', '12') + field(1, 'id', '5') + field(1, 'type', 'department');
    expect(readLineSettings(pageOf(form(both)))).toEqual({ id: 3, order: 'all', queue });
    expect(readLineSettings(pageOf(form('')))).toEqual({ id: 3, order: 'all', queue: [] });
    expect(readLineSettings(pageOf(form(field(0, 'type', 'user'))))).toBeNull();
    expect(readLineSettings(pageOf('<form></form>'))).toBeNull();
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
