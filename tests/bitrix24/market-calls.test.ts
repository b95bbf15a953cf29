import { describe, expect, it } from 'vitest';
import { accessIn, oldRightsFields, rightsFields } from '../../bitrix24/market-access.ts';
import { installReplyIn, refusalOf, uninstallCallIn, uninstallReplyIn } from '../../bitrix24/market-calls.ts';

const AT = 1_000;
const NEW = '/bitrix/services/main/ajax.php?analyticsLabel=x&action=market.Application.uninstall';
const OLD = 'https://demo.bitrix24.ru/bitrix/tools/rest.php';
const body = (fields: Record<string, string>) => new URLSearchParams({ code: 'vendor.chat', ...fields });

describe('a call to uninstall', () => {
  it.each([
    ['Y', true],
    ['N', false],
    ['true', false],
    ['', false],
  ])('of the new Market with clean=%s wipes: %s', (clean, wipes) => {
    expect(uninstallCallIn(NEW, body({ clean }))).toEqual({ generation: 'new', code: 'vendor.chat', wipes });
  });

  it.each([
    ['true', true],
    ['false', false],
    ['Y', false],
  ])('of the old Marketplace with clean=%s wipes: %s', (clean, wipes) => {
    const call = uninstallCallIn(OLD, body({ action: 'uninstall', clean }));
    expect(call).toEqual({ generation: 'old', code: 'vendor.chat', wipes });
  });

  it('is known in its third form, and no other call is one', () => {
    const rest = '/bitrix/services/main/ajax.php?action=rest.Application.uninstall';
    expect(uninstallCallIn(rest, body({ clean: 'Y' }))).toMatchObject({ wipes: true });
    expect(uninstallCallIn(OLD, body({ action: 'install' }))).toBeNull();
    expect(uninstallCallIn(NEW.replace('uninstall', 'install'), body({ clean: 'Y' }))).toBeNull();
    expect(uninstallCallIn('/rest/batch.json', body({}))).toBeNull();
  });
});

describe('the reply to an uninstallation', () => {
  it('is done in either spelling, and with another page to go on', () => {
    expect(uninstallReplyIn({ success: 1 })).toEqual({ kind: 'done' });
    expect(uninstallReplyIn({ status: 'success', data: { success: 1 }, errors: [] })).toEqual({ kind: 'done' });
    expect(uninstallReplyIn({ status: 'success', data: { sliderUrl: '/x/' } })).toEqual({ kind: 'done' });
  });

  it('carries the words of a veto', () => {
    expect(uninstallReplyIn({ error: 'In use' })).toEqual({ kind: 'refused', message: 'In use' });
    const envelope = { status: 'success', data: { error: 'In use' } };
    expect(uninstallReplyIn(envelope)).toEqual({ kind: 'refused', message: 'In use' });
    const failed = { status: 'error', data: null, errors: [{ code: 'invalid_csrf', message: 'x' }] };
    expect(uninstallReplyIn(failed)).toEqual({ kind: 'refused', message: 'invalid_csrf' });
  });

  it('is no success when the call was skipped, or says nothing', () => {
    for (const json of [[], {}, null, 'ok', 1, { success: 0 }, { status: 'success', data: [] }]) {
      expect(uninstallReplyIn(json)).toEqual({ kind: 'unclear' });
    }
  });
});

describe('the reply to an installation', () => {
  it('tells the number, and whether an installer of its own is still to come', () => {
    const data = { success: 1, id: '17', installed: false, open: true };
    expect(installReplyIn({ status: 'success', data })).toEqual({ kind: 'installed', appId: 17, isFinished: false });
    expect(installReplyIn({ success: 1, installed: true })).toEqual({
      kind: 'installed',
      appId: null,
      isFinished: true,
    });
  });

  it('says what to do about a refusal', () => {
    const refused = { error: 'SUBSCRIPTION_REQUIRED', errorDescription: 'Buy it' };
    expect(installReplyIn({ status: 'success', data: refused })).toEqual({
      ...{ kind: 'refused', refusal: 'subscription', message: 'Buy it' },
    });
    expect(installReplyIn({ error: 'x', helperCode: 'limit_market' })).toMatchObject({ refusal: 'subscription' });
    expect(installReplyIn([])).toEqual({ kind: 'unclear' });
  });

  it.each([
    ['SUBSCRIPTION_REQUIRED', 'subscription'],
    ['HOLD_INSTALL_BY_TRIAL', 'subscription'],
    ['ACTION_ACCESS_DENIED', 'rights'],
    ['ACCESS_DENIED', 'rights'],
    ['APPLICATION_NOT_FOUND', 'notFound'],
    ['verification_needed', 'other'],
  ])('%s is for want of: %s', (code, refusal) => {
    expect(refusalOf(code)).toBe(refusal);
  });
});

describe('an access list', () => {
  const LIST = {
    U12: { id: 'U12', provider: 'user', name: ' Anna ' },
    DR5: { id: 'DR5', provider: 'intranet', name: 'Sales' },
    SG3_K: { id: 'SG3_K', provider: '', name: null },
  };
  const entries = [
    { code: 'U12', name: 'Anna', provider: 'user' },
    { code: 'DR5', name: 'Sales', provider: 'intranet' },
    { code: 'SG3_K', name: '', provider: null },
  ];

  it('is read from either action', () => {
    const list = { state: 'read', value: entries, source: 'portal', at: AT };
    expect(accessIn({ status: 'success', data: LIST, errors: [] }, AT)).toEqual(list);
    expect(accessIn(LIST, AT)).toEqual(list);
  });

  it('that is empty is `false`: everyone', () => {
    const everyone = { state: 'read', value: [], source: 'portal', at: AT };
    expect(accessIn({ status: 'success', data: false }, AT)).toEqual(everyone);
    expect(accessIn(false, AT)).toEqual(everyone);
  });

  it('is never taken for empty when the question was skipped, or about nothing', () => {
    for (const reply of [[], 0, null, {}, '', { status: 'success', data: [] }, { status: 'success' }, 'false']) {
      expect(accessIn(reply, AT)).toEqual({ state: 'notRead', reason: 'unexpectedShape' });
    }
  });

  it('is refused to who is no administrator', () => {
    const refused = { state: 'notRead', reason: 'refused' };
    expect(accessIn({ error: 'Access denied' }, AT)).toEqual(refused);
    expect(accessIn({ status: 'success', data: { error: 'Access denied' } }, AT)).toEqual(refused);
    expect(accessIn({ status: 'error', data: null, errors: [{ code: 'x' }] }, AT)).toEqual(refused);
  });

  it('with a code that is none is not believed at all', () => {
    expect(accessIn({ ...LIST, 'u 12': {} }, AT)).toMatchObject({ state: 'notRead' });
  });

  it('is asked for by code, or by number at the old address', () => {
    expect(rightsFields('vendor.chat')).toEqual({ appCode: 'vendor.chat' });
    expect(oldRightsFields(17)).toEqual({ action: 'get_app_rigths', app_id: '17' });
  });
});
