// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { namesIn } from '../../../components/dashboard/chatapp/chatapp-words.ts';
import { differenceLine } from '../../../components/dashboard/chatapp/difference-words.ts';
import type { ReinstallState } from '../../../domain/market/reinstall.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { ru } from '../../../locales/dashboard/ru.ts';
import { line, notRead, read, record, tab } from '../../domain/market-records.ts';
import { NOW } from '../samples.ts';
import { reinstallPart } from './chatapp-pages.tsx';
import { book, comparedBook, facts, run, runView, withMarket } from './chatapp-samples.ts';
import { drawDashboard } from './drawing.tsx';

afterEach(cleanup);

const words = en.messages.chatapp.reinstall;

function draw(state: ReinstallState, changes: Parameters<typeof run>[1] = {}, actions = {}) {
  const own = run(state, changes);
  const portal = withMarket({ run: runView(own) });
  return drawDashboard(en, reinstallPart({ portal, book: book({ run: own }), ...actions }));
}

const buttons = () => {
  const actions = document.querySelector('.run-actions');
  return [...(actions?.querySelectorAll('button') ?? [])].map((button) => button.textContent);
};

describe('before it begins', () => {
  test('what every uninstall removes and what the box destroys stands there, and beginning is the one strong choice', async () => {
    const onBegin = vi.fn(async () => true);
    drawDashboard(en, reinstallPart({ onBegin }));
    expect(screen.getByRole('region', { name: words.always.title }).textContent).toContain('other numbers');
    expect(screen.getByRole('region', { name: words.wiped.title })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: words.begin }));
    await vi.waitFor(() => expect(onBegin).toHaveBeenCalledOnce());
    expect(document.querySelectorAll('.button.strong')).toHaveLength(1);
  });

  test('without a confirmed application nothing begins', () => {
    const onBegin = vi.fn(async () => true);
    drawDashboard(en, reinstallPart({ onBegin, portal: withMarket({ confirmed: null }) }));
    fireEvent.click(screen.getByRole('button', { name: words.begin }));
    expect(onBegin).not.toHaveBeenCalled();
    expect(screen.getByText(words.needsApp)).toBeDefined();
  });

  test('a beginning that fails says so', async () => {
    drawDashboard(en, reinstallPart({ onBegin: async () => false }));
    fireEvent.click(screen.getByRole('button', { name: words.begin }));
    await screen.findByText(words.notDone);
  });
});

const { act } = words;

test.each<[ReinstallState, string[]]>([
  ['checked', [act.record, act.stop]],
  ['recorded', [act.openList, act.recordAgain, act.stop]],
  ['uninstalling', [act.openList, act.stop]],
  ['absent', [act.openDetail, act.stop]],
  ['installing', [act.openDetail, act.stop]],
  ['finishing', [act.openApplication, act.finish, act.stop]],
  ['compared', [act.close, act.compareAgain, act.openApplication]],
  ['done', []],
  ['dataWiped', [act.openDetail, act.openApplication, act.compare]],
  ['stopped', [act.resume]],
])('a reinstall that is %s offers what fits, and never the uninstallation itself', (state, expected) => {
  draw(state, { stop: state === 'stopped' ? { kind: 'byUser' } : null, stoppedIn: 'absent' });
  expect(buttons()).toEqual(expected);
  expect(screen.queryByRole('button', { name: /^(Uninstall|Install|Save)$/ })).toBeNull();
});

test.each<[ReinstallState, string, string]>([
  ['checked', act.record, 'record.wanted'],
  ['finishing', act.finish, 'finish.told'],
  ['compared', act.compareAgain, 'record.wanted'],
  ['compared', act.close, 'comparison.closed'],
  ['absent', act.stop, 'run.stopped'],
  ['stopped', act.resume, 'run.resumed'],
])('while it is %s, “%s” is told', async (state, name, type) => {
  const onRun = vi.fn(async () => true);
  draw(state, { stop: state === 'stopped' ? { kind: 'byUser' } : null, stoppedIn: 'absent' }, { onRun });
  fireEvent.click(screen.getByRole('button', { name }));
  await vi.waitFor(() => expect(onRun).toHaveBeenCalledWith('run-1', { type }));
});

test('once the end of the installation is known, what is left is to compare', () => {
  draw('finishing', { finishedBy: 'user' });
  expect(buttons()).toEqual([act.compare, act.openApplication, act.stop]);
  expect(screen.getByText(words.finishedBy.user)).toBeDefined();
});

test('the step that it is at is marked, those before it are passed', () => {
  draw('absent');
  const items = [...document.querySelectorAll('.run-steps > li')];
  expect(items.findIndex((item) => item.getAttribute('aria-current') === 'step')).toBe(3);
  expect(items.filter((item) => item.getAttribute('data-passed') === 'true')).toHaveLength(3);
  expect(items[3]?.textContent).toContain(words.stepText.absent);
});

test('a step that a page shows comes live, without another look', () => {
  const { redraw } = draw('recorded');
  const own = run('absent');
  redraw(reinstallPart({ portal: withMarket({ run: runView(own) }), book: book({ run: run('recorded') }) }));
  expect(document.querySelector('[aria-current="step"]')?.textContent).toContain(words.step.installed);
});

test('the checks tell their results and what to do', () => {
  draw('checked');
  expect(screen.getByText(`${words.checks.name.published}: ${words.checks.result.couldNotRead}`)).toBeDefined();
  expect(screen.getByText(words.checks.todo.workingTime.warn)).toBeDefined();
});

test('what is missing in the record can be opened', async () => {
  const onPlace = vi.fn(async () => true);
  draw('recorded', { before: record({ tiles: notRead, tabs: [] }) }, { onPlace });
  fireEvent.click(screen.getByRole('button', { name: words.record.open.tiles }));
  await screen.findByText(words.opened);
  fireEvent.click(screen.getByRole('button', { name: words.record.open.tabs }));
  await vi.waitFor(() => expect(onPlace.mock.calls.flat()).toEqual([{ kind: 'contactCenter' }, { kind: 'deals' }]));
  expect(screen.queryByRole('button', { name: words.record.open.access })).toBeNull();
});

test('a refused installation says what the portal says, and leads back to the Market', () => {
  draw('stopped', {
    stop: { kind: 'installRefused', refusal: 'subscription', message: 'Plus is required' },
    stoppedIn: 'absent',
  });
  expect(screen.getByText(words.stopped.refusal.subscription.text)).toBeDefined();
  expect(screen.getByText('The portal says: “Plus is required”')).toBeDefined();
  expect(buttons()).toContain(act.openDetail);
});

test('an uninstallation with settings and data is said to be for good', () => {
  draw('dataWiped', { press: { at: NOW, wipes: true, hadNoEffect: false } });
  expect(screen.getByText(words.wipedNow.title)).toBeDefined();
  expect(screen.getByText(/cannot be restored/)).toBeDefined();
});

describe('the comparison', () => {
  const draw = (changes: Parameters<typeof comparedBook>[0] = {}, locale = en) => {
    const own = comparedBook(changes);
    return drawDashboard(
      locale,
      reinstallPart({ portal: withMarket({ run: own.run && runView(own.run) }), book: own }),
    );
  };
  const groups = () =>
    [...document.querySelectorAll('.comparison .difference-group')].map((group) => group.getAttribute('data-kind'));

  test('new numbers of tabs are told with the old ones, and everybody is to refresh', () => {
    draw();
    expect(screen.getByText(words.compare.refresh.title)).toBeDefined();
    expect(screen.getByText(words.compare.allBack)).toBeDefined();
    expect(document.querySelector('[data-kind="newId"]')?.textContent).toContain(
      'ChatApp Dialog (deals): number 41 → 72',
    );
  });

  test('what is missing comes first, what is as before last', () => {
    draw({
      access: read([]),
      tiles: notRead,
      tabs: [{ card: 'deal', tabs: read([tab(71, 'ChatApp')]) }],
      lines: read([line({ isActive: false })]),
    });
    expect(groups()).toEqual(['missing', 'changed', 'newId', 'notCompared', 'neverRead', 'same']);
    expect(document.querySelector('[data-kind="missing"]')?.textContent).toContain('ChatApp Dialog (deals)');
    expect(document.querySelector('[data-kind="changed"]')?.textContent).toContain(words.compare.nowEveryone);
    expect(document.querySelector('[data-kind="notCompared"]')?.textContent).toContain(words.record.why.notShown);
    expect(document.querySelector('[data-kind="neverRead"]')?.textContent).toContain(words.compare.never.robots.text);
  });

  test('who left a queue is told by name', () => {
    draw(
      {
        lines: read([
          line({
            queue: [
              { kind: 'department', id: '5' },
              { kind: 'user', id: '10' },
            ],
          }),
        ]),
      },
      ru,
    );
    expect(document.querySelector('[data-kind="missing"]')?.textContent).toContain('Vera Zaitseva в очереди');
    expect(document.querySelector('[data-kind="added"]')?.textContent).toContain('Anna Smirnova в очереди «Sales»');
  });

  test('it is not there while the book is of another reinstall', () => {
    const own = comparedBook();
    const other = { ...run('checked'), id: 'run-2' };
    drawDashboard(en, reinstallPart({ portal: withMarket({ run: runView(other) }), book: own }));
    expect(groups()).toEqual([]);
  });

  test('it prints', () => {
    vi.useFakeTimers();
    const print = vi.fn();
    vi.stubGlobal('print', print);
    window.print = print;
    draw();
    fireEvent.click(screen.getByRole('button', { name: words.compare.print }));
    vi.runAllTimers();
    expect(print).toHaveBeenCalledOnce();
    expect(document.querySelector('details[data-kind="same"]')?.hasAttribute('open')).toBe(true);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
});

test.each([
  ['isHidden', 'false', 'true', words.compare.hidden],
  ['isHidden', 'true', 'false', words.compare.shown],
  ['isActive', 'false', 'true', words.compare.activated],
  ['isActive', 'true', 'false', words.compare.deactivated],
  ['everyone', '2', '0', words.compare.nowEveryone],
  ['everyone', '0', '2', words.compare.noLongerEveryone],
  ['order', 'evenly', 'all', 'distribution: evenly → to everybody at once'],
  ['title', 'Chat', 'Talk', 'title: Chat → Talk'],
] as const)('a change of %s from %s to %s is told in words', (what, before, after, expected) => {
  const difference = {
    kind: 'changed',
    what,
    before,
    after,
    part: 'lines',
    key: '3',
    label: 'Sales',
    card: null,
  } as const;
  expect(differenceLine(difference, namesIn(facts()), en.messages.chatapp).result).toBe(expected);
});
