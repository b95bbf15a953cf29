// @vitest-environment happy-dom
/** The first steps. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parsePortalAddress } from '../../../bitrix24/portal-address.ts';
import { portalEntries } from '../../../components/dashboard/portals/portal-state.ts';
import { StartPage, type StartPageProps } from '../../../components/dashboard/start/StartPage.tsx';
import type { FrontView } from '../../../domain/front.ts';
import { DASHBOARD_LOCALES } from '../../../locales/dashboard/catalogue.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { PseudoTexts } from '../../locales/PseudoTexts.tsx';
import { hardCodedTexts } from '../../locales/pseudo.ts';
import { allText, expectAccessible, LEAKS } from '../drawing.tsx';
import { NOW, portal } from '../samples.ts';
import { drawDashboard } from './drawing.tsx';
import { front, knownPortal } from './fronts.ts';

afterEach(cleanup);

const words = en.messages.start;
const NO_CHOICES = { isOnPremise: false, takesHttp: false };
const FOUND = front([portal()], {
  known: [...front().known, knownPortal({ origin: 'https://portal.example.ru', source: 'added' })],
});

function page(told: FrontView = FOUND, changes: Partial<StartPageProps> = {}) {
  const props: StartPageProps = {
    entries: portalEntries(told.known, told.portals, () => true, 'en'),
    add: {
      ...{ typed: '', choices: NO_CHOICES, answer: parsePortalAddress('', NO_CHOICES), outcome: null },
      ...{ onType: vi.fn(), onChoices: vi.fn(), onSubmit: vi.fn(), onOpen: vi.fn() },
    },
    ...{ now: NOW, isPinned: null, isDone: false, isFailed: false, notifications: 'notAsked' },
    ...{ portalsHref: '#portals', privacyHref: '#privacy', onAllowNotifications: vi.fn() },
    ...{ onOpen: vi.fn(), onFinish: vi.fn() },
    ...changes,
  };
  return <StartPage {...props} />;
}

describe.each(DASHBOARD_LOCALES)('in $language', (locale) => {
  test.each([
    ['with portals', FOUND, {}],
    ['without a portal', front([]), {}],
    ['that were seen before', FOUND, { isDone: true, isPinned: true, notifications: 'allowed' }],
    ['that could not be ended', FOUND, { isFailed: true, isPinned: false, notifications: 'refused' }],
  ] as const)('the steps %s read well and pass axe', async (_name, told, changes) => {
    const { container } = drawDashboard(locale, <main>{page(told, changes)}</main>);
    fireEvent.click(screen.getByRole('button', { name: locale.messages.start.addOwn }));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test('nothing is written in another place than the catalogues', () => {
    const { container } = render(<PseudoTexts of={locale.language}>{page()}</PseudoTexts>);
    expect(hardCodedTexts(container, ['demo.bitrix24.ru', 'portal.example.ru', 'portal.example.com'])).toEqual([]);
  });
});

test('portals that are open join by themselves, and show that they work already', () => {
  const onOpen = vi.fn();
  drawDashboard(en, page(FOUND, { onOpen }));
  const found = within(screen.getByRole('list', { name: words.found })).getAllByRole('listitem');
  expect(found.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Dialogs with support: 3/5'),
    expect.stringContaining(words.notRead),
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Open demo.bitrix24.ru' }));
  expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ label: 'demo.bitrix24.ru' });
});

test('a portal on an address of its own can be added at once', () => {
  drawDashboard(en, page(front([])));
  const fold = screen.getByRole('button', { name: words.addOwn });
  expect(fold.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(fold);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: en.messages.portals.add.address }));
});

test('what will be seen is a picture: nothing in it can be reached or pressed', () => {
  const { container } = drawDashboard(en, page());
  const pictures = [...container.querySelectorAll('.sample-picture')];
  expect(pictures).toHaveLength(3);
  for (const picture of pictures) expect(picture.hasAttribute('inert')).toBe(true);
  expect(screen.getByText(words.sample)).toBeDefined();
});

test('the steps can be skipped or ended, and nothing is switched on by that', () => {
  const onFinish = vi.fn();
  const onAllowNotifications = vi.fn();
  drawDashboard(en, page(FOUND, { onFinish, onAllowNotifications }));
  fireEvent.click(screen.getByRole('button', { name: words.skip }));
  fireEvent.click(screen.getByRole('button', { name: words.done }));
  expect(onFinish).toHaveBeenCalledTimes(2);
  expect(onAllowNotifications).not.toHaveBeenCalled();
  cleanup();
  drawDashboard(en, page(FOUND, { isDone: true }));
  expect(screen.queryByRole('button', { name: words.skip })).toBeNull();
});

test('a button that stands in the toolbar needs no words how to put it there', () => {
  drawDashboard(en, page(FOUND, { isPinned: true }));
  expect(screen.getByText(words.isPinned)).toBeDefined();
  expect(screen.queryByText(words.pin.text)).toBeNull();
});
