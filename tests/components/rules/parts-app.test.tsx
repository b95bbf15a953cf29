// @vitest-environment happy-dom
/** The parts of the rules page as they are wired, with a background that answers what the test says. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SavedDestination } from '../../../domain/rules/destination.ts';
import type { RulesImportPlan, RulesView } from '../../../domain/rules/view.ts';
import { DestinationsPart } from '../../../entrypoints/dashboard/rules/DestinationsPart.tsx';
import { destinationDraft } from '../../../entrypoints/dashboard/rules/destination-draft.ts';
import type { RulesPartProps } from '../../../entrypoints/dashboard/rules/part-props.ts';
import { RehearsalPart } from '../../../entrypoints/dashboard/rules/RehearsalPart.tsx';
import { RunsPart } from '../../../entrypoints/dashboard/rules/RunsPart.tsx';
import { TransferPart } from '../../../entrypoints/dashboard/rules/TransferPart.tsx';
import { UncertainRuns } from '../../../entrypoints/dashboard/rules/UncertainRuns.tsx';
import { en } from '../../../locales/dashboard/en.ts';
import { en as runsEn } from '../../../locales/runs/en.ts';
import { drawDashboard } from '../dashboard/drawing.tsx';
import { MINUTE, NOW } from '../samples.ts';
import { destination, rule, rulesView, run, SECRET_ADDRESS, uncertain } from './runs-samples.tsx';

type Message = { type: string } & Record<string, unknown>;
type Answers = Record<string, (message: Message) => unknown>;

const scene = vi.hoisted(() => ({
  send: (_message: unknown): Promise<unknown> => Promise.resolve(null),
  request: (_pattern: string): Promise<boolean> => Promise.resolve(true),
  /** What was asked of background and browser, in order. */
  done: [] as string[],
  removed: [] as string[],
  copied: [] as string[],
}));

vi.mock('../../../platform/browser.ts', () => {
  const event = { addListener: () => undefined, removeListener: () => undefined };
  return {
    browser: {
      runtime: { onMessage: event, sendMessage: (message: unknown) => scene.send(message), getURL: () => 'chrome:' },
      permissions: {
        getAll: async () => ({ origins: ['https://hooks.example.org/*'] }),
        request: ({ origins }: { origins: string[] }) => {
          scene.done.push(`browser ${origins[0]}`);
          return scene.request(origins[0] ?? '');
        },
        remove: async ({ origins }: { origins: string[] }) => scene.removed.push(...origins),
        onAdded: event,
        onRemoved: event,
      },
    },
  };
});
vi.mock('../../../platform/clipboard.ts', () => ({
  copyText: async (text: string) => {
    scene.copied.push(text);
    return true;
  },
}));

const asked: Message[] = [];
const wantedOf = (type: string) => asked.filter((message) => message.type === type);

function answering(answers: Answers): void {
  scene.send = async (message) => {
    asked.push(message as Message);
    scene.done.push((message as Message).type);
    return answers[(message as Message).type]?.(message as Message) ?? null;
  };
}

const saved: string[] = [];

beforeEach(() => {
  asked.length = 0;
  saved.length = 0;
  for (const list of [scene.done, scene.removed, scene.copied]) list.length = 0;
  scene.request = () => Promise.resolve(true);
  destinationDraft.trigger.closed();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    void (blob as Blob).text().then((text) => saved.push(text));
    return 'blob:file';
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const words = runsEn.messages;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

/** A page that keeps what its parts tell. */
function Page({ view: first, draw }: { view: RulesView; draw: (props: RulesPartProps) => ComponentChildren }) {
  const [view, onView] = useState(first);
  return <>{draw({ view, onView })}</>;
}
const page = (view: RulesView, draw: (props: RulesPartProps) => ComponentChildren) =>
  drawDashboard(en, <Page view={view} draw={draw} />);
const destinations = (view: RulesView = rulesView({ destinations: [] })) =>
  page(view, (props) => <DestinationsPart {...props} />);

const FRESH = destination({ id: 'd7', name: 'n8n', agreedAt: null, usedBy: [] });
const SAVED: SavedDestination = {
  ...{ kind: 'saved', destination: FRESH, newKey: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
  pattern: 'https://hooks.example.org/*',
};
const PREVIEW = {
  method: 'POST',
  maskedAddress: FRESH.maskedAddress,
  headers: [],
  body: '{"schema":1}',
  addressVersion: 1,
};
const AGREED = { kind: 'agreed', view: rulesView({ destinations: [{ ...FRESH, agreedAt: NOW }] }) };

const answersOfSetup: Answers = {
  'destination.saved': () => SAVED,
  'rules.wanted': () => rulesView({ destinations: [FRESH] }),
  'destination.previewed': () => PREVIEW,
  'destination.agreed': () => AGREED,
};

function fillIn() {
  press(words.destination.add);
  type(words.destination.form.name, 'n8n');
  type(words.destination.form.address, ` ${SECRET_ADDRESS} `);
}

describe('a new destination', () => {
  test('is asked of the browser in the press, saved, shown and agreed to', async () => {
    answering(answersOfSetup);
    destinations();
    fillIn();
    press(words.destination.form.save);
    expect(scene.done, 'the browser is asked before anything is waited for').toEqual([
      'browser https://hooks.example.org/*',
    ]);
    await screen.findByLabelText(words.destination.consent.body);
    expect(wantedOf('destination.saved')).toEqual([
      {
        ...{ type: 'destination.saved', id: null, name: 'n8n', kind: 'webhook', address: SECRET_ADDRESS },
        ...{ signingKey: 'new', isPrivateAllowed: false, knowsKeys: false },
      },
    ]);
    press(words.destination.consent.agree);
    await screen.findByText(words.destination.consent.agreed);
    expect(wantedOf('destination.agreed')).toEqual([{ type: 'destination.agreed', id: 'd7', addressVersion: 1 }]);
  });

  test('whose address was changed elsewhere is shown anew, and agreed to as it is then', async () => {
    const elsewhere = { ...FRESH, maskedAddress: 'https://other.example/…' };
    const answers = [{ kind: 'changed', view: rulesView({ destinations: [elsewhere] }) }, AGREED];
    const previews = [PREVIEW, { ...PREVIEW, maskedAddress: elsewhere.maskedAddress, addressVersion: 2 }];
    answering({
      ...answersOfSetup,
      'destination.previewed': () => previews.shift(),
      'destination.agreed': () => answers.shift(),
    });
    destinations(rulesView({ destinations: [FRESH] }));
    press(/^See what is sent/);
    fireEvent.click(await screen.findByRole('button', { name: words.destination.consent.agree }));
    await screen.findByText(words.destination.consent.changed.title);
    await screen.findByText(`POST ${elsewhere.maskedAddress}`);
    const agree = screen.getByRole('button', { name: words.destination.consent.agree });
    await waitFor(() => expect(agree.getAttribute('aria-disabled')).toBe('false'), { timeout: 5_000 });
    fireEvent.click(agree);
    await screen.findByText(words.destination.consent.agreed);
    expect(wantedOf('destination.agreed').map(({ addressVersion }) => addressVersion)).toEqual([1, 2]);
    expect(screen.queryByText(words.destination.consent.changed.title)).toBeNull();
  });

  test('that was removed elsewhere is gone from the page when it is agreed to', async () => {
    answering({
      ...answersOfSetup,
      'destination.agreed': () => ({ kind: 'gone', view: rulesView({ destinations: [] }) }),
    });
    destinations(rulesView({ destinations: [FRESH] }));
    press(/^See what is sent/);
    fireEvent.click(await screen.findByRole('button', { name: words.destination.consent.agree }));
    await screen.findByText(words.destination.none.title);
    expect(screen.queryByRole('region', { name: words.destination.consent.heading('n8n') })).toBeNull();
  });

  test('stays closed when the answer comes after it was closed', async () => {
    let answer: (value: unknown) => void = () => undefined;
    answering({ ...answersOfSetup, 'destination.agreed': () => new Promise((resolve) => (answer = resolve)) });
    destinations(rulesView({ destinations: [FRESH] }));
    press(/^See what is sent/);
    fireEvent.click(await screen.findByRole('button', { name: words.destination.consent.agree }));
    await waitFor(() => expect(wantedOf('destination.agreed')).toHaveLength(1));
    press(words.destination.consent.later);
    answer(AGREED);
    await screen.findByText(/^you agreed/);
    expect(screen.queryByRole('region', { name: words.destination.consent.heading('n8n') })).toBeNull();
  });

  test('shows its key once, and the address never again', async () => {
    answering(answersOfSetup);
    const { container } = destinations();
    fillIn();
    press(words.destination.form.save);
    const key = (await screen.findByLabelText(words.destination.key.label)) as HTMLInputElement;
    expect(key.value).toBe(SAVED.kind === 'saved' ? SAVED.newKey : '');
    press(words.destination.key.copy);
    await waitFor(() => expect(scene.copied).toEqual([key.value]));
    press(words.destination.key.putAway);
    expect(screen.queryByLabelText(words.destination.key.label)).toBeNull();
    expect(container.innerHTML).not.toContain('SECRET');
    expect(JSON.stringify(destinationDraft.getSnapshot().context)).not.toContain('SECRET');
  });

  test('is not saved without the permission, and what was typed stays', async () => {
    scene.request = () => Promise.resolve(false);
    answering(answersOfSetup);
    destinations();
    fillIn();
    press(words.destination.form.save);
    await screen.findByText(new RegExp(words.destination.refusal.denied.what));
    expect(wantedOf('destination.saved')).toEqual([]);
    expect((screen.getByLabelText(words.destination.form.address) as HTMLInputElement).value).toContain(SECRET_ADDRESS);
  });

  test.each([
    ['refused by the background', () => ({ kind: 'refused', problem: 'private' }), words.destination.refusal.private],
    ['not answered', () => Promise.reject(new Error('gone')), words.destination.refusal.failed],
    ['not possible', () => null, words.destination.refusal.failed],
  ])('that is %s stays in the form with words', async (_, answer, trouble) => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    answering({ ...answersOfSetup, 'destination.saved': answer });
    destinations();
    fillIn();
    press(words.destination.form.save);
    await screen.findByText(`${trouble.what}. ${trouble.next}.`);
    expect((screen.getByLabelText(words.destination.form.name) as HTMLInputElement).value).toBe('n8n');
  });

  test('that cannot be right asks nobody', () => {
    answering(answersOfSetup);
    destinations();
    press(words.destination.add);
    type(words.destination.form.name, 'n8n');
    type(words.destination.form.address, 'https://127.0.0.1/in');
    press(words.destination.form.save);
    expect(screen.getByText(new RegExp(words.destination.refusal.loopback.what))).toBeDefined();
    expect(scene.done).toEqual([]);
  });

  test('stays in its form when another section was on show', () => {
    answering(answersOfSetup);
    const { unmount } = destinations();
    fillIn();
    unmount();
    destinations();
    expect((screen.getByLabelText(words.destination.form.address) as HTMLInputElement).value).toContain(SECRET_ADDRESS);
  });
});

describe('a destination that is there', () => {
  test('keeps address and key when only its name is changed', async () => {
    answering(answersOfSetup);
    destinations(rulesView());
    press(/^Change/);
    type(words.destination.form.name, 'Другой');
    press(words.destination.form.save);
    await waitFor(() => expect(wantedOf('destination.saved')).toHaveLength(1));
    expect(wantedOf('destination.saved')[0]).toMatchObject({
      id: 'd1',
      name: 'Другой',
      address: null,
      signingKey: null,
    });
  });

  test('sends an example and shows the answer', async () => {
    answering({ 'destination.tested': () => ({ kind: 'done', status: 200, answer: 'thanks' }) });
    destinations(rulesView());
    press(/^Send an example/);
    await screen.findByText('Answer: thanks');
  });

  test('is removed after one question, and its host is given back', async () => {
    answering({ 'destination.removed': () => rulesView({ destinations: [] }) });
    destinations(rulesView());
    press(/^Remove/);
    expect(wantedOf('destination.removed')).toEqual([]);
    press(words.destination.removing.confirm);
    await screen.findByText('“Склад n8n” is removed.');
    await waitFor(() => expect(scene.removed).toEqual(['https://hooks.example.org/*']));
  });

  test.each([
    ['another destination', { destinations: [destination({ id: 'other' })] }],
    ['a portal', { destinations: [], portals: [{ key: 'k', origin: 'https://hooks.example.org', label: 'x' }] }],
  ])('leaves the host to %s that needs it', async (_, left) => {
    answering({ 'destination.removed': () => rulesView(left) });
    destinations(rulesView());
    press(/^Remove/);
    press(words.destination.removing.confirm);
    await screen.findByText('“Склад n8n” is removed.');
    expect(scene.removed).toEqual([]);
  });

  test('on a host that the browser keeps closed can be allowed in one press', async () => {
    answering({});
    const closed = destination({ host: 'closed.example.org', maskedAddress: 'https://closed.example.org/…' });
    destinations(rulesView({ destinations: [closed] }));
    fireEvent.click(await screen.findByRole('button', { name: /^Allow in the browser/ }));
    expect(scene.done).toEqual(['browser https://closed.example.org/*']);
  });
});

describe('runs', () => {
  const at = (key: string, plannedAt: number) => run({ key, plannedAt });

  test('are asked for page by page, also where a page ends in the middle of a moment', async () => {
    const all = [at('a', NOW), at('b', NOW - MINUTE), at('c', NOW - MINUTE), at('d', NOW - MINUTE), at('e', NOW - 9)];
    const kept = [...all].sort((one, other) => other.plannedAt - one.plannedAt);
    answering({
      'runs.wanted': ({ before }) =>
        kept.filter(({ plannedAt }) => before === null || plannedAt < Number(before)).slice(0, 4),
    });
    page(rulesView(), (props) => <RunsPart {...props} ruleId={null} />);
    await screen.findByText('5 runs');
  });

  test('of one rule are asked for that rule', async () => {
    answering({ 'runs.wanted': () => [] });
    page(rulesView(), (props) => <RunsPart {...props} ruleId="answer-waits" />);
    await screen.findByText(words.trace.none.title);
    expect(wantedOf('runs.wanted')[0]).toMatchObject({ ruleId: 'answer-waits', before: null });
  });

  test('that could not be read are not "none"', async () => {
    answering({ 'runs.wanted': () => null });
    page(rulesView(), (props) => <RunsPart {...props} ruleId={null} />);
    await screen.findByText(en.messages.state.failed.title);
    expect(screen.queryByText(words.trace.none.title)).toBeNull();
  });

  test('are saved as the background writes them', async () => {
    answering({
      'runs.wanted': ({ before }) => (before === null ? [run()] : []),
      'runs.exported': () => '{"runs":[]}',
    });
    page(rulesView(), (props) => <RunsPart {...props} ruleId={null} />);
    fireEvent.click(await screen.findByRole('button', { name: words.trace.save }));
    await waitFor(() => expect(saved).toEqual(['{"runs":[]}']));
  });

  test('of which nobody knows are decided once, and then gone', async () => {
    answering({ 'run.decided': () => rulesView() });
    page(rulesView({ uncertain: [uncertain('u1')] }), (props) => <UncertainRuns {...props} />);
    press(/^Do it again/);
    await screen.findByText(words.uncertain.none);
    expect(wantedOf('run.decided')).toEqual([{ type: 'run.decided', key: 'u1', decision: 'repeat' }]);
  });

  test('stay undecided when it could not be noted', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    answering({ 'run.decided': () => Promise.reject(new Error('gone')) });
    page(rulesView({ uncertain: [uncertain('u1')] }), (props) => <UncertainRuns {...props} />);
    press(/^It was done/);
    await screen.findByText(words.notDone);
    expect(screen.getByRole('button', { name: /^It was done/ }).getAttribute('aria-disabled')).toBe('false');
  });
});

describe('files', () => {
  const PLAN: RulesImportPlan = {
    ...{ mark: 'm1', problems: [], destinations: [] },
    rules: [{ id: 'a', name: 'Новое', kind: 'new', differences: [] }],
  };
  const give = (text: string) =>
    fireEvent.change(screen.getByLabelText(words.transfer.load.choose), {
      target: { files: [new File([text], 'rules.json')] },
    });

  test('are looked at first, and taken with the mark of what was shown', async () => {
    answering({ 'rules.importPlanned': () => PLAN, 'rules.importTaken': () => rulesView() });
    page(rulesView(), (props) => <TransferPart {...props} />);
    give('{"rules":[]}');
    fireEvent.click(await screen.findByRole('button', { name: 'Take 1 rule' }));
    await screen.findByText(words.transfer.load.taken(1));
    expect(wantedOf('rules.importTaken')).toEqual([
      { type: 'rules.importTaken', text: '{"rules":[]}', mark: 'm1', ids: ['a'] },
    ]);
  });

  test('are looked at again when rules have changed meanwhile', async () => {
    answering({ 'rules.importPlanned': () => PLAN, 'rules.importTaken': () => null });
    page(rulesView(), (props) => <TransferPart {...props} />);
    give('{}');
    fireEvent.click(await screen.findByRole('button', { name: 'Take 1 rule' }));
    await screen.findByText(words.transfer.load.changedMeanwhile);
    expect(wantedOf('rules.importPlanned')).toHaveLength(2);
  });

  test('that are too large are not even read', () => {
    answering({});
    page(rulesView(), (props) => <TransferPart {...props} />);
    give('x'.repeat(2_000_001));
    expect(screen.getByText(`rules.json: ${words.transfer.load.tooLarge}`)).toBeDefined();
    expect(asked).toEqual([]);
  });

  test('hold all rules, or those that were chosen', async () => {
    answering({ 'rules.exported': ({ ids }) => JSON.stringify({ ids }) });
    page(rulesView(), (props) => <TransferPart {...props} />);
    press(words.transfer.save.button);
    await waitFor(() => expect(saved).toEqual(['{"ids":null}']));
  });
});

test('a rehearsal is asked for with the rule as it is, and again by hand', async () => {
  answering({
    'rule.rehearsed': () => ({ days: 30, events: 0, wouldRun: [], skipped: [] }),
  });
  page(rulesView(), (props) => <RehearsalPart {...props} rule={rule()} />);
  await screen.findByText(words.rehearsal.none.title);
  press(words.rehearsal.again);
  await waitFor(() =>
    expect(wantedOf('rule.rehearsed')).toEqual([
      { type: 'rule.rehearsed', rule: rule() },
      { type: 'rule.rehearsed', rule: rule() },
    ]),
  );
});
