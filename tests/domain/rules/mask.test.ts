import { describe, expect, it } from 'vitest';
import { maskAddress } from '../../../domain/rules/mask.ts';

describe('a masked address', () => {
  it.each([
    ['https://hooks.example/catch/1234567890abcdefabcd', 'https://hooks.example/…abcd'],
    ['https://hooks.example:8443/in?key=1234567890abcdef', 'https://hooks.example:8443/…cdef'],
    ['https://demo.bitrix24.ru/rest/1/abcdef1234567890/', 'https://demo.bitrix24.ru/…7890'],
    ['https://hooks.example/', 'https://hooks.example/'],
    ['https://hooks.example', 'https://hooks.example/'],
    ['http://192.168.1.5:5678/webhook/1234567890abcdef#top', 'http://192.168.1.5:5678/…'],
  ])('of %s is %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  it('gives nothing of a short key away', () => {
    expect(maskAddress('https://hooks.example/secret')).toBe('https://hooks.example/…');
    expect(maskAddress('https://hooks.example/1234567890abcdef/run?token=12345678')).toBe('https://hooks.example/…');
  });

  it('gives no name and password away', () => {
    expect(maskAddress('https://user:Qwerty12@hooks.example/')).toBe('https://hooks.example/');
  });

  it.each(['', 'hooks.example/secret', 'javascript:alert(1)', 'data:text/plain,secret'])(
    'of "%s" tells nothing',
    (text) => {
      expect(maskAddress(text)).toBe('…');
    },
  );
});
