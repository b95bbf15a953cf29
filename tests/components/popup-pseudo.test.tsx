// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { InboxList } from '../../components/inbox/InboxList.tsx';
import { Palette } from '../../components/palette/Palette.tsx';
import { labelOf } from '../../domain/portals/known-portal.ts';
import { LOCALES } from '../../locales/catalogue.ts';
import { PseudoTexts } from '../locales/PseudoTexts.tsx';
import { hardCodedTexts } from '../locales/pseudo.ts';
import { front, manyPortals } from './dashboard/fronts.ts';
import { INBOX_REASONS, INBOX_VIEW, inboxItem } from './inbox-samples.ts';
import { type Changes, NEVER_OPENED, nothing, popup, REST, readOnly } from './popup-pages.tsx';
import { NEEDY, NOW, STATES } from './samples.ts';

afterEach(cleanup);

const EVERYWHERE: [string, Changes][] = [
  ['loading', { state: 'loading', front: null }],
  ['after an error', { state: 'error', front: null }],
  ['with what was kept after an error', { state: 'error', onKeepOpen: nothing, isKeepOpenFailed: true }],
  ['with no portals', { front: front([], { isFirstRunDone: false }) }],
  ['with portals that were never opened', { front: front([], { known: NEVER_OPENED }) }],
  ['where nothing may be changed', { front: readOnly([NEEDY]) }],
  ['while everything rests', { front: front([NEEDY], { rest: REST }) }],
  ['with many portals', { front: front(manyPortals(12)) }],
  ...Object.entries(STATES).map(([name, view]): [string, Changes] => [
    `with a portal, ${name}`,
    { front: front([view]) },
  ]),
];

describe.each(LOCALES)('half as long again, in $language', ({ language }) => {
  test.each(EVERYWHERE)('the popup %s says nothing that is in no catalogue', (_name, changes) => {
    const { container } = render(<PseudoTexts of={language}>{popup(changes)}</PseudoTexts>);
    for (const fold of container.querySelectorAll('.card-actions > .fold')) fireEvent.click(fold);
    expect(container.textContent).toContain('⟦');
    expect(hardCodedTexts(container, [changes.front ?? front(), NEVER_OPENED.map(labelOf)])).toEqual([]);
  });

  test('so does every reason in the inbox', () => {
    const items = INBOX_REASONS.map((reason) => inboxItem(reason));
    const list = <InboxList items={items} portals={[INBOX_VIEW]} now={NOW} onOpen={nothing} limit={100} />;
    const { container } = render(<PseudoTexts of={language}>{list}</PseudoTexts>);
    expect(screen.getAllByRole('button')).toHaveLength(items.length);
    expect(hardCodedTexts(container, [INBOX_VIEW, items])).toEqual([]);
  });

  test.each(['', 'zzz', 'demo'])('so does the palette for “%s”', (typed) => {
    const all = front([NEEDY]);
    const { container } = render(
      <PseudoTexts of={language}>
        <Palette
          front={all}
          isFrontKept={false}
          more={{ state: 'failed' }}
          scope={null}
          onChoose={nothing}
          onClose={nothing}
        />
      </PseudoTexts>,
    );
    fireEvent.input(screen.getByRole('combobox'), { target: { value: typed } });
    expect(hardCodedTexts(container, [all, typed])).toEqual([]);
  });
});
