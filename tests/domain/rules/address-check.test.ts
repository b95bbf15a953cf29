import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../domain/rules/address-check.ts';

const webhook = { kind: 'webhook', isPrivateAllowed: false } as const;
const inOwnNetwork = { kind: 'webhook', isPrivateAllowed: true } as const;
const portal = { kind: 'portal', isPrivateAllowed: false } as const;

const problem = (text: string, to: Parameters<typeof checkAddress>[1] = webhook) => {
  const check = checkAddress(text, to);
  return check.kind === 'refused' ? check.problem : null;
};
const checked = (text: string, to: Parameters<typeof checkAddress>[1] = webhook) => {
  const check = checkAddress(text, to);
  return check.kind === 'address' ? check.checked : null;
};

describe('an address for a webhook', () => {
  it('is taken where it is encrypted and on the open internet', () => {
    expect(checked(' https://Hooks.Example.com:8443/a/b?key=1#part ')).toEqual({
      ...{ address: 'https://hooks.example.com:8443/a/b?key=1', host: 'hooks.example.com:8443', userId: null },
      pattern: 'https://hooks.example.com/*',
    });
    expect(problem('https://93.184.216.34/hook')).toBeNull();
    expect(problem('https://[2606:2800:220:1::1]/hook')).toBeNull();
    expect(problem('https://пример.рф/hook')).toBeNull();
  });

  it.each([
    ['http://hooks.example.com/a', 'notHttps'],
    ['ftp://hooks.example.com/a', 'notHttps'],
    ['javascript:alert(1)', 'notHttps'],
    ['file:///etc/passwd', 'notHttps'],
    ['hooks.example.com/a', 'notAnAddress'],
    ['', 'notAnAddress'],
    ['https://', 'notAnAddress'],
    ['https://a b.example.com/', 'notAnAddress'],
    ['https://evil.example\\@good.example/', 'notAnAddress'],
    ['https://good.example\u0000.evil.example/', 'notAnAddress'],
    ['https://user:pass@hooks.example.com/', 'hasUser'],
    ['https://user@hooks.example.com/', 'hasUser'],
    ['https://@hooks.example.com/', 'hasUser'],
    [`https://hooks.example.com/${'a'.repeat(2_000)}`, 'tooLong'],
  ])('%j is refused: %s', (text, expected) => expect(problem(text)).toBe(expected));

  it.each([
    ['https://localhost/', 'loopback'],
    ['https://LOCALHOST./', 'loopback'],
    ['https://api.localhost/', 'loopback'],
    ['https://127.0.0.1/', 'loopback'],
    ['https://127.1/', 'loopback'],
    ['https://2130706433/', 'loopback'],
    ['https://0x7f.0.0.1/', 'loopback'],
    ['https://0177.0.0.1/', 'loopback'],
    ['https://１２７.０.０.１/', 'loopback'],
    ['https://[::1]/', 'loopback'],
    ['https://[::ffff:127.0.0.1]/', 'loopback'],
    ['https://10.1.2.3/', 'private'],
    ['https://192.168.0.1/', 'private'],
    ['https://172.31.255.255/', 'private'],
    ['https://100.64.0.1/', 'private'],
    ['https://[fd00::1]/', 'private'],
    ['https://[::ffff:10.0.0.1]/', 'private'],
    ['https://server/', 'private'],
    ['https://n8n.local/', 'private'],
    ['https://n8n.LOCAL./', 'private'],
    ['https://n8n.internal/', 'private'],
    ['https://n8n.home.arpa/', 'private'],
    ['https://n8n.lan/', 'private'],
  ])('%j is refused unless the own network is allowed: %s', (text, expected) => {
    expect(problem(text)).toBe(expected);
    expect(problem(text, inOwnNetwork)).toBeNull();
    expect(problem(text.replace('https:', 'http:'), inOwnNetwork)).toBeNull();
  });

  it.each([
    'https://169.254.169.254/latest/',
    'https://0.0.0.0/',
    'https://255.255.255.255/',
    'https://224.0.0.1/',
    'https://[fe80::1]/',
    'https://[ff02::1]/',
    'https://[::]/',
    'https://[::7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
  ])('%j is never called', (text) => {
    expect(problem(text)).toBe('notAnAddress');
    expect(problem(text, inOwnNetwork)).toBe('notAnAddress');
  });

  it('on the open internet stays encrypted, also where the own network is allowed', () => {
    expect(problem('http://hooks.example.com/', inOwnNetwork)).toBe('notHttps');
  });

  it('is judged, whatever it is, and what passes is an address to be called', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.ipV4().map((ip) => `https://${ip}/`),
        ),
        (text) => {
          const passed = checked(text);
          if (passed) expect(new URL(passed.address).protocol).toBe('https:');
        },
      ),
    );
  });
});

describe('the address of an incoming webhook', () => {
  it('is cut down to its beginning, whichever method was copied with it', () => {
    for (const tail of ['', '/', '/profile.json', '/tasks.task.add?x=1'])
      expect(checked(`https://demo.bitrix24.ru/rest/17/abc123def${tail}`, portal)).toMatchObject({
        ...{ address: 'https://demo.bitrix24.ru/rest/17/abc123def/', userId: '17' },
      });
    expect(checked('https://demo.bitrix24.ru/rest/api/17/abc123def/tasks.task.add', portal)?.address).toBe(
      'https://demo.bitrix24.ru/rest/17/abc123def/',
    );
  });

  it.each(['https://demo.bitrix24.ru/', 'https://demo.bitrix24.ru/rest/abc/1/', 'https://demo.bitrix24.ru/rest/1/'])(
    '%j is none',
    (text) => expect(problem(text, portal)).toBe('notIncomingWebhook'),
  );
});
