/** The workflow for n8n: its nodes belong together, and its script really tells a signed call from others. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { newSigningKey, signatureOf } from '../../platform/signing.ts';

interface Node {
  id: string;
  name: string;
  type: string;
  typeVersion: number;
  position: number[];
  parameters: { jsCode?: string; options?: { rawBody?: boolean; responseCode?: number } };
}
type Targets = { node: string; type: string; index: number }[];
const workflow = JSON.parse(readFileSync(new URL('../../examples/n8n-workflow.json', import.meta.url), 'utf8')) as {
  name: string;
  nodes: Node[];
  connections: Record<string, { main: Targets[] }>;
  active: boolean;
};
const nodeOf = (type: string) => workflow.nodes.filter((node) => node.type === `n8n-nodes-base.${type}`);

type Script = (...values: unknown[]) => Promise<{ json: { isGenuine: boolean; event?: object } }[]>;
const AsyncFunction = (async () => undefined).constructor as new (...parts: string[]) => Script;

/** Runs the script of the Code node as n8n does: the body of an async function that knows `$input`, `require` and helpers. */
function runScript(key: string, json: object, body: string) {
  const code = (nodeOf('code')[0]?.parameters.jsCode ?? '').replace('whsec_REPLACE_ME', key);
  const helpers = { getBinaryDataBuffer: async () => Buffer.from(body) };
  const run = new AsyncFunction('$input', 'require', code);
  return run.call({ helpers }, { first: () => ({ json }) }, createRequire(import.meta.url));
}

describe('the workflow for n8n', () => {
  it('has the fields of an exported one, is switched off, and names no node twice', () => {
    const names = workflow.nodes.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(workflow.nodes.map(({ id }) => id)).size).toBe(names.length);
    for (const node of workflow.nodes) {
      expect(node.position).toHaveLength(2);
      expect(node.typeVersion).toBeGreaterThan(0);
    }
    expect(workflow.active).toBe(false);
    expect(nodeOf('webhook')[0]?.parameters.options?.rawBody).toBe(true);
  });

  it('leads from the call over the check to an answer, and from a wrong signature to none of the rest', () => {
    const { connections } = workflow;
    const names = workflow.nodes.map(({ name }) => name);
    const targets = Object.values(connections).flatMap(({ main }) => main.flat().map(({ node }) => node));
    for (const name of [...Object.keys(connections), ...targets]) expect(names).toContain(name);
    for (const name of names) expect(name === 'Webhook' || targets.includes(name), name).toBe(true);
    const [yes, no] = connections['Is it genuine?']?.main ?? [];
    expect(yes?.map(({ node }) => node)).toEqual(['What has happened']);
    expect(no?.map(({ node }) => node)).toEqual(['Say no']);
  });

  it('takes what was signed with the key, and nothing else', async () => {
    const key = newSigningKey();
    const body = '{"type":"latchdesk.slots.freed","note":"Привет"}';
    const now = Math.floor(Date.now() / 1_000);
    const headers = async (signingKey: string, at = now) => ({
      headers: {
        'webhook-id': 'k1',
        'webhook-timestamp': String(at),
        'webhook-signature': await signatureOf(signingKey, 'k1', at, body),
      },
    });
    expect(await runScript(key, await headers(key), body)).toEqual([
      { json: { isGenuine: true, key: 'k1', event: { type: 'latchdesk.slots.freed', note: 'Привет' } } },
    ]);
    const no = [{ json: { isGenuine: false } }];
    expect(await runScript(key, await headers(newSigningKey()), body)).toEqual(no);
    expect(await runScript(key, await headers(key), `${body} `)).toEqual(no);
    expect(await runScript(key, await headers(key, now - 600), body)).toEqual(no);
    expect(await runScript(key, {}, body)).toEqual(no);
  });
});
