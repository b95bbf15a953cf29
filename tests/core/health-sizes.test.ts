import { expect, it } from 'vitest';
import { PORTAL, SECOND, worldThatRead } from './world.ts';

it('the sizes of what is stored are told of one portal and of all', async () => {
  const world = await worldThatRead(3);
  await world.open(2, { origin: SECOND });
  const rows = async (key: string | null, table: string) =>
    (await world.application.own.sizes(key)).find((part) => part.table === table)?.rows;
  expect(await rows(`${PORTAL}|1`, 'dialogs')).toBe(3);
  expect(await rows(`${SECOND}|1`, 'dialogs')).toBe(0);
  expect(await rows(`${PORTAL}|1`, 'portals')).toBe(1);
  expect(await rows(null, 'portals')).toBe(2);
  world.database.close();
});
