import { describe, expect, it } from 'vitest';
import { accessIn, oldRightsFields, rightsFields } from '../../bitrix24/market-access.ts';

const AT = 1_000;

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
