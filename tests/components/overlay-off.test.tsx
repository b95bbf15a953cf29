// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Overlay } from '../../entrypoints/overlay/Overlay.tsx';
import { portal } from './samples.ts';

vi.mock('../../platform/content-browser.ts', () => ({
  contentBrowser: { runtime: { onMessage: { addListener: vi.fn(), removeListener: vi.fn() } } },
  isExtensionAlive: () => true,
}));

// The test's window has no screen around it.
vi.mock('../../entrypoints/overlay/full-screen.ts', () => ({ useFullScreen: () => false }));

afterEach(cleanup);

test('a chip that is switched off for all portals leaves nothing on a page that has it already', () => {
  expect(render(<Overlay first={portal()} />).container.querySelector('button')).not.toBeNull();
  cleanup();
  const { container } = render(<Overlay first={portal({ view: { featuresOff: ['chip'] } })} />);
  expect(container.innerHTML).toBe('');
});
