import { describe, expect, it } from 'vitest';
import { CHATAPP, confirmApp, identify, type ListedApp, looksLike, presenceIn } from '../../domain/market/apps.ts';
import { foldName, looksSame } from '../../domain/market/names.ts';
import { TAKEN_AT } from './market-records.ts';

const app = (changes: Partial<ListedApp> = {}): ListedApp => ({
  ...{ code: 'vendor.chat', appId: null, name: 'ChatApp', developer: 'A vendor', presence: 'active' },
  ...{ isUnpublished: false, needsSubscription: false },
  ...changes,
});
const telephony = app({ code: 'other.app', name: 'Telephony', developer: 'Somebody' });
const nameless = app({ code: 'gone.app', name: '', developer: '', isUnpublished: true });

describe('which application it is', () => {
  it('is asked when one looks like it, even the only one', () => {
    expect(identify(CHATAPP, [telephony, app()], null)).toEqual({ state: 'ask', candidates: [app()], nameless: [] });
  });

  it('is asked among look-alikes and those without a name', () => {
    const twin = app({ code: 'twin.chat', name: 'ChatApp Dialog' });
    const byVendor = app({ code: 'v.widget', name: 'Widget', developer: 'OOO "ChatApp"' });
    expect(identify(CHATAPP, [app(), twin, byVendor, nameless, telephony], null)).toEqual({
      state: 'ask',
      candidates: [app(), twin, byVendor],
      nameless: [nameless],
    });
  });

  it('is known by its code once confirmed, whatever else is there', () => {
    const confirmed = confirmApp(app(), TAKEN_AT);
    const renamed = app({ name: 'Another name' });
    const twin = app({ code: 'twin.chat' });
    expect(identify(CHATAPP, [twin, renamed], confirmed)).toEqual({ state: 'known', app: confirmed, listed: renamed });
    expect(identify(CHATAPP, [twin], confirmed)).toEqual({ state: 'known', app: confirmed, listed: null });
  });

  it('cannot be confirmed without a code, and is not offered', () => {
    expect(confirmApp(app({ code: null }), TAKEN_AT)).toBeNull();
    expect(identify(CHATAPP, [app({ code: null }), telephony], null)).toEqual({ state: 'none' });
  });

  it('works for any kind that is described', () => {
    expect(identify({ name: 'Telephony' }, [telephony, app()], null)).toMatchObject({ candidates: [telephony] });
  });
});

describe('a name', () => {
  it.each([
    ['ChatApp', true],
    ['chatapp - WhatsApp', true],
    ['СhаtАрр', true],
    ['My ChatApp', false],
    ['Chat', false],
    ['', false],
  ])('%s looks like it: %s', (name, looks) => {
    expect(looksLike(CHATAPP, { name, developer: '' })).toBe(looks);
  });

  it('is folded to what it looks like and matched when it was cut', () => {
    expect(foldName('  СhаtАрр\n Dialog')).toBe('chatapp dialog');
    expect(looksSame('ChatApp Dial...', 'ChatApp Dialog')).toBe(true);
    expect(looksSame('ChatApp Dialog', 'ChatApp Dial…')).toBe(true);
    expect(looksSame('ChatApp', 'ChatApp Dialog')).toBe(false);
    expect(looksSame('...', 'ChatApp')).toBe(false);
  });
});

describe('whether an application is installed', () => {
  const list = (apps: ListedApp[], provesAbsence = true) => ({ generation: 'new' as const, apps, provesAbsence });

  it('is what the list says of it', () => {
    expect(presenceIn(list([app()]), 'vendor.chat')).toBe('active');
    expect(presenceIn(list([app({ presence: 'absent' })], false), 'vendor.chat')).toBe('absent');
  });

  it('is no by a whole list without it, and unknown by a part of one', () => {
    expect(presenceIn(list([telephony]), 'vendor.chat')).toBe('absent');
    expect(presenceIn(list([telephony], false), 'vendor.chat')).toBe('unknown');
  });

  it('is unknown while one of the listed does not tell its code', () => {
    expect(presenceIn(list([telephony, app({ code: null })]), 'vendor.chat')).toBe('unknown');
  });
});
