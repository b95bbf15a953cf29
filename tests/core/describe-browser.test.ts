import { describe, expect, it } from 'vitest';
import { describeBrowser } from '../../platform/describe-browser.ts';

const chromium = (platform: string, ...brands: [brand: string, version: string][]) => ({
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36',
  userAgentData: { platform, brands: brands.map(([brand, version]) => ({ brand, version })) },
});

describe('a browser', () => {
  it.each([
    [
      chromium('Windows', ['Not;A=Brand', '8'], ['Chromium', '156'], ['Google Chrome', '156']),
      'Google Chrome 156, Windows',
    ],
    [
      chromium('macOS', ['Microsoft Edge', '156'], ['Not A(Brand', '99'], ['Chromium', '156']),
      'Microsoft Edge 156, macOS',
    ],
    [chromium('Linux', ['Chromium', '156'], ['Not)A;Brand', '24']), 'Chromium 156, Linux'],
    [chromium('Chrome OS', ['Chromium', '156.0.1']), 'Chromium 156, ChromeOS'],
    [chromium('Somebody’s own', ['Chromium', '156']), 'Chromium 156'],
    [{ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' }, 'Firefox 145, Linux'],
    [{ userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Firefox/145.0' }, 'Firefox 145, Windows'],
    [{ userAgent: 'Somebody' }, 'unknown'],
  ])('is named with its system %#', (says, name) => {
    expect(describeBrowser(says)).toBe(name);
  });
});
