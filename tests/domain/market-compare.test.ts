import { describe, expect, it } from 'vitest';
import { compareRecords, type Difference } from '../../domain/market/compare.ts';
import { outcomeOf } from '../../domain/market/outcome.ts';
import type { AppRecord } from '../../domain/market/record.ts';
import { line, notRead, read, record, recordAfterwards, tab } from './market-records.ts';

const differences = (before: Partial<AppRecord> = {}, after: Partial<AppRecord> = {}) =>
  compareRecords(record(before), recordAfterwards(after));
const of = (all: Difference[], kind: Difference['kind']) => all.filter((each) => each.kind === kind);

describe('a reinstall that went well', () => {
  const outcome = outcomeOf(differences());

  it('has everything back but the numbers of the tabs', () => {
    expect(outcome.toMend).toEqual([]);
    expect(outcome.added).toEqual([]);
    expect(outcome.newIds).toMatchObject([
      { part: 'tabs', card: 'deal', label: 'ChatApp', before: '40', after: '71' },
      { part: 'tabs', card: 'deal', label: 'ChatApp Dialog', before: '41', after: '72' },
    ]);
    expect(outcome.back.map((each) => 'key' in each && each.key)).toEqual([
      ...['vendor.chat', 'U12', 'DR5', '3', 'chat_wa'],
    ]);
  });

  it('asks to load open cards anew, which one with the old numbers does not', () => {
    expect(outcome.cardsNeedRefresh).toBe(true);
    expect(outcomeOf(compareRecords(record(), record())).cardsNeedRefresh).toBe(false);
    expect(outcomeOf(compareRecords(record(), record({ appId: 18 }))).cardsNeedRefresh).toBe(false);
  });

  it('says what nobody can read, whatever else was read', () => {
    expect(outcome.unknown).toEqual([
      { kind: 'neverRead', what: 'robots' },
      { kind: 'neverRead', what: 'connectorsOfLines' },
      { kind: 'neverRead', what: 'optionsInside' },
    ]);
  });
});

describe('the access list', () => {
  it('that became empty is open to everyone, and says so first', () => {
    const access = differences({}, { access: read([]) }).filter((each) => 'part' in each && each.part === 'access');
    expect(access).toMatchObject([
      { kind: 'changed', what: 'everyone', before: '2', after: '0' },
      { kind: 'missing', key: 'U12' },
      { kind: 'missing', key: 'DR5' },
    ]);
  });

  it('that is no longer empty shuts people out', () => {
    expect(of(differences({ access: read([]) }), 'changed')).toMatchObject([
      { what: 'everyone', before: '0', after: '2' },
    ]);
  });

  it('that stays empty stays open', () => {
    const same = of(differences({ access: read([]) }, { access: read([]) }), 'same');
    expect(same).toContainEqual({ kind: 'same', part: 'access', key: 'list', label: '', card: null });
  });

  it('that lost one and got another names both', () => {
    const other = read([
      { code: 'U12', name: 'Anna', provider: 'user' },
      { code: 'U13', name: 'Boris', provider: 'user' },
    ]);
    const all = differences({}, { access: other });
    expect(of(all, 'missing')).toMatchObject([{ key: 'DR5', label: 'Sales department' }]);
    expect(of(all, 'added')).toMatchObject([{ key: 'U13', label: 'Boris' }]);
  });
});

describe('lines and queues', () => {
  it('name who left a queue and who came, a department as itself', () => {
    const changed = line({
      queue: [
        { kind: 'user', id: '12' },
        { kind: 'user', id: '5' },
      ],
    });
    const all = differences({}, { lines: read([changed]) });
    expect(of(all, 'missing')).toMatchObject([{ part: 'queues', key: '3:department:5', label: 'Sales' }]);
    expect(of(all, 'added')).toMatchObject([{ part: 'queues', key: '3:user:5' }]);
  });

  it('are the same in another order of the queue', () => {
    const turned = line({ queue: [...line().queue].reverse() });
    expect(outcomeOf(differences({}, { lines: read([turned]) })).toMend).toEqual([]);
  });

  it('tell a new name, order and state, and nothing of what was not told', () => {
    const changed = line({ name: 'Shop', isActive: false, order: 'all' });
    expect(outcomeOf(differences({}, { lines: read([changed]) })).toMend.length).toBe(3);
    expect(of(differences({}, { lines: read([changed]) }), 'changed')).toMatchObject([
      { what: 'name', before: 'Sales', after: 'Shop' },
      { what: 'isActive', before: 'true', after: 'false' },
      { what: 'order', before: 'evenly', after: 'all' },
    ]);
    const untold = line({ order: null });
    expect(of(differences({}, { lines: read([untold]) }), 'changed')).toEqual([]);
  });

  it('that are gone are missing', () => {
    expect(of(differences({}, { lines: read([]) }), 'missing')).toMatchObject([{ part: 'lines', label: 'Sales' }]);
  });
});

describe('tabs', () => {
  const tabs = (...list: ReturnType<typeof tab>[]) => ({ tabs: [{ card: 'deal', tabs: read(list) }] });

  it('that did not come back are missing, whatever others did', () => {
    const all = differences({}, tabs(tab(71, 'ChatApp Dialog')));
    expect(of(all, 'missing')).toMatchObject([{ part: 'tabs', label: 'ChatApp', key: '40' }]);
    expect(of(all, 'newId')).toMatchObject([{ label: 'ChatApp Dialog', before: '41' }]);
  });

  it('that a user had renamed are found by being the last', () => {
    const all = differences(tabs(tab(40, 'Our chats'), tab(41, 'ChatApp Dialog')));
    expect(of(all, 'newId')).toMatchObject([{ before: '41' }, { before: '40', after: '71' }]);
    expect(of(all, 'changed')).toMatchObject([{ what: 'title', before: 'Our chats', after: 'ChatApp' }]);
  });

  it('of which several were renamed are not guessed', () => {
    const all = differences(tabs(tab(40, 'One'), tab(41, 'Two')));
    expect(of(all, 'missing').length).toBe(2);
    expect(of(all, 'newId')).toEqual([]);
  });

  it('with a title that was cut, or typed in other letters, are the same', () => {
    const all = differences(tabs(tab(40, 'СhаtАрр'), tab(41, 'ChatApp Di...')));
    expect(of(all, 'newId')).toMatchObject([
      { before: '40', after: '71' },
      { before: '41', after: '72' },
    ]);
  });

  it('with the same number are the same, whatever they are called', () => {
    const all = differences(tabs(tab(40, 'A'), tab(41, 'B')), tabs(tab(40, 'B'), tab(41, 'A')));
    expect(of(all, 'newId')).toEqual([]);
    expect(of(all, 'changed')).toMatchObject([{ what: 'title', before: 'A', after: 'B' }, { what: 'title' }]);
  });

  it('with a whole title go before those with a part of it', () => {
    const before = tabs(tab(40, 'ChatApp D...'), tab(41, 'ChatApp Dialog'));
    const all = differences(before, tabs(tab(71, 'ChatApp Dialog'), tab(72, 'ChatApp D...')));
    expect(of(all, 'newId')).toMatchObject([
      { before: '40', after: '72' },
      { before: '41', after: '71' },
    ]);
  });

  it('that were hidden and no longer are tell so', () => {
    const all = differences(tabs(tab(40, 'ChatApp', true), tab(41, 'ChatApp Dialog')));
    expect(of(all, 'changed')).toMatchObject([{ what: 'isHidden', before: 'true', after: 'false' }]);
  });

  it('of a card that was looked at on one side only are not compared', () => {
    const lead = { card: 'lead', tabs: read([tab(50, 'ChatApp')]) };
    const all = differences({ tabs: [...record().tabs, lead] });
    expect(of(all, 'notCompared')).toEqual([
      { kind: 'notCompared', part: 'tabs', card: 'lead', side: 'after', reason: 'notShown' },
    ]);
    expect(of(all, 'missing')).toEqual([]);
  });
});

describe('what could not be read', () => {
  it('is said with its side, and is neither back nor missing', () => {
    const all = differences({ access: notRead }, { lines: { state: 'notRead', reason: 'refused' } });
    expect(of(all, 'notCompared')).toEqual([
      { kind: 'notCompared', part: 'access', card: null, side: 'before', reason: 'notShown' },
      { kind: 'notCompared', part: 'lines', card: null, side: 'after', reason: 'refused' },
    ]);
    expect(of(differences({ tiles: notRead }, { tiles: notRead }), 'notCompared')).toMatchObject([{ side: 'both' }]);
  });

  it('is everything when nobody recorded anything before', () => {
    const outcome = outcomeOf(compareRecords(null, recordAfterwards()));
    expect(outcome).toMatchObject({ back: [], newIds: [], toMend: [], added: [] });
    expect(outcome.unknown.length).toBe(7);
  });
});

describe('the application itself', () => {
  it('under another code is another application', () => {
    expect(of(differences({}, { code: 'twin.chat' }), 'changed')).toMatchObject([
      { part: 'application', what: 'code', before: 'vendor.chat', after: 'twin.chat' },
    ]);
  });

  it('may have a new number, and tells nothing where no page told it', () => {
    expect(of(differences({}, { appId: 18 }), 'newId')).toContainEqual({
      ...{ kind: 'newId', part: 'application', key: 'vendor.chat', label: 'ChatApp', card: null },
      ...{ before: '17', after: '18' },
    });
    const untold = differences({ appId: null });
    expect(untold.filter((each) => 'part' in each && each.part === 'application')).toEqual([]);
  });
});
