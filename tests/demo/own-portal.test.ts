import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoPortal, startPortal } from '../../demo/portal.ts';
import { Visitor } from './visitor.ts';

let portal: DemoPortal;

beforeAll(async () => {
  portal = await startPortal();
});

afterAll(() => portal.close());

describe('a portal in a folder of its own server', () => {
  it('has its pages below the folder, and says so to its scripts', async () => {
    const visitor = new Visitor(portal, 'own');
    const page = await visitor.open('/intranet/stream/');
    expect(page.status).toBe(200);
    expect(page.text).toContain('"SITE_DIR":"/intranet/"');
    expect(page.text).toContain('href="/intranet/online/"');
    expect(page.text).not.toMatch(/href="\/(?:stream|online|crm)\//);
  });

  it('knows no page beside the folder', async () => {
    const visitor = new Visitor(portal, 'own');
    expect((await visitor.ask('/stream/')).status).toBe(404);
    expect((await visitor.ask('/shop/')).status).toBe(404);
  });

  it('is called at the root of its host, as every portal is', async () => {
    const visitor = new Visitor(portal, 'own');
    await visitor.open('/intranet/stream/');
    expect(await visitor.rest('user.current')).toMatchObject({
      status: 200,
      body: { result: { ID: expect.any(String) } },
    });
    expect((await visitor.ask('/intranet/rest/user.current.json')).status).toBe(404);
  });

  it('leads to a sign-in form in the folder, and back', async () => {
    portal.director('own').reset({ user: { role: 'signedOut' } });
    const away = await new Visitor(portal, 'own').ask('/intranet/stream/?x=1');
    expect(away.headers.location).toBe('/intranet/auth/?backurl=%2Fintranet%2Fstream%2F%3Fx%3D1');
    portal.director('own').reset();
  });
});
