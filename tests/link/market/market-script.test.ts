// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunView } from '../../../domain/market/view.ts';
import type { IsolatedScope } from '../../../link/page-side.ts';
import { LOADING, newCard, newList, newWindow } from '../../bitrix24/market-pages.ts';
import { hearsPress, MarketScene, press, startWith } from './scene.ts';

const LIST = newList([newCard({ code: 'vendor.chat', name: 'ChatApp' })]);
const RUN = { state: 'uninstalling' } as RunView;

let scene: MarketScene;
const open = async (address: string, html: string, prepare: (scene: MarketScene) => void = () => undefined) => {
  scene = new MarketScene(address, html);
  prepare(scene);
  await scene.begin();
};

beforeEach(() => {
  vi.restoreAllMocks();
});
afterEach(() => {
  expect(scene.clicks).not.toHaveBeenCalled();
  scene.end();
});

describe('the beginning', () => {
  it('asks whether Latchdesk has a say, and stays silent without one', async () => {
    await open('/market/installed/', LIST, (each) => {
      each.start = null;
    });
    await scene.show(`${LIST}<p></p>`);
    expect(scene.told).toEqual([{ type: 'market.started' }]);
  });

  it('asks again on other pages of the Market, a few times', async () => {
    await open('/market/', '', (each) => {
      each.start = null;
    });
    for (const address of ['installed/', 'category/a/', 'detail/a/', 'detail/b/', 'detail/c/']) {
      scene.goTo(`/market/${address}`);
      await scene.show(`<p>${address}</p>`);
    }
    expect(scene.count('market.started')).toBe(3);
  });

  it('tells what is on show once it has a say after all', async () => {
    await open('/market/', LOADING, (each) => {
      each.start = null;
    });
    scene.start = startWith();
    scene.goTo('/market/installed/');
    await scene.show(LIST);
    await scene.rest();
    expect(scene.sights('apps')).toHaveLength(1);
  });

  it('tells it on a portal that lives in a folder of its host as well', async () => {
    await open('/intranet/market/installed/', LIST);
    await scene.rest();
    expect(scene.sights('apps')).toHaveLength(1);
  });

  it('asks a background that was killed until it answers', async () => {
    let isDown = true;
    await open('/market/installed/', LIST, (each) => {
      each.background = () => {
        if (isDown) throw new Error('Could not establish connection');
        return startWith();
      };
      vi.spyOn(console, 'debug').mockReturnValue();
    });
    isDown = false;
    await scene.rest(5_000);
    expect(scene.sights('apps')).toHaveLength(1);
  });

  it('outlives a background that never answers', async () => {
    await open('/market/installed/', LIST, (each) => {
      each.background = () => undefined;
    });
    await scene.rest(60_000);
    expect(scene.count('market.started')).toBe(4);
    expect(scene.count('market.seen')).toBe(0);
  });
});

describe('news from the background', () => {
  const changed = (start = startWith()) => scene.says({ type: 'market.changed', start });

  it('wake a script that had no say', async () => {
    await open('/market/installed/', LIST, (each) => {
      each.start = null;
    });
    scene.start = startWith();
    expect(await changed()).toBeUndefined();
    await scene.rest();
    expect(scene.sights('apps')).toHaveLength(1);
  });

  it('about another portal or another user are none', async () => {
    await open('/market/installed/', LIST, (each) => {
      each.start = null;
    });
    await changed({ ...startWith(), key: 'https://other.bitrix24.ru|1' });
    await scene.rest();
    expect(scene.count('market.seen')).toBe(0);
    await changed();
    scene.start = startWith();
    await scene.rest();
    await changed({ ...startWith({ run: RUN }), key: 'https://demo.bitrix24.ru|2' });
    await scene.rest();
    expect(scene.cards.taken.at(-1)?.start?.key).toBe(startWith().key);
    expect(scene.cards.taken.at(-1)?.start?.market.run).toBeNull();
  });
});

describe('the end of the say', () => {
  const end = (key = startWith().key) => scene.says({ type: 'market.ended', key });

  it('silences guard and cards until there is a say again, which may be another user’s', async () => {
    await open('/market/installed/', LIST);
    await end();
    expect(scene.cards.taken.at(-1)?.start).toBeNull();
    document.body.innerHTML = `${LIST}${newWindow('vendor.chat', true)}`;
    await scene.rest();
    const button = document.querySelector('.popup-window-button-decline') as HTMLElement;
    const portal = hearsPress(button);
    press(button);
    expect(portal).toHaveBeenCalledWith('click');
    expect(scene.presses()).toEqual([]);
    const another = { ...startWith(), key: 'https://demo.bitrix24.ru|2' };
    scene.start = another;
    await scene.says({ type: 'market.changed', start: another });
    await scene.rest();
    expect(scene.cards.taken.at(-1)?.start?.key).toBe(another.key);
  });

  it('of somebody else is none', async () => {
    await open('/market/installed/', LIST);
    await end('https://demo.bitrix24.ru|2');
    expect(scene.cards.taken.at(-1)?.start).not.toBeNull();
  });
});

describe('a page that changes all the time', () => {
  it('is heard now and then, and its last state always', async () => {
    await open('/market/installed/', LIST);
    for (let change = 0; change < 200; change += 1) {
      await scene.show(newList([newCard({ code: `made.up${change}` })]));
    }
    const minutes = (200 * 800) / 60_000;
    expect(scene.count('market.seen')).toBeLessThan(20 + minutes * 20 + 2);
    // A person's press is told all the same.
    scene.goTo('/market/installed/');
    await scene.show(`${newList([newCard({ code: 'made.up199' })])}${newWindow('vendor.chat', false)}`);
    press(document.querySelector('.popup-window-button-decline') as HTMLElement);
    await scene.rest();
    expect(scene.presses()).toHaveLength(1);
    await scene.rest(10_000);
    expect(scene.sights('apps').at(-1)?.apps[0]?.code).toBe('made.up199');
  });

  it('cannot tell of more presses than anybody makes', async () => {
    await open('/market/installed/', `${LIST}${newWindow('vendor.chat', false)}`);
    const button = document.querySelector('.popup-window-button-decline') as HTMLElement;
    for (let time = 0; time < 200; time += 1) press(button);
    await scene.rest();
    expect(scene.presses().length).toBeLessThanOrEqual(20);
  });
});

describe('the cards of the frame', () => {
  it('are brought where they have something to say, and told what is new once', async () => {
    await open('/market/installed/', LIST);
    expect(scene.count('marketCards.wanted')).toBe(1);
    expect(scene.cards.taken).toHaveLength(1);
    expect(scene.cards.taken[0]?.place).toEqual({
      page: { page: 'installed', generation: 'new', isWhole: true },
      isOfApplication: true,
    });
    await scene.show(`${LIST}<p></p>`);
    expect(scene.cards.taken).toHaveLength(1);
    scene.says({ type: 'market.changed', start: startWith({ run: RUN }) });
    expect(scene.cards.taken[1]?.start?.market.run).toEqual(RUN);
    scene.goTo('/market/detail/other.app/');
    await scene.show('<div class="market-detail"></div>');
    expect(scene.cards.taken.at(-1)?.place).toMatchObject({ page: { code: 'other.app' }, isOfApplication: false });
  });

  it.each([
    ['for a choice nobody has made', startWith({ confirmed: null, candidates: [{} as never] }), 1],
    ['for nothing', startWith({ confirmed: null }), 0],
    ['for nothing that the user has put away', startWith({ run: RUN }, ['marketNote']), 0],
  ])('are brought to the list %s', async (_, start, times) => {
    await open('/market/installed/', LIST, (each) => {
      each.start = start;
    });
    expect(scene.count('marketCards.wanted')).toBe(times);
  });

  it('are brought to a CRM card only during a reinstall', async () => {
    await open('/crm/deal/details/5/', '');
    expect(scene.count('marketCards.wanted')).toBe(0);
    scene.says({ type: 'market.changed', start: startWith({ run: RUN }) });
    await scene.rest();
    expect(scene.count('marketCards.wanted')).toBe(1);
  });

  it('are not asked for over and over when they do not come', async () => {
    await open('/market/installed/', LIST, (each) => {
      each.bringsCardsIn = null;
    });
    for (let change = 0; change < 6; change += 1) await scene.show(`${LIST}<p>${change}</p>`);
    expect(scene.count('marketCards.wanted')).toBe(3);
  });
});

describe('the end', () => {
  it('of the extension stops everything', async () => {
    await open('/market/installed/', LIST);
    scene.runtime.id = undefined;
    await scene.show(newList([newCard({ code: 'other.app' })]));
    const told = scene.told.length;
    expect(scene.listeners.size).toBe(0);
    scene.runtime.id = 'ours';
    await scene.show(LIST);
    expect(scene.told).toHaveLength(told);
  });

  it('of one script comes with a newer one only after an update has cut it off', async () => {
    const scope = globalThis as IsolatedScope;
    await open('/market/', '');
    scene.script?.end();
    const { default: entry } = await import('../../../entrypoints/market.ts');
    await entry.main();
    const first = scope.latchdeskMarket;
    await entry.main();
    expect(scope.latchdeskMarket).toBe(first);
    scene.runtime.id = undefined;
    await entry.main();
    expect(scope.latchdeskMarket).not.toBe(first);
    expect(scene.listeners.size).toBe(1);
    scene.runtime.id = 'ours';
    scope.latchdeskMarket?.end();
    delete scope.latchdeskMarket;
  });

  it('is not undone by an answer that comes later', async () => {
    await open('/market/installed/', LIST);
    const answers: ((start: unknown) => void)[] = [];
    scene.background = () => new Promise((resolve) => answers.push(resolve));
    await scene.show(newList([newCard({ code: 'other.app' })]));
    const taken = scene.cards.taken.length;
    scene.script?.end();
    for (const answer of answers) answer(startWith({ run: RUN }));
    await scene.rest();
    expect(scene.cards.taken).toHaveLength(taken);
  });

  it('leaves no ear and no timer behind, even with an answer under way', async () => {
    scene = new MarketScene('/market/installed/', LIST);
    const answers: ((start: unknown) => void)[] = [];
    scene.background = () => new Promise((resolve) => answers.push(resolve));
    await scene.begin();
    const deaf = vi.spyOn(MutationObserver.prototype, 'disconnect');
    scene.script?.end();
    expect(deaf).toHaveBeenCalled();
    for (const answer of answers) answer(startWith());
    await scene.show(LIST);
    expect(scene.told).toEqual([{ type: 'market.started' }]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
