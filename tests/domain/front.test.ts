import { expect, test } from 'vitest';
import { frontOf } from '../../domain/front.ts';
import { dialog, NOW, portal } from '../components/samples.ts';

test('a front has no closed dialogs but those in which a message was refused', () => {
  const dialogs = [
    dialog(1),
    dialog(2, { status: 'new' }),
    dialog(3, { status: 'close' }),
    dialog(4, { status: 'close', attention: { kind: 'refused', since: NOW } }),
  ];
  expect(frontOf(portal({ view: { dialogs } })).dialogs.map(({ chatId }) => chatId)).toEqual([1, 2, 4]);
});
