// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { SETTINGS_STATES } from '../components/dashboard/settings-states.tsx';
import { PseudoTexts } from './PseudoTexts.tsx';
import { hardCodedTexts } from './pseudo.ts';

// As the page has it: numbers are written in its language.
document.documentElement.lang = 'en';
afterEach(cleanup);

/** Names of languages, of policies and of portals, which are the same everywhere. */
const DATA = [
  ...['English', 'Русский', 'Acme', 'Europe/Moscow', 'second.bitrix24.com', 'latchdesk-settings.json'],
  ...['demo.bitrix24.ru', 'new.bitrix24.com', 'nobody.bitrix24.com'],
  ...['readOnly', 'featuresOff', 'language', 'portals', 'settings'],
  ...Intl.supportedValuesOf('timeZone'),
];

test.each(Object.keys(SETTINGS_STATES))('%s: no word is from outside the catalogue', (state) => {
  const { container } = render(<PseudoTexts of="en">{SETTINGS_STATES[state]?.()}</PseudoTexts>);
  expect(container.textContent).toContain('⟦');
  expect(hardCodedTexts(container, DATA)).toEqual([]);
});
