import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePortalAddress } from '../../bitrix24/portal-address.ts';
import type { AddressRefusal } from '../../domain/portals/address.ts';

const ON_PREMISE = { isOnPremise: true, takesHttp: false };
const TOLD = { isOnPremise: true, takesHttp: true };

const placeOf = (typed: string, choices = {}) => {
  const answer = parsePortalAddress(typed, { isOnPremise: false, takesHttp: false, ...choices });
  return 'address' in answer ? `${answer.address.origin}${answer.address.prefix}` : answer.refusal;
};

describe('an address that people type', () => {
  it.each([
    ['portal.example.ru', 'https://portal.example.ru/'],
    ['  Portal.Example.RU. ', 'https://portal.example.ru/'],
    ['https://portal.example.ru/online/?IM_DIALOG=chat5#tab', 'https://portal.example.ru/'],
    ['https://portal.example.ru:8443/', 'https://portal.example.ru:8443/'],
    ['portal.example.ru:8443', 'https://portal.example.ru:8443/'],
    ['https://portal.example.ru:443/', 'https://portal.example.ru/'],
    ['//portal.example.ru/', 'https://portal.example.ru/'],
    ['https//portal.example.ru', 'https://portal.example.ru/'],
    ['https:/portal.example.ru', 'https://portal.example.ru/'],
    ['https:\\\\portal.example.ru\\crm\\', 'https://portal.example.ru/'],
    ['view-source:https://portal.example.ru/', 'https://portal.example.ru/'],
    ['«https://portal.example.ru/stream/»,', 'https://portal.example.ru/'],
    ['<https://portal.example.ru>', 'https://portal.example.ru/'],
    ['(portal.example.ru)', 'https://portal.example.ru/'],
    ['[Портал](https://portal.example.ru/)', 'https://portal.example.ru/'],
    ['Наш портал: https://portal.example.ru/crm/, заходите!', 'https://portal.example.ru/'],
    ['вот portal.example.ru.', 'https://portal.example.ru/'],
    ['https://portal.example.ru/*', 'https://portal.example.ru/'],
    ['portal\u200b.example\u00ad.ru', 'https://portal.example.ru/'],
    ['ｐｏｒｔａｌ．example.ru', 'https://portal.example.ru/'],
    ['портал.компания.рф', 'https://xn--80awhdgm.xn--80aqeigdi5k.xn--p1ai/'],
    ['crm.müller.de', 'https://crm.xn--mller-kva.de/'],
    ['team.bitrix24.xyz', 'https://team.bitrix24.xyz/'],
    ['bitrix24.company.ru', 'https://bitrix24.company.ru/'],
    ['https://portal.ru https://portal.ru/crm/', 'https://portal.ru/'],
    ['8.8.8.8', 'https://8.8.8.8/'],
  ])('%j is %s', (typed, place) => {
    expect(placeOf(typed)).toBe(place);
  });

  it.each([
    ['https://example.ru/intranet/', '/intranet/'],
    ['https://example.ru/intranet', '/intranet/'],
    ['https://example.ru/intranet/crm/deal/details/5/', '/intranet/'],
    ['https://example.ru/a/b/CRM/', '/a/b/'],
    ['https://example.ru/intranet/index.php?x=1', '/intranet/'],
    ['https://example.ru/company/personal/user/1/', '/'],
    ['https://example.ru/a/b/c/d/', '/'],
    ['https://example.ru/порт*ал/', '/'],
    ['https://example.ru/%2a/', '/'],
    ['https://example.ru/rest/1/abcdef0123456789/', '/'],
    ['https://example.ru/intranet/rest/1/abcdef0123456789/', '/intranet/'],
  ])('%s names the folder %s', (typed, prefix) => {
    expect(placeOf(typed)).toBe(`https://example.ru${prefix}`);
  });

  it.each<[AddressRefusal, string]>([
    ['empty', ''],
    ['empty', ' \u200b «» '],
    ['several', 'one.example.ru, two.example.ru'],
    ['several', 'https://example.ru/a/ https://example.ru/b/'],
    ['notAnAddress', 'наш портал'],
    ['notAnAddress', 'https://'],
    ['notAnAddress', '*.example.ru'],
    ['notAnAddress', 'https://*/'],
    ['notAnAddress', 'https://ex%61mple.ru'],
    ['notAnAddress', `https://${'a'.repeat(64)}.ru`],
    ['notAnAddress', 'https://0.0.0.0'],
    ['notAnAddress', 'https://239.1.1.1'],
    ['notAnAddress', 'https://portal.example.ru:99999'],
    ['otherScheme', 'ftp://portal.example.ru'],
    ['otherScheme', 'chrome://extensions/'],
    ['otherScheme', 'file:///C:/portal'],
    ['signIn', 'https://ivan:secret@portal.example.ru'],
    ['signIn', 'ivan@portal.example.ru'],
    ['http', 'http://portal.example.ru'],
    ['http', 'portal.example.ru:80'],
    ['vendor', 'bitrix24.ru'],
    ['vendor', 'https://helpdesk.bitrix24.com/open/1/'],
    ['vendor', 'cdn-ru.bitrix24.ru'],
    ['vendor', 'www.bitrix24.xyz'],
    ['vendor', 'a.b.bitrix24.ru'],
    ['vendor', 'www.bitrix24.net'],
    ['vendor', 'https://dev.1c-bitrix.ru/'],
    ['publicSite', 'shop.b24site.ru'],
    ['publicSite', 'b24-abc.bitrix24.site'],
    ['mixedLetters', 'dеmo.example.ru'],
    ['mixedLetters', 'https//dеmo.example.ru'],
    ['mixedLetters', '//dеmo.example.ru'],
    ['mixedLetters', 'https://demo.bitrіx24.ru/'],
  ])('is refused as %s: %j', (refusal, typed) => {
    expect(placeOf(typed)).toBe(refusal);
    // Nobody's word makes a portal of these.
    if (refusal !== 'http') expect(placeOf(typed, TOLD)).toBe(refusal);
  });

  it('is never taken with a name, a password, a query or a key in it', () => {
    const text = JSON.stringify(parsePortalAddress('https://example.ru/rest/1/s3cr3tk3y/?auth=t0ken#h4sh'));
    expect(text).not.toMatch(/s3cr3t|t0ken|h4sh/);
  });
});

describe('a cloud portal', () => {
  it('is known already: encrypted, without port and folder, whatever was typed', () => {
    expect(parsePortalAddress('http://Team.bitrix24.com.br:8080/company/')).toEqual({
      address: {
        origin: 'https://team.bitrix24.com.br',
        host: 'team.bitrix24.com.br',
        prefix: '/',
        kind: 'cloud',
        isLocal: false,
        isPlain: false,
        isNamedAfterVendor: false,
      },
    });
  });
});

describe('a portal in a local network', () => {
  const LOCAL = [
    'portal',
    'localhost:8443',
    'b24.company.local',
    'intranet.corp',
    '10.0.0.5',
    '172.16.3.4:8443',
    '172.31.255.1',
    '192.168.1.1',
    '127.0.0.1',
    '0x7f.1',
    '169.254.1.1',
    '100.64.0.1',
    'https://[::1]/',
    'https://[fd00::5]:8443/',
    'https://[fe80::1]/',
    'https://[::ffff:192.168.1.1]/',
  ];

  it.each(LOCAL)('%s is taken only for one on-premise, and says that it is local', (typed) => {
    expect(placeOf(typed)).toBe('local');
    expect(parsePortalAddress(typed, ON_PREMISE)).toMatchObject({ address: { isLocal: true, kind: 'own' } });
  });

  it.each(['172.15.0.1', '172.32.0.1', '100.128.0.1', '11.0.0.1', 'https://[2001:db8::1]/', 'lan.example.ru'])(
    '%s is none',
    (typed) => {
      expect(parsePortalAddress(typed)).toMatchObject({ address: { isLocal: false } });
    },
  );

  it('may go without encryption only after the user has agreed to that', () => {
    expect(placeOf('http://portal.company.local/', ON_PREMISE)).toBe('http');
    expect(placeOf('http://portal.example.ru/', { takesHttp: true })).toBe('http');
    expect(parsePortalAddress('http://portal.company.local/', TOLD)).toMatchObject({
      address: { origin: 'http://portal.company.local', isPlain: true },
    });
  });
});

describe('a name like the vendor’s', () => {
  it('is pointed out where the domain is not the vendor’s', () => {
    const isNamed = (typed: string) => {
      const answer = parsePortalAddress(typed);
      return 'address' in answer && answer.address.isNamedAfterVendor;
    };
    expect(isNamed('demo.bitrix24.ru.evil.example')).toBe(true);
    expect(isNamed('bitrix24-login.ru')).toBe(true);
    expect(isNamed('portal.example.ru')).toBe(false);
  });
});

describe('whatever is typed', () => {
  it('gives a refusal, or an address that is read as itself again', () => {
    const pieces = fc.constantFrom(
      'https://',
      'http:',
      '/',
      '.',
      ':',
      '@',
      '*',
      '[',
      'портал',
      'crm',
      'ex',
      '.ru',
      '8',
      ' ',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const answer = parsePortalAddress(text, TOLD);
        if (!('address' in answer)) return;
        const { origin, prefix } = answer.address;
        expect(new URL(origin).origin).toBe(origin);
        expect(origin).not.toMatch(/[*@]/);
        expect(prefix).toMatch(/^\/(?:[\w-]+\/)*$/);
        expect(parsePortalAddress(`${origin}${prefix}`, TOLD)).toEqual(answer);
      }),
      { numRuns: 2_000 },
    );
  });
});
