// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { findUninstallWindow, uninstallConfirmAt, windowFacts } from '../../bitrix24/market-uninstall.ts';
import { uninstallAnswer } from '../../domain/market/uninstall.ts';
import { find, newCard, newList, newWindow, oldWindow, pageOf, refusedWindow, strangeWindow } from './market-pages.ts';

const PRESSED = { code: 'vendor.chat', name: 'ChatApp' };
const facts = (html: string, pressed: typeof PRESSED | null = null) =>
  findUninstallWindow(pageOf(html), pressed)?.facts;
const settings = { confirmedCode: 'vendor.chat', guardsOthers: false };

describe('the window of the new Market', () => {
  it('tells the code by its own id and the name by its question', () => {
    expect(facts(newWindow('vendor.chat', true))).toEqual({
      ...{ generation: 'new', code: 'vendor.chat', name: 'ChatApp', shownTick: true, sentTick: true },
    });
    const list = newList([newCard({ code: 'vendor.chat', name: 'ChatApp Pro' })]);
    expect(facts(list + newWindow('vendor.chat', true, 'Chat'))).toMatchObject({ name: 'ChatApp Pro' });
    expect(facts(newWindow('x', false, 'Say "hello"'))).toMatchObject({ name: 'Say "hello"', shownTick: false });
  });

  it('has the box that counts; the hidden ones of other cards do not', () => {
    const list = newList([
      newCard({ code: 'other.app', isTicked: true }),
      newCard({ code: 'vendor.chat', name: 'ChatApp' }),
    ]);
    expect(facts(list + newWindow('vendor.chat', false))).toMatchObject({ shownTick: false, sentTick: false });
    expect(facts(list)).toBeUndefined();
  });

  it('is not there once it is put away', () => {
    expect(facts(newWindow('vendor.chat', true, 'ChatApp', false))).toBeUndefined();
    const both = newWindow('a.b', true, 'A', false) + newWindow('c.d', false, 'C');
    expect(facts(both)).toMatchObject({ code: 'c.d', shownTick: false });
  });

  it('remembers a tick from a try that was cancelled', () => {
    const page = pageOf(newWindow('vendor.chat', true));
    const opening = findUninstallWindow(page, null);
    if (!opening) throw new Error('no window');
    expect(uninstallAnswer(windowFacts(opening, opening), settings)).toMatchObject({ why: 'leftTicked' });
    for (const box of opening.boxes) box.checked = false;
    const now = findUninstallWindow(page, null);
    if (!now) throw new Error('no window');
    expect(uninstallAnswer(windowFacts(now, opening), settings)).toEqual({ act: 'pass' });
  });
});

describe('the window of the old Marketplace', () => {
  it('tells no application, so the press that opened it does', () => {
    expect(facts(oldWindow(true))).toMatchObject({ generation: 'old', code: null, name: '' });
    expect(facts(oldWindow(true), PRESSED)).toEqual({
      ...{ generation: 'old', code: 'vendor.chat', name: 'ChatApp', shownTick: true, sentTick: true },
    });
  });

  it('sends the box of a window that was put away before it', () => {
    const page = pageOf(oldWindow(true, false) + oldWindow(false));
    const found = findUninstallWindow(page, PRESSED);
    expect(found?.facts).toMatchObject({ shownTick: false, sentTick: true });
    expect(found?.boxes.length).toBe(2);
    expect(found && uninstallAnswer(windowFacts(found, found), settings)).toMatchObject({ why: 'hiddenTick' });
    for (const box of found?.boxes ?? []) box.checked = false;
    expect(findUninstallWindow(page, PRESSED)?.facts).toMatchObject({ shownTick: false, sentTick: false });
  });

  it('may overlook the tick that is to be seen', () => {
    expect(facts(oldWindow(false, false) + oldWindow(true))).toMatchObject({ shownTick: true, sentTick: false });
  });

  it('says in the place of its question that the portal refused', () => {
    const found = findUninstallWindow(pageOf(refusedWindow('Other applications need it.')), PRESSED);
    expect(found).toMatchObject({ refusal: 'Other applications need it.', boxes: [] });
    expect(findUninstallWindow(pageOf(oldWindow(false)), PRESSED)?.refusal).toBeNull();
    expect(findUninstallWindow(pageOf(newWindow('a.b', true)), null)?.refusal).toBeNull();
    const boxless = oldWindow(false).replace(/<input[^>]*>/, '');
    expect(findUninstallWindow(pageOf(boxless), PRESSED)).toMatchObject({ refusal: null, facts: { shownTick: null } });
  });
});

describe('a window that is none of the two', () => {
  it('is known for what it is, and no more', () => {
    expect(facts(strangeWindow(true), PRESSED)).toEqual({
      ...{ generation: 'unknown', code: 'vendor.chat', name: 'ChatApp', shownTick: true, sentTick: true },
    });
  });

  it('without such a box is none at all', () => {
    const other = '<div class="popup-window" style="display: block"><input type="checkbox" name="agree"></div>';
    expect(facts(other)).toBeUndefined();
  });

  it('gives way to a known one', () => {
    expect(facts(strangeWindow(true) + newWindow('a.b', false))).toMatchObject({ generation: 'new' });
  });
});

describe('a press inside a window', () => {
  const page = pageOf(newWindow('a.b', true, 'A', false) + newWindow('c.d', false) + strangeWindow(true));
  const confirm = (window: string) => find(page, `#${window} .popup-window-button-decline b`);

  it('is a confirmation of that window', () => {
    const found = uninstallConfirmAt(confirm('market_delete_confirm_popup_c\\.d'), null);
    expect(found?.facts).toMatchObject({ code: 'c.d', shownTick: false });
    expect(uninstallConfirmAt(confirm('some_new_popup'), null)?.facts).toMatchObject({ generation: 'unknown' });
    const old = pageOf(oldWindow(true));
    expect(uninstallConfirmAt(find(old, '.popup-window-button-decline'), PRESSED)?.facts).toMatchObject(PRESSED);
  });

  it('on "Cancel", on the box or elsewhere is none', () => {
    for (const selector of ['.popup-window-button-link-cancel', '[name="delete-data"]', 'body']) {
      expect(uninstallConfirmAt(find(page, selector), null)).toBeNull();
    }
    const other = pageOf('<div class="popup-window"><span class="popup-window-button-decline">No</span></div>');
    expect(uninstallConfirmAt(find(other, 'span'), null)).toBeNull();
    expect(uninstallConfirmAt(null, null)).toBeNull();
  });
});
