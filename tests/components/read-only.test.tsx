// @vitest-environment happy-dom
/** What pages of the portal show while Latchdesk may change nothing: everything, and no way to change it. */
import { cleanup, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { AccessBanner } from '../../components/access/AccessBanner.tsx';
import { MarketNote } from '../../components/market/MarketNote.tsx';
import { bannerLocaleFor } from '../../locales/access/banner/catalogue.ts';
import { en } from '../../locales/en.ts';
import { en as marketEn } from '../../locales/market/en.ts';
import { bannerProps, drawIn } from './access/drawing.tsx';
import { BANNERS } from './access/samples.ts';
import { draw, expectAccessible } from './drawing.tsx';
import { drawMarket } from './market/drawing.tsx';
import { CONTENTS, note } from './market/samples.ts';
import { panel } from './panel.tsx';
import { dialog, lookalike, request, withAccess } from './samples.ts';

afterEach(cleanup);

const names = () =>
  screen.getAllByRole('button').map((each) => each.getAttribute('aria-label') ?? each.textContent ?? '');

describe('the panel', () => {
  const view = { ...withAccess([request(), lookalike()]), dialogs: [dialog(1)], isReadOnly: true };

  const details = en.messages.dialogs.details(dialog(1).title ?? '');

  test('says so in place of what would change something', async () => {
    const { container } = draw(en, panel({ view }));
    const { messages } = en;
    expect(screen.getByText(messages.panel.readOnly)).toBeDefined();
    for (const name of [messages.panel.newDialog, messages.panel.prepareQuestion, messages.access.understood])
      expect(names()).not.toContain(name);
    expect(names()).not.toContain(details);
    await expectAccessible(container);
  });

  test('still leads to dialogs and requests, and lets them rest', () => {
    draw(en, panel({ view }));
    expect(names()).toContain(en.messages.access.openRequest);
    expect(names()).toContain(en.messages.access.tomorrow);
  });

  test('shows no such line otherwise', () => {
    draw(en, panel({ view: { ...view, isReadOnly: false } }));
    expect(screen.queryByText(en.messages.panel.readOnly)).toBeNull();
    expect(names()).toContain(en.messages.panel.newDialog);
    expect(names()).toContain(en.messages.access.understood);
    expect(names()).toContain(details);
  });
});

describe('the banner', () => {
  const { messages: words } = bannerLocaleFor('en');
  const show = (name: keyof typeof BANNERS, isReadOnly = true) =>
    drawIn('en', <AccessBanner {...bannerProps(BANNERS[name], { isOpen: true, isReadOnly })} />);

  test.each(Object.keys(BANNERS) as (keyof typeof BANNERS)[])('of kind %s takes no answer', async (name) => {
    const { container } = show(name);
    expect(screen.getByText(words.readOnly)).toBeDefined();
    const { button } = words;
    const answers = [button.isOne, button.isNone, button.notMine, button.ended, button.keep, button.granted];
    for (const answer of answers) expect(names(), answer).not.toContain(answer);
    expect(container.querySelector('textarea, select')).toBeNull();
    await expectAccessible(container);
  });

  test('of a request can be put off', () => {
    show('request');
    expect(names().join()).toContain(words.button.later);
  });
});

describe('the note about an application', () => {
  const { note: words, guide, identity } = marketEn.messages;

  test.each(Object.keys(CONTENTS))('with %s tells no step and begins nothing', async (name) => {
    const content = CONTENTS[name];
    if (!content) throw new Error(`No such content: ${name}`);
    const { container } = drawMarket(marketEn, <MarketNote {...note(content, { isReadOnly: true })} />);
    expect(screen.getByText(words.readOnly)).toBeDefined();
    const deeds = [words.reinstall, identity.confirm, identity.none, identity.single.confirm, identity.single.none];
    for (const deed of [...deeds, guide.recordNow, guide.finished, guide.close, guide.stop, guide.resume])
      expect(names(), deed).not.toContain(deed);
    await expectAccessible(container);
  });
});
