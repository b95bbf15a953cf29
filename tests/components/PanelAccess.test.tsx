// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AccessItem } from '../../domain/access/view.ts';
import { snoozeUntil } from '../../domain/snooze.ts';
import { LOCALES } from '../../locales/catalogue.ts';
import { en } from '../../locales/en.ts';
import { ru } from '../../locales/ru.ts';
import { allText, draw, expectAccessible, LEAKS, tabStops } from './drawing.tsx';
import { button, panel } from './panel.tsx';
import {
  DAY,
  grant,
  HOUR,
  integrator,
  lookalike,
  MINUTE,
  NOW,
  partner,
  portal,
  request,
  unsupported,
  withAccess,
} from './samples.ts';

afterEach(cleanup);

const section = (name = 'Support access') => screen.getByRole('region', { name });
const texts = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
const lines = () => texts('.access-item p:first-child');
const facts = () => texts('.access-item p.quiet');
const buttons = () => texts('.access-actions button');

/** Draws the panel with these requests and accesses. */
function show(items: AccessItem[], props: Parameters<typeof panel>[0] = {}, locale = en) {
  return draw(locale, panel({ view: withAccess(items), ...props }));
}

describe('a request that waits', () => {
  test('tells who asks, for how long, since when, and about which dialog', () => {
    show([request({ dialogName: 'Till printer' })]);
    expect(lines()).toEqual(['Support asks for access for 21 days']);
    expect(facts()).toEqual(['Марта · sender verified · waiting for 2 h · Till printer']);
  });

  test('says of an assumed length that it is one', () => {
    show([request({ daysSource: 'preset' })], {}, ru);
    expect(lines()).toEqual(['Поддержка просит доступ предположительно на 21 день']);
  });

  test('leads to its message and waits until tomorrow, but is never answered here', () => {
    const [onOpenRequest, onTellAccess] = [vi.fn(), vi.fn()];
    const item = request();
    show([item], { onOpenRequest, onTellAccess });
    expect(buttons()).toEqual(['Open the request', 'Remind tomorrow']);
    fireEvent.click(button('Open the request'));
    expect(onOpenRequest).toHaveBeenCalledWith(item);
    fireEvent.click(button('Remind tomorrow'));
    expect(onTellAccess).toHaveBeenCalledWith(item, { type: 'snoozed', until: snoozeUntil('tomorrow', NOW) });
  });

  test('that was put off or set aside says so and can be had back', () => {
    const onTellAccess = vi.fn();
    const [late, notMine] = [request({ snoozedUntil: NOW + HOUR }), request({ id: 'b', setAsideAt: NOW - MINUTE })];
    const { redraw } = show([late], { onTellAccess });
    expect(facts()[0]).toContain('put off until 15:05');
    fireEvent.click(button('Show again'));
    expect(onTellAccess).toHaveBeenLastCalledWith(late, { type: 'snoozed', until: 0 });
    redraw(panel({ view: withAccess([notMine]), onTellAccess }));
    expect(facts()[0]).toContain('marked as not yours');
    fireEvent.click(button('Show again'));
    expect(onTellAccess).toHaveBeenLastCalledWith(notMine, { type: 'takenBack' });
  });

  test('that only looks like one is called nothing more', () => {
    show([request({ state: 'seen', sender: { kind: 'bot', id: '9', name: 'Bot', isVerified: false } })]);
    expect(lines()).toEqual(['This looks like a request for access']);
    expect(facts()[0]).toContain('sender not verified');
  });

  test('of a partner names the partner', () => {
    show([partner(), partner({ id: 'b', partnerName: '' })]);
    expect(lines()).toEqual(['The partner “Север” asks to take over support', 'The partner asks to take over support']);
  });
});

describe('an access that runs', () => {
  test.each([
    [12, 'Access is open: 12 days left, until 24 December', 'Доступ открыт: ещё 12 дней, до 24 декабря'],
    [1, 'Access is open: 1 day left, until 13 December', 'Доступ открыт: ещё 1 день, до 13 декабря'],
    [0, 'Access is open: last day, until 15:05', 'Доступ открыт: последний день, до 15:05'],
    [25, 'Access is open: 25 days left, until 6 January 2026', 'Доступ открыт: ещё 25 дней, до 6 января 2026 г.'],
  ])('with %i days left counts down to a date', (left, english, russian) => {
    const { unmount } = show([grant(left)]);
    expect(lines()).toEqual([english]);
    unmount();
    show([grant(left)], {}, ru);
    expect(lines()).toEqual([russian]);
  });

  test.each([
    ['parsed', 'length from the message'],
    ['preset', 'length assumed: the setting for this portal'],
    ['entered', 'length entered by you'],
  ] as const)('tells where its length comes from: %s', (daysSource, source) => {
    show([grant(12, { daysSource })]);
    expect(facts()).toEqual([source]);
    expect(lines()[0]?.includes('presumably')).toBe(daysSource === 'preset');
  });

  test('shows the days that are left in a ring that screen readers do not read twice', () => {
    const { container } = show([grant(7)]);
    const ring = container.querySelector('.access-ring');
    expect(ring?.textContent).toBe('7');
    expect(ring?.getAttribute('aria-hidden')).toBe('true');
    const [left = 0, whole = 1] = (ring?.querySelector('.left')?.getAttribute('stroke-dasharray') ?? '')
      .split(' ')
      .map(Number);
    expect(left / whole).toBeCloseTo(7 / 21);
  });

  test('is revoked in the portal, where its message leads', () => {
    const onOpenRequest = vi.fn();
    const item = grant(12);
    show([item], { onOpenRequest });
    fireEvent.click(button('Revoke'));
    expect(onOpenRequest).toHaveBeenCalledWith(item);
    expect(button('Revoke').title).toContain('its button is yours to press');
  });

  test('asks whether it is still needed once its question is closed', () => {
    show([grant(12, { ticketClosedAt: NOW - HOUR })]);
    expect(facts()).toEqual(['length from the message · the question is closed, is it still needed?']);
  });

  test('is not said to have ended when its time is up', () => {
    for (const item of [grant(-2), grant(2, { endsAt: NOW - 2 * DAY })]) {
      const { container, unmount } = show([item]);
      expect(lines()).toEqual(['Access should have ended on 10 December. Please check']);
      expect(buttons()[0]).toBe('Check');
      expect(container.querySelector('.access-item')?.getAttribute('data-tone')).toBe('danger');
      unmount();
    }
  });
});

describe('a message that imitates a request', () => {
  test('is a warning with the name of its sender, and can be put away once it was read', () => {
    const onTellAccess = vi.fn();
    const item = lookalike({ count: 3 });
    show([item], { onTellAccess });
    expect(lines()).toEqual(['3 messages look like an access request, but the sender is not support']);
    expect(facts()).toEqual([
      'do not answer before checking · Поддержка Битрикс24 · sender not verified · last one 5 minutes ago',
    ]);
    fireEvent.click(button('Understood'));
    expect(onTellAccess).toHaveBeenCalledWith(item, { type: 'dismissed' });
  });
});

describe('the section', () => {
  test('stands before the dialogs while something needs a person, after their number while it only runs', () => {
    const isFirst = () =>
      Boolean(section().compareDocumentPosition(screen.getByRole('region', { name: 'Open support dialogs' })) & 4);
    const { redraw } = show([request()]);
    expect(isFirst()).toBe(true);
    for (const calm of [grant(12), request({ snoozedUntil: NOW + HOUR })]) {
      redraw(panel({ view: withAccess([calm]) }));
      expect(isFirst()).toBe(false);
    }
  });

  test('is not there where nothing is known, and one quiet line tells when somebody looked', () => {
    const { redraw } = draw(en, panel());
    expect(document.querySelector('.panel-access, .no-access')).toBeNull();
    redraw(panel({ view: withAccess([]) }));
    expect(document.querySelector('.panel-access')).toBeNull();
    expect(screen.getByText('No request and no open access seen · checked 5 minutes ago').title).toBe('today 14:00');
  });

  test('shows three at first and the others on request', () => {
    const items = [request(), grant(-2), grant(2), grant(12), integrator()];
    show(items);
    expect(lines()).toHaveLength(3);
    fireEvent.click(within(section()).getByRole('button', { name: 'Show 2 more' }));
    expect(lines()).toHaveLength(5);
    expect(within(section()).queryByRole('button', { name: /more/ })).toBeNull();
  });

  test('leads to all records, and to the record of what stands in no message', () => {
    const onRegister = vi.fn();
    show([integrator()], { onRegister });
    fireEvent.click(button('All records'));
    fireEvent.click(button('Open the record'));
    expect(onRegister).toHaveBeenCalledTimes(2);
  });

  test('is not there for who has no rights on the portal', () => {
    draw(en, panel({ view: withAccess([request()], unsupported('notAdministrator')) }));
    expect(document.querySelector('.panel-access')).toBeNull();
  });

  test('is walked through by Tab, each button described by the line it belongs to', () => {
    show([request(), grant(-2)]);
    const stops = tabStops(section());
    expect(stops.map(({ textContent }) => textContent)).toEqual([
      'All records',
      ...['Open the request', 'Remind tomorrow', 'Check', 'Remind tomorrow'],
    ]);
    const described = stops.slice(1).map((stop) => stop.getAttribute('aria-describedby') ?? '');
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual(
      lines().flatMap((line) => [line, line]),
    );
    expect(new Set(described).size).toBe(2);
  });

  test('that goes away leaves the focus in the panel', () => {
    const { redraw } = show([lookalike()]);
    button('Understood').focus();
    redraw(panel({ view: portal() }));
    expect(document.activeElement).toBe(screen.getByRole('dialog'));
  });
});

test.each(LOCALES)('in $language all of it reads well and passes axe', async (locale) => {
  const items = [
    lookalike(),
    request({ state: 'unknown', banner: 'unclear' }),
    ...(['declined', 'revoked', 'ended'] as const).map((state) => request({ id: state, state })),
    grant(-2, { endsAt: null }),
    grant(2, { endsAt: null }),
    partner({ state: 'active', startsAt: NOW - 30 * DAY }),
    partner({ id: 'p', state: 'declined' }),
    integrator(),
  ];
  const { container } = draw(locale, panel({ view: withAccess(items) }));
  fireEvent.click(button(locale.messages.dialogs.showMore(items.length - 3)));
  expect(lines()).toHaveLength(items.length);
  expect(allText(container)).not.toMatch(LEAKS);
  await expectAccessible(container);
});
