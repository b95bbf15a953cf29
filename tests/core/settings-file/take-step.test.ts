import { describe, expect, test } from 'vitest';
import { Register } from '../../../core/access/register.ts';
import { Notes } from '../../../core/notes.ts';
import type { PortalDesk } from '../../../core/portal-desk.ts';
import { isOtherThanPlanned } from '../../../core/settings-file/take-step.ts';
import type { DialogNote } from '../../../domain/notes.ts';
import type { PortalStep } from '../../../domain/settings-file/plan.ts';
import { note } from '../../domain/settings-file/samples.ts';

const deskWith = (...notes: DialogNote[]) =>
  ({ notes: new Notes(notes), access: { register: new Register([]) } }) as unknown as PortalDesk;
const stepWith = (...notes: DialogNote[]) => ({ notes, records: [] }) as unknown as PortalStep;

describe('what somebody writes between the look at a file and its taking', () => {
  const planned = stepWith(note(1, { alias: 'Mail', text: 'from the file', tags: ['CRM'] }));

  test('keeps the portal from being taken: no word is written over', () => {
    expect(isOtherThanPlanned(deskWith(note(1, { alias: 'Mail', text: 'just written' })), planned)).toBe(true);
    expect(isOtherThanPlanned(deskWith(note(1, { alias: 'Post' })), planned)).toBe(true);
    expect(isOtherThanPlanned(deskWith(note(1, { tags: ['urgent'] })), planned)).toBe(true);
  });

  test('is no matter where the file only fills what is empty', () => {
    expect(isOtherThanPlanned(deskWith(), planned)).toBe(false);
    expect(isOtherThanPlanned(deskWith(note(1, { alias: 'Mail', tags: ['CRM'] })), planned)).toBe(false);
    expect(isOtherThanPlanned(deskWith(note(2, { alias: 'Other' })), planned)).toBe(false);
  });
});
