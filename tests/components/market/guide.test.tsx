// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { MarketNote } from '../../../components/market/MarketNote.tsx';
import type { NoteProps } from '../../../components/market/note-props.ts';
import type { NotePlace } from '../../../domain/market/note.ts';
import type { RunView } from '../../../domain/market/view.ts';
import { en } from '../../../locales/market/en.ts';
import { ru } from '../../../locales/market/ru.ts';
import { button, drawMarket } from './drawing.tsx';
import { guide, note, place, RUNS, run, stopped } from './samples.ts';

afterEach(cleanup);

const draw = (state: RunView, where: NotePlace = place('installed'), changes: Partial<NoteProps> = {}, locale = en) =>
  drawMarket(locale, <MarketNote {...note(guide(state, where), changes)} />);
const sample = (name: string): RunView => {
  const state = RUNS[name];
  if (!state) throw new Error(`No such run: ${name}`);
  return state;
};
const frame = () => screen.getByRole('complementary');
const said = () => frame().textContent ?? '';
const now = () => frame().querySelector('.market-now')?.textContent;
const steps = () =>
  [...frame().querySelectorAll('.market-steps > li')].map((step) => (step as HTMLElement).dataset.mark);

test('the steps, with the present one marked', () => {
  draw(run());
  expect(steps()).toEqual(['done', 'done', 'now', 'later', 'later', 'later']);
  expect(frame().querySelector('[aria-current="step"]')?.textContent).toBe('Uninstall without the ticknow');
  expect(frame().querySelector('.market-line')?.textContent).toBe('Step 3 of 6: Uninstall without the tick');
});

test('a record that nobody took is told as skipped', () => {
  draw(sample('gone, nobody saw how'));
  expect(steps()).toEqual(['done', 'skipped', 'done', 'now', 'later', 'later']);
});

describe('one sentence for this page', () => {
  const old: NotePlace = { ...place('installed'), generation: 'old' };
  test.each([
    ['recorded', place('installed'), /menu “⋯” .* “Uninstall”/],
    ['recorded', old, /row of the application press “Delete”/],
    ['recorded', place('detail'), /Press “Uninstall” on this page/],
    ['recorded', place('card'), /done in the list of installed applications/],
    ['uninstalling', place('installed'), /reload it: the application should be gone/],
    ['uninstalling', place('contactCenter'), /Look at the list/],
    ['gone, nobody saw how', place('detail'), /Press “Install” on this page/],
    ['gone, nobody saw how', old, /row of the application press “Install”/],
    ['gone, nobody saw how', place('installed'), /installed from its own page in the Market/],
    ['installing', place('detail'), /agree to it yourself/],
    ['finishing', place('app'), /until its installation has ended/],
    ['finishing', place('installed'), /Open the application/],
    ['finished', place('card'), /Then compare/],
  ] as const)('%s on %o', (state, where, sentence) => {
    draw(sample(state), where);
    expect(now()).toMatch(sentence);
  });

  test('never without the warning about the tick where it is uninstalled', () => {
    for (const where of [place('installed'), old, place('detail')]) {
      draw(run(), where);
      expect(now()).toContain('Leave the box for settings and data empty');
      cleanup();
      draw(run(), where, {}, ru);
      expect(now()).toContain('Галочку про настройки и данные не ставьте');
      cleanup();
    }
  });

  test.each([
    ['recorded', place('card'), 'Open the list', 'installed'],
    ['gone, nobody saw how', place('card'), 'Open its page', 'detail'],
    ['finishing', place('card'), 'Open the application', 'application'],
    ['finished', place('app'), 'Open the deals', 'deals'],
    ['finished', place('app'), 'Open the Contact Center', 'contactCenter'],
  ] as const)('%s on %o leads with “%s”', (state, where, label, kind) => {
    const onPlace = vi.fn();
    draw(sample(state), where, { onPlace });
    fireEvent.click(button(label));
    expect(onPlace).toHaveBeenCalledExactlyOnceWith({ kind });
  });

  test('leads nowhere where the step is done on this page', () => {
    draw(run(), place('installed'));
    expect(screen.queryByRole('button', { name: /^Open/ })).toBeNull();
  });
});

describe('before the uninstallation', () => {
  test('the checks, what is not in order first', () => {
    draw(run());
    expect(frame().querySelector('.market-more')?.textContent).toContain('You are an administrator.');
    const [first, second] = [...frame().querySelectorAll('.market-facts li')].map((each) => each.textContent ?? '');
    expect(first).toContain('no page says');
    expect(second).toContain('It is working time');
    expect(said()).toContain('You are an administrator.');
  });

  test('which parts are recorded, and which page to open for the others', () => {
    draw(run());
    expect(said()).toContain('Recorded 5 minutes ago');
    expect(said()).toContain('Tabs in cards: recorded (from the cards of deals and other kinds)');
    cleanup();
    draw(sample('recorded, half of it'));
    expect(said()).toContain('Access list: could not read');
    expect(said()).toContain('Tabs in cards: open the card of a deal once');
    expect(said()).toContain('Tiles: open the Contact Center once');
    expect(button('Open the deals')).toBeDefined();
    expect(button('Open the Contact Center')).toBeDefined();
  });

  test('recording is one press', () => {
    const onRun = vi.fn();
    draw(sample('checked'), place('installed'), { onRun });
    fireEvent.click(button('Record now'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith('record.wanted');
  });

  test('what every uninstallation takes, and who brings it back', () => {
    draw(run());
    expect(said()).toContain('also without the tick');
    expect(said()).toContain('the vendor’s server has to register them again');
    expect(said()).toContain('promises nothing');
  });

  test('a press without effect is told', () => {
    draw(sample('recorded, half of it'));
    expect(said()).toContain('had no effect: the application is still there');
  });
});

describe('after the uninstallation', () => {
  test('how it was done, only as far as it was seen', () => {
    draw(sample('uninstalling'));
    expect(said()).toContain('uninstalled without the tick, as far as this browser saw');
    cleanup();
    draw(sample('gone, nobody saw how'));
    expect(said()).toContain('nobody saw');
    expect(said()).not.toContain('uninstalled without the tick, as far');
  });

  test('only a person can tell that the installation has ended', () => {
    const onRun = vi.fn();
    draw(sample('finishing'), place('app'), { onRun });
    fireEvent.click(button('I have finished the installation'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith('finish.told');
    cleanup();
    draw(sample('finished'), place('app'));
    expect(screen.queryByRole('button', { name: 'I have finished the installation' })).toBeNull();
    expect(button('Compare now')).toBeDefined();
  });

  test('data that went with it is said as it is', () => {
    draw(sample('data wiped'));
    expect(frame().dataset.tone).toBe('danger');
    expect(said()).toContain('Settings and data were deleted with the application');
    expect(steps()[2]).toBe('stopped');
  });
});

describe('the result', () => {
  test('all as it was', () => {
    draw(sample('compared, as it was'));
    expect(said()).toContain('Everything that could be compared is as it was.');
    expect(said()).toContain('2 things are back under another number');
    expect(said()).toContain('Whoever had a card of the CRM open has to reload it');
    expect(said()).toContain('Try out one of each.');
  });

  test('what is missing stands first, and nothing is called fine', () => {
    draw(sample('compared, not as it was'));
    const items = [...frame().querySelectorAll('.market-facts li')].map((each) => each.textContent);
    expect(items.slice(0, 3)).toEqual([
      '2 things are missing.',
      '1 thing changed.',
      '3 things could not be compared: nobody saw them before or after.',
    ]);
    expect(said()).not.toContain('as it was.');
  });

  test('nothing compared is not called fine', () => {
    draw(sample('compared without a result'));
    expect(said()).toContain('Nothing was compared yet.');
    cleanup();
    draw(
      run({
        state: 'compared',
        differences: { same: 0, newId: 0, changed: 0, missing: 0, added: 0, notCompared: 4 },
      }),
    );
    expect(said()).not.toContain('Everything that could be compared');
  });

  test('leads to all of it, and can be closed', () => {
    const [onDashboard, onRun] = [vi.fn(), vi.fn()];
    draw(sample('compared, as it was'), place('installed'), { onDashboard, onRun });
    fireEvent.click(button('See it in detail'));
    expect(onDashboard).toHaveBeenCalledExactlyOnceWith('reinstall');
    fireEvent.click(button('Done'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith('comparison.closed');
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  });
});

describe('a run that is stopped', () => {
  test('by a veto: the portal’s own words, as text', () => {
    draw(sample('vetoed'));
    expect(said()).toContain('The portal refused to uninstall');
    expect(frame().querySelector('blockquote')?.textContent).toBe('Сначала удалите робота <b>№ 5</b>');
    expect(frame().querySelector('b')).toBeNull();
  });

  test('for lack of a subscription: where to look', () => {
    const onPlace = vi.fn();
    draw(sample('no subscription'), place('installed'), { onPlace });
    expect(said()).toContain('wants a subscription before it installs. Look in the Market');
    expect(frame().querySelector('blockquote')).toBeNull();
    fireEvent.click(button('Open its page'));
    expect(onPlace).toHaveBeenCalledExactlyOnceWith({ kind: 'detail' });
  });

  test.each(['administrator', 'published', 'subscription', 'workingTime', 'record'] as const)(
    'by the check %s: what to do',
    (check) => {
      draw(stopped({ kind: 'check', check }, 'checked'));
      expect(said()).toContain(en.messages.guide.stopped.check[check]);
    },
  );

  test('goes on when a person says so', () => {
    const onRun = vi.fn();
    draw(sample('stopped by the user'), place('installed'), { onRun });
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    fireEvent.click(button('Go on'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith('run.resumed');
  });

  test('and can be stopped while it is under way', () => {
    const onRun = vi.fn();
    draw(run(), place('installed'), { onRun });
    fireEvent.click(button('Stop'));
    expect(onRun).toHaveBeenCalledExactlyOnceWith('run.stopped');
  });
});
