// @vitest-environment happy-dom
/** Destinations as they are drawn: the list, the form, the preview, the key. */
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReadOnlyContext } from '../../../components/dashboard/read-only-context.ts';
import { ConsentPanel, type ConsentPanelProps } from '../../../components/rules/destinations/ConsentPanel.tsx';
import {
  DestinationEditor,
  type DestinationEditorProps,
} from '../../../components/rules/destinations/DestinationEditor.tsx';
import { DestinationList, type DestinationListProps } from '../../../components/rules/destinations/DestinationList.tsx';
import {
  formOf,
  NEW_DESTINATION,
  patternOf,
  readForm,
  signingKeyOf,
} from '../../../components/rules/destinations/destination-form.ts';
import { NewKey } from '../../../components/rules/destinations/NewKey.tsx';
import type { AddressProblem, DestinationPreview } from '../../../domain/rules/destination.ts';
import { DASHBOARD_LOCALES } from '../../../locales/dashboard/catalogue.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { en as runsEn } from '../../../locales/runs/en.ts';
import { PseudoTexts } from '../../locales/PseudoTexts.tsx';
import { hardCodedTexts } from '../../locales/pseudo.ts';
import { drawDashboard } from '../dashboard/drawing.tsx';
import { allText, expectAccessible, LEAKS } from '../drawing.tsx';
import { HOUR, NOW } from '../samples.ts';
import { CALL_PROBLEMS, destination, SECRET_ADDRESS, WithRunsTexts } from './runs-samples.tsx';

afterEach(cleanup);

const words = runsEn.messages.destination;
const PREVIEW: DestinationPreview = {
  method: 'POST',
  maskedAddress: 'https://hooks.example.org/…',
  headers: [
    { name: 'content-type', value: 'application/json' },
    { name: 'webhook-signature', value: 'v1,••••' },
  ],
  body: '{"schema":1,"isTest":true}',
  addressVersion: 4,
};

const listProps = (changes: Partial<DestinationListProps> = {}): DestinationListProps => ({
  ...{ destinations: [destination()], now: NOW, deed: null, isAllowed: () => true },
  ...{ onEdit: vi.fn(), onPreview: vi.fn(), onTest: vi.fn(), onAllow: vi.fn(), onRemove: vi.fn() },
  ...changes,
});
const editorProps = (changes: Partial<DestinationEditorProps> = {}): DestinationEditorProps => ({
  ...{ form: NEW_DESTINATION, known: null, outcome: null },
  ...{ onChange: vi.fn(), onSubmit: vi.fn(), onCancel: vi.fn() },
  ...changes,
});
const consentProps = (changes: Partial<ConsentPanelProps> = {}): ConsentPanelProps => ({
  ...{ destination: destination({ agreedAt: null }), preview: PREVIEW, agreeing: 'none' },
  ...{ onAgree: vi.fn(), onRetry: vi.fn(), onClose: vi.fn() },
  ...changes,
});
const list = (props: DestinationListProps, of = 'en') => (
  <WithRunsTexts of={of}>
    <DestinationList {...props} />
  </WithRunsTexts>
);
const editor = (props: DestinationEditorProps, of = 'en') => (
  <WithRunsTexts of={of}>
    <DestinationEditor {...props} />
  </WithRunsTexts>
);
const consent = (props: ConsentPanelProps) => (
  <WithRunsTexts of="en">
    <ConsentPanel {...props} />
  </WithRunsTexts>
);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

const EVERY_KIND = [
  destination(),
  destination({ id: 'd2', name: 'Свой портал', kind: 'portal', hasKey: false, agreedAt: null, usedBy: [] }),
  destination({ id: 'd3', name: 'Сеть', isPrivateAllowed: true, knowsKeys: true, failures: 5, restsUntil: NOW + HOUR }),
];

describe.each(DASHBOARD_LOCALES)('in $language', (locale) => {
  test('the list reads well and passes axe', async () => {
    const props = listProps({ destinations: EVERY_KIND, isAllowed: () => false });
    const { container } = drawDashboard(locale, list(props, locale.language));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each(['webhook', 'portal'] as const)('the form of a %s reads well and passes axe', async (kind) => {
    const form = { ...NEW_DESTINATION, kind, isPrivateAllowed: true, address: 'http://nas' };
    const { container } = drawDashboard(locale, editor(editorProps({ form }), locale.language));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

describe('the list', () => {
  test('says of each what it is, when it was agreed to, and which rules need it; never its key', () => {
    drawDashboard(en, list(listProps()));
    const [item] = screen.getAllByRole('listitem');
    for (const text of ['Склад n8n', 'hooks.example.org', words.hasKey, 'you agreed today 13:05', 'Ответ ждёт'])
      expect(item?.textContent).toContain(text);
  });

  test('says what keeps one from being used', () => {
    drawDashboard(en, list(listProps({ destinations: EVERY_KIND, isAllowed: () => false })));
    expect(screen.getAllByText(words.noPermission)).toHaveLength(3);
    expect(screen.getByText('Rests until today 15:05, because calls have failed')).toBeDefined();
    expect(screen.getByText(words.notAgreed)).toBeDefined();
  });

  test('sends an example only after agreement', () => {
    const props = listProps({ destinations: EVERY_KIND.slice(0, 2) });
    drawDashboard(en, list(props));
    press('Send an example: Склад n8n');
    expect(props.onTest).toHaveBeenCalledWith(EVERY_KIND[0]);
    expect(screen.queryByRole('button', { name: 'Send an example: Свой портал' })).toBeNull();
  });

  test.each(CALL_PROBLEMS)('tells that an example failed: %s', (problem) => {
    const outcome = { kind: 'failed', problem, status: null, answer: '' } as const;
    drawDashboard(en, list(listProps({ deed: { id: 'd1', kind: 'tested', outcome } })));
    expect(screen.getByText(new RegExp(runsEn.messages.call[problem].what))).toBeDefined();
  });

  test('tells that an example has arrived, with the answer', () => {
    const outcome = { kind: 'done', status: 202, answer: 'taken' } as const;
    drawDashboard(en, list(listProps({ deed: { id: 'd1', kind: 'tested', outcome } })));
    expect(screen.getByText('The example has arrived: answer 202.')).toBeDefined();
    expect(screen.getByText('Answer: taken')).toBeDefined();
  });

  test('only asks a portal, and says that no task was made', () => {
    const portal = destination({ kind: 'portal' });
    const outcome = { kind: 'done', status: 200, answer: '' } as const;
    drawDashboard(en, list(listProps({ destinations: [portal], deed: { id: 'd1', kind: 'tested', outcome } })));
    expect(screen.getByRole('button', { name: 'Check the webhook: Склад n8n' })).toBeDefined();
    expect(screen.getByText('The portal has answered, and no task was made: answer 200.')).toBeDefined();
  });

  test('asks once before one is removed, names the rules that stop, and Esc leaves it', () => {
    const props = listProps();
    drawDashboard(en, list(props));
    press('Remove: Склад n8n');
    const question = screen.getByRole('group', { name: 'Remove “Склад n8n”?' });
    expect(within(question).getByText('Ответ ждёт')).toBeDefined();
    expect(document.activeElement?.textContent).toBe(words.removing.cancel);
    fireEvent.keyDown(question, { key: 'Escape' });
    expect(screen.queryByRole('group')).toBeNull();
    expect(props.onRemove).not.toHaveBeenCalled();
    press('Remove: Склад n8n');
    press(words.removing.confirm);
    expect(props.onRemove).toHaveBeenCalledWith(props.destinations[0]);
  });

  test('changes nothing where nothing may be changed, but shows what would be sent and lets go', () => {
    const props = listProps();
    drawDashboard(en, <ReadOnlyContext.Provider value={true}>{list(props)}</ReadOnlyContext.Provider>);
    for (const name of ['Change', 'Send an example', 'See what is sent', 'Remove']) press(new RegExp(`^${name}`));
    expect(props.onEdit).not.toHaveBeenCalled();
    expect(props.onTest).not.toHaveBeenCalled();
    expect(props.onPreview).toHaveBeenCalled();
    press(words.removing.confirm);
    expect(props.onRemove).toHaveBeenCalled();
  });
});

describe('the form', () => {
  const ADDRESS_PROBLEMS: readonly AddressProblem[] = [
    ...(['notAnAddress', 'notHttps', 'hasUser', 'private', 'loopback', 'tooLong', 'notIncomingWebhook'] as const),
  ];

  test.each(ADDRESS_PROBLEMS)('says what is wrong with the address and what to do: %s', (refusal) => {
    drawDashboard(en, editor(editorProps({ outcome: { kind: 'refused', refusal } })));
    const field = screen.getByLabelText(words.form.address);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
    const { what, next } = words.refusal[refusal];
    expect(screen.getByText(`${what}. ${next}.`)).toBeDefined();
  });

  test('warns of an own network and of an address without encryption', () => {
    const form = { ...NEW_DESTINATION, isPrivateAllowed: true, address: 'http://192.168.1.9/in' };
    drawDashboard(en, editor(editorProps({ form })));
    expect(screen.getByText(words.form.privateWarning)).toBeDefined();
    expect(screen.getByText(words.form.plainWarning)).toBeDefined();
  });

  test('asks for a key only where calls are signed', () => {
    const { redraw } = drawDashboard(en, editor(editorProps()));
    expect(screen.getByText(words.form.keyIsMade)).toBeDefined();
    redraw(editor(editorProps({ form: { ...NEW_DESTINATION, kind: 'portal' } })));
    expect(screen.queryByText(words.form.keyIsMade)).toBeNull();
  });

  test('of one that is there keeps address and key unless something is typed, and shows neither', () => {
    const known = destination();
    const { container } = drawDashboard(en, editor(editorProps({ form: formOf(known), known })));
    expect((screen.getByLabelText(words.form.address) as HTMLInputElement).value).toBe('');
    expect((screen.getByLabelText(words.form.keyChoice.keep) as HTMLInputElement).checked).toBe(true);
    expect(container.textContent).toContain(`keep ${known.maskedAddress}`);
  });

  test('is not sent twice', () => {
    const props = editorProps({ outcome: { kind: 'saving' } });
    drawDashboard(en, editor(props));
    press(words.form.save);
    expect(props.onSubmit).not.toHaveBeenCalled();
  });
});

describe('what is typed', () => {
  const typed = { ...NEW_DESTINATION, name: 'n8n', address: SECRET_ADDRESS };

  test('names the host to ask the browser for', () => {
    expect(readForm(typed, undefined)).toEqual({ kind: 'ready', pattern: 'https://hooks.example.org/*' });
    expect(readForm({ ...formOf(destination()) }, destination())).toMatchObject({
      pattern: 'https://hooks.example.org/*',
    });
  });

  test.each([
    [{ name: ' ' }, 'noName'],
    [{ address: '' }, 'notAnAddress'],
    [{ address: 'http://hooks.example.org/in' }, 'notHttps'],
    [{ address: 'https://192.168.0.4/in' }, 'private'],
    [{ address: 'https://localhost/in' }, 'loopback'],
    [{ kind: 'portal' as const }, 'notIncomingWebhook'],
  ])('is refused before the browser is asked for anything: %j', (changes, refusal) => {
    expect(readForm({ ...typed, ...changes }, undefined)).toEqual({ kind: 'refused', refusal });
  });

  test('says of the key what the background has to do', () => {
    expect(signingKeyOf(typed)).toBe('new');
    expect(signingKeyOf({ ...typed, keyChoice: 'keep' })).toBeNull();
    expect(signingKeyOf({ ...typed, kind: 'portal' })).toBeNull();
  });

  test.each([
    ['https://hooks.example.org/…', 'hooks.example.org', 'https://hooks.example.org/*'],
    ['https://hooks.example.org:8443/…', 'hooks.example.org:8443', 'https://hooks.example.org/*'],
    ['http://192.168.1.9:5678/…', '192.168.1.9:5678', 'http://192.168.1.9/*'],
    ['http://[fd00::1]:5678/…', '[fd00::1]:5678', 'http://[fd00::1]/*'],
  ])('stands behind a masked address: %s', (maskedAddress, host, pattern) => {
    expect(patternOf({ maskedAddress, host })).toBe(pattern);
  });
});

describe('the preview', () => {
  test('shows request, headers and body word for word, takes the focus and passes axe', async () => {
    const { container } = drawDashboard(en, consent(consentProps()));
    expect(container.textContent).toContain('POST https://hooks.example.org/…');
    expect(screen.getByText('webhook-signature')).toBeDefined();
    const body = screen.getByLabelText(words.consent.body) as HTMLTextAreaElement;
    expect(body.value).toBe('{\n  "schema": 1,\n  "isTest": true\n}');
    expect(document.activeElement).toBe(screen.getByRole('region'));
    await expectAccessible(container);
  });

  test('can be agreed to once, and only after it was seen', () => {
    const props = consentProps();
    const { redraw } = drawDashboard(en, consent({ ...props, preview: 'loading' }));
    expect(screen.queryByRole('button', { name: words.consent.agree })).toBeNull();
    redraw(consent(props));
    press(words.consent.agree);
    expect(props.onAgree).toHaveBeenCalledOnce();
    redraw(consent({ ...props, agreeing: 'underWay' }));
    press(words.consent.agree);
    expect(props.onAgree).toHaveBeenCalledOnce();
    redraw(consent({ ...props, destination: destination() }));
    expect(screen.queryByRole('button', { name: words.consent.agree })).toBeNull();
    expect(screen.getByText(words.consent.agreed)).toBeDefined();
  });

  test('of another address than before says so, and can be read before it is agreed to', async () => {
    const props = consentProps({ agreeing: 'changed' });
    const { container } = drawDashboard(en, consent(props));
    expect(screen.getByRole('alert').textContent).toContain(words.consent.changed.title);
    press(words.consent.agree);
    expect(props.onAgree).not.toHaveBeenCalled();
    await expectAccessible(container);
    const agree = screen.getByRole('button', { name: words.consent.agree });
    await waitFor(() => expect(agree.getAttribute('aria-disabled')).toBe('false'), { timeout: 5_000 });
    press(words.consent.agree);
    expect(props.onAgree).toHaveBeenCalledOnce();
  });

  test('that failed can be tried again and not be agreed to', () => {
    const props = consentProps({ preview: 'failed' });
    drawDashboard(en, consent(props));
    expect(screen.getByText(words.consent.failed)).toBeDefined();
    expect(screen.queryByRole('button', { name: words.consent.agree })).toBeNull();
    press(en.messages.state.retry);
    expect(props.onRetry).toHaveBeenCalledOnce();
  });
});

test('a new key is there to be copied', async () => {
  const onCopy = vi.fn(async () => true);
  drawDashboard(
    en,
    <WithRunsTexts of="en">
      <NewKey signingKey="whsec_abc" onCopy={onCopy} onPutAway={vi.fn()} />
    </WithRunsTexts>,
  );
  press(words.key.copy);
  await screen.findByText(/copied/i, { selector: '[role="status"]' });
  expect(onCopy).toHaveBeenCalledWith('whsec_abc');
});

test('nothing is written into the components themselves', () => {
  const form = { ...NEW_DESTINATION, isPrivateAllowed: true, address: 'http://nas' };
  const { container } = drawDashboard(
    en,
    <PseudoTexts of="en">
      <WithRunsTexts of="en" isPseudo>
        <DestinationList {...listProps({ destinations: EVERY_KIND, isAllowed: () => false })} />
        <DestinationEditor {...editorProps({ form, outcome: { kind: 'refused', refusal: 'denied' } })} />
        <ConsentPanel {...consentProps({ agreeing: 'changed' })} />
        <NewKey signingKey="whsec_abc" onCopy={vi.fn()} onPutAway={vi.fn()} />
      </WithRunsTexts>
    </PseudoTexts>,
  );
  expect(hardCodedTexts(container, [EVERY_KIND, PREVIEW, form, 'whsec_abc', 'POST'])).toEqual([]);
});
