import { afterEach, expect, it, vi } from 'vitest';
import { Breath } from '../../../core/rules/breath.ts';

afterEach(() => vi.restoreAllMocks());

it('long work lets others have their turn after a few milliseconds, and then again', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const breath = new Breath();
  clock.mockReturnValue(11);
  expect(breath.isDue).toBe(false);
  clock.mockReturnValue(12);
  expect(breath.isDue).toBe(true);
  const order: string[] = [];
  setTimeout(() => order.push('others'));
  await breath.take();
  order.push('work');
  expect(order).toEqual(['others', 'work']);
  expect(breath.isDue).toBe(false);
  clock.mockReturnValue(24);
  expect(breath.isDue).toBe(true);
});
