// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LOCALES } from '../../locales/catalogue.ts';
import { en } from '../../locales/en.ts';
import { ru } from '../../locales/ru.ts';
import { allText, draw, expectAccessible, LEAKS } from './drawing.tsx';
import { button, panel, rows } from './panel.tsx';
import { dialog, HOUR, lastKnown, NEEDY, NOW, neverRead, parked, portal, STATES } from './samples.ts';

afterEach(cleanup);

const news = () => [...document.querySelectorAll('.news > p')].map((line) => line.textContent);

describe.each(LOCALES)('in $language', (locale) => {
  test('what needs the user and what to finish read well and pass axe', async () => {
    const { container } = draw(locale, panel({ view: NEEDY }));
    fireEvent.click(button(locale.messages.finish.heading));
    fireEvent.click(button(locale.messages.dialogs.needYouFirst));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

test('nothing stands at the top where nothing needs the user', () => {
  const { container } = draw(en, panel());
  expect(container.querySelector('.panel-news')).toBeNull();
});

describe('parked questions', () => {
  const withDrafts = (...drafts: ReturnType<typeof parked>[]) => portal({ view: { drafts } });

  test('that are offered are told by name, with the way to them', () => {
    const onDrafts = vi.fn();
    draw(en, panel({ view: withDrafts(parked(), parked({ state: 'offered' })), onDrafts }));
    expect(news()).toEqual(['A place is free for your question “Печать чеков”']);
    fireEvent.click(button('Look'));
    expect(onDrafts).toHaveBeenCalledOnce();
  });

  test('without a topic are told by how they begin', () => {
    draw(ru, panel({ view: withDrafts(parked({ state: 'offered', title: ' ' })) }));
    expect(news()).toEqual(['Есть место для вашего вопроса «Чеки не печатаются»']);
  });

  test('that wait are a quiet line with the same way', () => {
    const onDrafts = vi.fn();
    const { container } = draw(en, panel({ view: withDrafts(parked()), onDrafts }));
    expect(news()).toEqual(['1 question waits for a free place']);
    expect(container.querySelector('.news')?.getAttribute('data-tone')).toBe('quiet');
    fireEvent.click(button('Look'));
    expect(onDrafts).toHaveBeenCalledOnce();
  });

  test('that were put off are no offer until then', () => {
    const { container } = draw(en, panel({ view: withDrafts(parked({ state: 'offered', snoozedUntil: NOW + HOUR })) }));
    expect(news()).toEqual(['1 question is put off until 15:05']);
    expect(container.querySelector('.news')?.getAttribute('data-tone')).toBe('quiet');
  });

  test('are not what is being written or was refused', () => {
    const { container } = draw(
      en,
      panel({ view: withDrafts(parked({ state: 'written' }), parked({ kind: 'refused', state: 'waiting' })) }),
    );
    expect(container.querySelector('.panel-news')).toBeNull();
  });
});

describe('dialogs that need the user', () => {
  const order = () => rows().map((row) => row.querySelector('.dialog-title')?.textContent);

  test('are counted, and come first on request, closed ones among them', () => {
    draw(en, panel({ view: NEEDY }));
    expect(news()).toContain('3 dialogs need you');
    expect(order()).toEqual(['Bitrix24 Support', 'Касса на складе', 'Question 3', 'Question 4']);
    fireEvent.click(button('Show first'));
    expect(order()).toEqual(['Касса на складе', 'Question 3', 'Question 90000', 'Bitrix24 Support', 'Question 4']);
    expect(document.activeElement).toBe(rows()[0]);
    expect(screen.queryByRole('button', { name: /^Closed/ })).toBeNull();
    fireEvent.click(button('Usual order'));
    expect(order()[0]).toBe('Bitrix24 Support');
  });

  test('end a search when they are asked for', () => {
    const onSearch = vi.fn();
    draw(en, panel({ view: NEEDY, onSearch, search: { query: 'till', found: [], limit: 50 } }));
    fireEvent.click(button('Show first'));
    expect(onSearch).toHaveBeenCalledWith('');
  });
});

describe('what to finish first', () => {
  test('is folded, then tells five dialogs with reason and age, and opens them', () => {
    const onOpenDialog = vi.fn();
    draw(en, panel({ view: NEEDY, onOpenDialog }));
    expect(screen.queryByRole('list', { name: 'Finish first' })).toBeNull();
    fireEvent.click(button('Finish first'));
    const list = within(screen.getByRole('list', { name: 'Finish first' }));
    expect(list.getAllByRole('button').map((each) => each.textContent)).toEqual([
      'Question 90000resolved, something unread since yesterday',
      'Question 3answered, no movement since 3 December',
      'Касса на складеyour turn for 5 h',
      'Question 4whose turn: could not read',
      'Bitrix24 Supportsupport’s turn since yesterday',
    ]);
    fireEvent.click(list.getByText('Question 3'));
    expect(onOpenDialog.mock.calls[0]?.[0].chatId).toBe(3);
  });

  test('ends after five, and leaves out what cannot be named', () => {
    const toFinish = [99, 1, 2, 3, 4, 5, 6].map((chatId) => ({
      chatId,
      reason: 'idle' as const,
      since: null,
      looksFinished: false,
    }));
    const dialogs = [1, 2, 3, 4, 5, 6].map((chatId) => dialog(chatId));
    draw(en, panel({ view: portal({ view: { dialogs, toFinish } }) }));
    fireEvent.click(button('Finish first'));
    const list = within(screen.getByRole('list', { name: 'Finish first' }));
    expect(list.getAllByRole('button')).toHaveLength(5);
    expect(list.getByText('Question 1')).toBeDefined();
  });

  test('is not there where nothing is to be finished', () => {
    draw(en, panel());
    expect(screen.queryByRole('button', { name: 'Finish first' })).toBeNull();
  });
});

describe('the foot', () => {
  test('asks for a new dialog and for help with a question', () => {
    const [onNewDialog, onPrepareQuestion] = [vi.fn(), vi.fn()];
    draw(ru, panel({ onNewDialog, onPrepareQuestion }));
    fireEvent.click(button('Новый диалог'));
    fireEvent.click(button('Подготовить вопрос'));
    expect(onNewDialog).toHaveBeenCalledOnce();
    expect(onPrepareQuestion).toHaveBeenCalledOnce();
  });

  test.each(['single', 'switched off', 'not read yet'])('offers no new dialog where the portal is "%s"', (state) => {
    draw(en, panel({ view: STATES[state] ?? portal() }));
    expect(screen.queryByRole('button', { name: 'New dialog' })).toBeNull();
    expect(button('Prepare a question')).toBeDefined();
  });

  test('is not there for one who is signed out or was never read', () => {
    for (const view of [lastKnown('signedOut'), neverRead('timeout')]) {
      const { container, unmount } = draw(en, panel({ view }));
      expect(container.querySelector('.panel-actions')).toBeNull();
      unmount();
    }
  });
});

test('a row asks for the details of its dialog', () => {
  const onDetails = vi.fn();
  draw(en, panel({ onDetails }));
  fireEvent.click(button('Details of Question 2'));
  expect(onDetails.mock.calls[0]?.[0].chatId).toBe(2);
});
