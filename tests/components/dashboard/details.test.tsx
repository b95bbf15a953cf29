// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { en as cards } from '../../../locales/cards/en.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { drawDashboard } from './drawing.tsx';
import { draftsPage, pane } from './pages.tsx';
import { details, draft, draftView } from './samples.ts';

afterEach(cleanup);

const words = cards.messages;

test('the details take the focus, Esc closes them, and a field that is left is told', () => {
  const [onClose, onBlur] = [vi.fn(), vi.fn()];
  drawDashboard(en, pane({ onClose, onBlur }));
  const aside = screen.getByRole('complementary', { name: 'Details: Question 1' });
  expect(document.activeElement).toBe(aside);
  screen.getByRole('textbox', { name: words.dialog.note }).focus();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
  fireEvent.focusOut(screen.getByRole('textbox', { name: words.dialog.note }));
  expect(onBlur).toHaveBeenCalled();
});

test('each field hands on its own change', () => {
  const onChange = vi.fn();
  drawDashboard(en, pane({ onChange }));
  const type = (name: string, value: string) =>
    fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
  type(words.dialog.alias, 'Mail');
  type(words.dialog.note, 'Agreed');
  type(words.dialog.task, 'https://x.example/');
  type(words.dialog.ticketOwn, '7');
  expect(onChange.mock.calls.flat()).toEqual([
    { alias: 'Mail' },
    { text: 'Agreed' },
    { taskUrl: 'https://x.example/' },
    { ticket: '7' },
  ]);
});

test('link and ticket number can be copied, and the dialog opened', async () => {
  const copied: string[] = [];
  const onOpenDialog = vi.fn();
  const onCopy = async (text: string) => Boolean(copied.push(text));
  drawDashboard(en, pane({ onCopy, onOpenDialog, dialog: details({ ticket: '22910' }) }));
  fireEvent.click(screen.getByRole('button', { name: words.dialog.copyLink }));
  fireEvent.click(screen.getByRole('button', { name: words.dialog.copyNumber }));
  fireEvent.click(screen.getByRole('button', { name: 'Open in the portal' }));
  await waitFor(() => expect(copied).toEqual(['https://demo.bitrix24.ru/online/?IM_DIALOG=chat1', '22910']));
  expect(onOpenDialog).toHaveBeenCalledOnce();
});

test('an address of a task that is none is named and not offered as a link', () => {
  const dialog = details({}, { taskUrl: 'task 7' });
  drawDashboard(en, pane({ dialog, hasTaskProblem: true }));
  expect(screen.getByText(words.dialog.taskProblem)).toBeDefined();
  expect(screen.queryByRole('link')).toBeNull();
});

test('a draft is copied whole, not as the beginning that is shown', async () => {
  const onCopy = vi.fn(async () => true);
  drawDashboard(en, draftsPage({ drafts: [draftView()], onCopy }));
  fireEvent.click(screen.getByRole('button', { name: words.shell.copy }));
  await waitFor(() => expect(onCopy).toHaveBeenCalledWith('All of the text'));
  fireEvent.click(screen.getByRole('button', { name: 'Whole text' }));
  await waitFor(() => screen.getByText('All of the text'));
});

test('a text that is gone, and one that nobody answered for, are told apart', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  const { redraw } = drawDashboard(en, draftsPage({ drafts: [draftView()], textOf: async () => null }));
  fireEvent.click(screen.getByRole('button', { name: 'Whole text' }));
  await screen.findByText(en.messages.drafts.gone);
  redraw(draftsPage({ drafts: [draftView({ id: 'z' })], textOf: () => Promise.reject(new Error('no answer')) }));
  fireEvent.click(screen.getByRole('button', { name: 'Whole text' }));
  await screen.findByText(en.messages.drafts.failed);
});

test('a draft is discarded, had back at once, or restored later', () => {
  const [onDiscard, onRestore] = [vi.fn(), vi.fn()];
  const kept = draftView();
  const told = { what: 'discarded', id: 'x', name: 'Mail' } as const;
  drawDashboard(
    en,
    draftsPage({ drafts: [kept], discarded: [draft({ id: 'y', title: 'Old' })], told, onDiscard, onRestore }),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Discard: Telephony' }));
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  fireEvent.click(screen.getByRole('button', { name: 'Restore: Old' }));
  expect(onDiscard).toHaveBeenCalledWith(kept);
  expect(onRestore.mock.calls).toEqual([
    ['x', 'Mail'],
    ['y', 'Old'],
  ]);
});
