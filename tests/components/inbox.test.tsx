// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { InboxList, type InboxListProps } from '../../components/inbox/InboxList.tsx';
import { inboxOf } from '../../domain/inbox/inbox.ts';
import { inboxSentence } from '../../domain/inbox/sentences.ts';
import { LOCALES } from '../../locales/catalogue.ts';
import { en } from '../../locales/en.ts';
import { inboxLocaleFor } from '../../locales/inbox/catalogue.ts';
import { ru as inboxRu } from '../../locales/inbox/ru.ts';
import { ru } from '../../locales/ru.ts';
import { allText, draw, expectAccessible, LEAKS } from './drawing.tsx';
import { INBOX_REASONS, INBOX_VIEW, inboxItem, RECORD } from './inbox-samples.ts';
import { DAY, dialog, FAILURES, grant, NEEDY, NOW, request, withAccess } from './samples.ts';

afterEach(cleanup);

const list = (props: Partial<InboxListProps>) => (
  <InboxList items={[]} portals={[INBOX_VIEW]} now={NOW} onOpen={() => undefined} {...props} />
);

describe.each(LOCALES)('in $language', (locale) => {
  test.each(INBOX_REASONS)('a reason is a sentence of its own: $kind %#', (reason) => {
    const inbox = inboxLocaleFor(locale.language).messages;
    const sentence = inboxSentence({ text: locale.messages, inbox, now: NOW }, inboxItem(reason), INBOX_VIEW);
    expect(sentence).toMatch(/^[\p{Lu}\d].{10,}/u);
    expect(sentence).not.toMatch(LEAKS);
    expect(sentence).not.toMatch(/[.!]$/);
    const used = [...sentence.matchAll(/[\w-]+:\d{3}/g)];
    expect(used, 'no record is named by its number').toEqual([]);
  });

  test('all reasons are drawn, read well and pass axe', async () => {
    const { container } = draw(locale, list({ items: INBOX_REASONS.map((reason) => inboxItem(reason)), limit: 100 }));
    expect(screen.getAllByRole('button')).toHaveLength(INBOX_REASONS.length);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

test('a line says what, where, since when and where it leads', () => {
  draw(ru, list({ items: [inboxItem({ kind: 'request', recordId: RECORD, days: 21, daysSource: 'preset' })] }));
  const line = screen.getByRole('button');
  for (const words of ['Поддержка просит доступ предположительно на 21 день', 'Ромашка', 'ждёт уже 2 ч'])
    expect(line.textContent).toContain(words);
  expect(line.textContent).toContain(inboxRu.messages.lead.request);
});

test('how full it is comes with source and age', () => {
  draw(
    en,
    list({ items: [inboxItem({ kind: 'full', used: 5, max: 5, isAssumed: false, atMost: false }, { at: null })] }),
  );
  expect(screen.getByRole('button').textContent).toContain('From the portal, 2 minutes ago');
});

test('an end that is computed from a setting says so', () => {
  draw(
    en,
    list({ items: [inboxItem({ kind: 'overdue', recordId: RECORD, endsAt: NOW - DAY, daysSource: 'preset' })] }),
  );
  expect(screen.getByRole('button').textContent).toContain(en.messages.access.source.preset);
});

test('a press hands the item on', () => {
  const onOpen = vi.fn();
  const one = inboxItem({ kind: 'signedOut' });
  draw(en, list({ items: [one], onOpen }));
  fireEvent.click(screen.getByRole('button'));
  expect(onOpen).toHaveBeenCalledWith(one);
});

test('two users of one portal are told apart, one is not', () => {
  const other = { ...INBOX_VIEW, key: `${INBOX_VIEW.origin}|9`, userId: '9' };
  const items = [inboxItem({ kind: 'signedOut' }, { portal: other.key })];
  const { redraw } = draw(en, list({ items, portals: [INBOX_VIEW, other] }));
  expect(screen.getByRole('button').textContent).toContain('user 9');
  redraw(list({ items, portals: [other] }));
  expect(screen.getByRole('button').textContent).not.toContain('user 9');
});

test('a portal that has gone meanwhile is named by its address', () => {
  draw(en, list({ items: [inboxItem({ kind: 'signedOut' })], portals: [] }));
  expect(screen.getByRole('button').textContent).toContain(INBOX_VIEW.host);
});

test('more than six lines fold, and unfold', () => {
  const items = FAILURES.map((failure) => inboxItem({ kind: 'unreadable', failure }));
  draw(en, list({ items }));
  const fold = screen.getByRole('button', { name: 'Show 2 more' });
  expect(screen.getAllByRole('listitem')).toHaveLength(6);
  fireEvent.click(fold);
  expect(screen.getAllByRole('listitem')).toHaveLength(8);
  expect(fold.getAttribute('aria-expanded')).toBe('true');
});

test('a thousand lines do not stop the page', () => {
  const items = Array.from({ length: 1_000 }, (_, id) =>
    inboxItem({ kind: 'idle', chatId: id, days: 3 }, { id: `${id}` }),
  );
  draw(en, list({ items }));
  fireEvent.click(screen.getByRole('button', { name: /^Show 94 more/ }));
  expect(screen.getAllByRole('listitem')).toHaveLength(100);
  expect(screen.getByText(/^And 900 more/)).toBeDefined();
});

test('nothing is said in words', () => {
  draw(ru, list({}));
  expect(screen.getByText(inboxRu.messages.nothing)).toBeDefined();
});

test('where nothing may be changed a full portal leads to its dialogs', () => {
  draw(
    en,
    list({ items: [inboxItem({ kind: 'full', used: 5, max: 5, isAssumed: false, atMost: false })], isReadOnly: true }),
  );
  expect(screen.getByRole('button').textContent).toContain('Open the list');
});

test('arrows, Home and End walk through the lines', () => {
  draw(en, list({ items: INBOX_REASONS.slice(0, 5).map((reason) => inboxItem(reason)) }));
  const lines = screen.getAllByRole('button');
  lines[0]?.focus();
  const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
  const at = () => lines.indexOf(document.activeElement as HTMLElement);
  const walked = ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'ArrowDown', 'Home', 'ArrowUp'].map((key) => {
    press(key);
    return at();
  });
  expect(walked).toEqual([1, 2, 1, 4, 4, 0, 0]);
});

test('what a real portal needs has its dialogs by name', () => {
  const view = withAccess([request(), grant(-2)], { ...NEEDY, dialogs: [...NEEDY.dialogs, dialog(9)] });
  const shown = {
    ...view,
    register: {
      ...view.register,
      items: view.register.items.map((each) => ({
        ...each,
        banner: each.state === 'pending' ? ('request' as const) : ('overdue' as const),
      })),
    },
  };
  draw(ru, list({ items: inboxOf([shown], null, NOW).items, portals: [shown] }));
  const words = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
  expect(words[0]).toContain('Поддержка просит доступ на 21 день');
  expect(words[1]).toContain('Доступ должен был закончиться 10 декабря');
  expect(
    words.some((line) => line.includes('В диалоге «Касса на складе» ответ поддержки ждёт вас 5 рабочих часов')),
  ).toBe(true);
});
