import { describe, expect, test, vi } from 'vitest';
import { readAppFrame } from '../../bitrix24/market-page.ts';
import { eachWithPages, FORM } from './live-page.ts';
import { eachWithVisitor } from './visitor.ts';

const visit = eachWithVisitor();
const { pageAt, livePageAt } = eachWithPages(visit);

describe('the page of an application', () => {
  const trouble = async (path: string) => readAppFrame((await pageAt(path)).page)?.trouble;
  const chatApp = () => visit.director.marketState().apps[0];

  test('opens by number and by code, with its own kind of layout', async () => {
    for (const name of [chatApp()?.id, chatApp()?.code]) {
      const { page } = await pageAt(`/marketplace/app/${name}/`);
      expect(page.querySelector('.app-frame-layout-default iframe.app-frame')).not.toBeNull();
      expect(readAppFrame(page)).toEqual({ trouble: null, origin: 'https://gateway.chat-maker.example' });
    }
  });

  test('says in words why it does not open', async () => {
    const path = `/marketplace/app/${chatApp()?.id}/`;
    expect(await trouble('/marketplace/app/nobody.knows/')).toBe('notFound');
    visit.director.uninstallApp();
    expect(await trouble(path)).toBe('notInstalled');
    visit.director.reset({ user: { role: 'employee' }, market: { isUnfinished: true } });
    expect(await trouble(path)).toBe('notFinished');
    visit.director.setAccessList({ access: ['U1013'] });
    expect(await trouble(path)).toBe('noRights');
  });

  test('runs the installer for an administrator, which finishes by itself', async () => {
    visit.director.reset({ market: { isUnfinished: true } });
    const path = `/marketplace/app/${chatApp()?.id}/`;
    const { page, sent } = await livePageAt(path);
    await vi.waitFor(() => expect(sent[0]?.action).toContain('/app-server/install/'));
    expect(readAppFrame(page)?.trouble).toBeNull();
    expect(chatApp()?.isInstalled).toBe(false);
    await vi.waitFor(() => expect(chatApp()?.isInstalled).toBe(true), { timeout: 3000 });
    const call = visit.director.calls().find(({ method }) => method === 'app.layout/ajax.php');
    expect(call?.outcome).toBe('success');
    expect((await pageAt(path)).page.querySelector('form')?.action).not.toContain('install');
  });

  test('in a slider of the same document has no other frame than its own', async () => {
    visit.director.reset({ market: { isUnfinished: true } });
    const { page, sent, window } = await livePageAt('/contact_center/');
    window.eval(`BX.rest.AppLayout.openApplication(${chatApp()?.id})`);
    await vi.waitFor(() => expect(sent[1]?.action).toMatch(/app-server\/\?/), { timeout: 3000 });
    expect(sent[0]?.action).toContain('/app-server/install/');
    expect(chatApp()?.isInstalled).toBe(true);
    expect(page.querySelectorAll('.side-panel-overlay iframe')).toHaveLength(1);
    expect(page.querySelector('.side-panel-iframe')).toBeNull();
  });

  test('an employee cannot end an installation', async () => {
    visit.director.reset({ user: { role: 'employee' }, market: { isUnfinished: true } });
    const body = new URLSearchParams({
      action: 'set_installed',
      ID: String(chatApp()?.id),
      sessid: visit.visitor.token,
    });
    const address = '/bitrix/components/bitrix/app.layout/ajax.php';
    const { text } = await visit.visitor.ask(address, { method: 'POST', headers: FORM, body: String(body) });
    expect(JSON.parse(text)).toEqual({ result: false });
    expect(chatApp()?.isInstalled).toBe(false);
  });

  test("on the application's own server is a page of another origin", async () => {
    const { status, text } = await visit.visitor.ask('/app-server/?LANG=ru', {
      method: 'POST',
      headers: { ...FORM, Host: 'gateway.chat-maker.example' },
    });
    expect(status).toBe(200);
    expect(text).toContain('data-app-server="app"');
    expect(text).not.toContain('BX');
  });
});
