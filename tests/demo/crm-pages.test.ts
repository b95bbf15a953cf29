import { describe, expect, test, vi } from 'vitest';
import { readAppFrame } from '../../bitrix24/market-page.ts';
import { readCardTabs } from '../../bitrix24/market-tabs.ts';
import { TOKEN_MARK } from '../../demo/server/pages/app-layout.ts';
import { click, eachWithPages } from './live-page.ts';
import { eachWithVisitor } from './visitor.ts';

const visit = eachWithVisitor();
const { pageAt, livePageAt } = eachWithPages(visit);

const titlesIn = (page: Document) => readCardTabs(page)?.map(({ title }) => title);

describe('the card of a deal', () => {
  test('has the tabs of applications in both kinds of strips, and tells whose they are', async () => {
    for (const strip of ['new', 'old'] as const) {
      visit.director.reset({ crm: { strip } });
      const { page } = await pageAt('/crm/deal/details/15/');
      const tabs = readCardTabs(page) ?? [];
      expect(tabs.map(({ title }) => title)).toEqual(['ChatApp', 'ChatApp Dialog', 'Счета и акты']);
      const { apps } = visit.director.marketState();
      expect(tabs[0]?.owner).toEqual({ appId: apps[0]?.id, placement: 'CRM_DEAL_DETAIL_TAB' });
      expect(tabs[2]?.owner?.appId).toBe(apps[1]?.id);
    }
    const { page } = await pageAt('/crm/deal/details/15/?strip=new');
    expect(page.querySelector('.main-buttons-inner-container')?.id).toBe('crm_scope_detail_c_deal_0_p');
    expect(page.querySelector('[data-id="crm_rest_marketplace"]')).not.toBeNull();
  });

  test('other cards have their own placements', async () => {
    for (const [type, id] of [
      ['lead', 21],
      ['contact', 31],
      ['company', 41],
    ] as const) {
      const { page } = await pageAt(`/crm/${type}/details/${id}/`);
      expect(readCardTabs(page)?.[0]?.owner?.placement).toBe(`CRM_${type.toUpperCase()}_DETAIL_TAB`);
    }
    expect((await visit.visitor.open('/crm/deal/details/999/')).status).toBe(404);
  });

  test('keeps what is put away, crowded out or renamed in the page', async () => {
    const crm = {
      hiddenTabs: ['ChatApp'],
      crowdedTabs: ['Счета и акты'],
      renamedTabs: { 'ChatApp Dialog': 'Переписка' },
    };
    visit.director.reset({ crm });
    const { page } = await pageAt('/crm/deal/details/15/');
    expect(readCardTabs(page)?.map(({ title, isHidden }) => [title, isHidden])).toEqual([
      ['ChatApp', true],
      ['Переписка', false],
      ['Счета и акты', true],
    ]);
    visit.director.setTab({ title: 'ChatApp', isHidden: false });
    visit.director.setTab({ title: 'ChatApp Dialog', name: 'Очень длинное название вкладки для переписки' });
    const again = readCardTabs((await pageAt('/crm/deal/details/15/')).page) ?? [];
    expect(again[0]?.isHidden).toBe(false);
    expect(again[1]?.title).toBe('Очень длинное назва...');
  });

  test('offers under "More" what is not on show, and a press there opens it', async () => {
    visit.director.reset({ crm: { hiddenTabs: ['ChatApp'], crowdedTabs: ['Счета и акты'] } });
    const { page } = await livePageAt('/crm/deal/details/15/');
    await vi.waitFor(() => {
      click(page.getElementById('crm_scope_detail_c_deal_0_p_more_button'));
      expect(page.querySelectorAll('.menu-popup-item')).toHaveLength(2);
    });
    const popup = page.getElementById('menu-popup-main_buttons_popup_crm_scope_detail_c_deal_0_p');
    expect(popup?.querySelector('.main-buttons-disabled')?.textContent).toBe('ChatApp');
    click(popup?.querySelector('.main-buttons-disabled'));
    await vi.waitFor(() => expect(page.querySelector('[data-tab-id] .app-frame-layout')).not.toBeNull());
  });

  test('has no tab at all of what is not finished, or not for this employee', async () => {
    visit.director.reset({ market: { isUnfinished: true } });
    expect(titlesIn((await pageAt('/crm/deal/details/15/')).page)).toEqual(['Счета и акты']);
    visit.director.reset({ user: { id: 1011, role: 'employee' }, market: { accessList: ['DR10'] } });
    expect(titlesIn((await pageAt('/crm/deal/details/15/')).page)).toContain('ChatApp');
    visit.director.setAccessList({ access: ['D10', 'U1'] });
    expect(titlesIn((await pageAt('/crm/deal/details/15/')).page)).toEqual(['Счета и акты']);
    visit.director.setRole('administrator');
    expect(titlesIn((await pageAt('/crm/deal/details/15/')).page)).toContain('ChatApp');
  });
});

describe('a tab of an application', () => {
  const first = '[data-id^="tab_rest_"], li[data-tab-id^="tab_rest_"]';

  test('loads its frame when it is pressed: a form with tokens, posted to another origin', async () => {
    for (const strip of ['new', 'old']) {
      const { page, sent } = await livePageAt(`/crm/deal/details/15/?strip=${strip}`);
      await vi.waitFor(() => {
        click(page.querySelector(first));
        expect(sent).not.toEqual([]);
      });
      const form = page.querySelector<HTMLFormElement>('form[name^="appform_"]');
      expect(sent).toHaveLength(1);
      expect(sent[0]?.target).toMatch(/^demo\.bitrix24\.ru\|1\|[0-9a-f]{32}$/);
      expect(form?.closest<HTMLElement>('body > div')?.hidden).toBe(true);
      expect(form?.querySelector<HTMLInputElement>('[name="AUTH_ID"]')?.value).toContain(TOKEN_MARK);
      expect(page.querySelector('iframe.app-frame')?.hasAttribute('src')).toBe(false);
      expect(readAppFrame(page)).toEqual({ trouble: null, origin: 'https://gateway.chat-maker.example' });
      // Script text with tokens stays in the pane, where nothing may be read.
      expect(page.querySelector('[data-tab-id] script')?.textContent).toContain(TOKEN_MARK);
      expect(readCardTabs(page)?.[0]?.owner).not.toBeNull();
    }
  });

  test('of a card that is older than a reinstall cannot be shown', async () => {
    const { page } = await livePageAt('/crm/deal/details/15/');
    const before = readCardTabs(page)?.[0]?.placementId;
    visit.director.uninstallApp();
    visit.director.installApp();
    visit.director.finishInstallation();
    await vi.waitFor(() => {
      click(page.querySelector(first));
      expect(readAppFrame(page)?.trouble).toBe('oldTab');
    });
    const after = readCardTabs((await pageAt('/crm/deal/details/15/')).page)?.[0]?.placementId;
    expect(after).toBeGreaterThan(before ?? 0);
  });

  test('is loaded for nobody without the token of the session', async () => {
    const { text } = await visit.visitor.ask('/bitrix/components/bitrix/app.layout/lazyload.ajax.php', {
      method: 'POST',
    });
    expect(text).toContain('Нет доступа');
    expect(text).not.toContain(TOKEN_MARK);
  });
});
