import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, copyOf } from '../../domain/access/change.ts';
import type { ChangeContext } from '../../domain/access/evidence.ts';
import { noticesFor } from '../../domain/access/notices.ts';
import { DAY, type GrantRecord, isRunning, type RequestCopy } from '../../domain/access/record.ts';
import type { Sighting } from '../../domain/access/verdict.ts';
import { grantAfter } from '../../machines/access-grant.ts';
import { partnerAfter } from '../../machines/partner-request.ts';
import {
  ASKED_AT,
  context,
  grant,
  HOUR,
  MINUTE,
  notice,
  partner,
  revocable,
  running,
  sighting,
  silent,
} from './access-records.ts';

const NOW = ASKED_AT + HOUR;
const ASKING = copyOf(sighting());
const REVOCABLE = copyOf(revocable());
const PERSON_SAYS_PENDING = { type: 'corrected', to: 'pending', at: NOW } as const;

/** What a look makes of a record. */
function afterLook(
  record: GrantRecord,
  before: RequestCopy | null,
  look: Sighting | 'gone',
  changes: Partial<ChangeContext> = {},
) {
  const seen = context(changes);
  const change = changeOf(record, before, look, seen);
  const next = (change?.events ?? []).reduce((each, event) => grantAfter(each, event, seen.now), record);
  return { change, next };
}

const stateAfter = (...look: Parameters<typeof afterLook>) => afterLook(...look).next.state;

const pressed = (button: 'allow' | 'deny' | 'end' | null, at = NOW - 5_000) => ({ pressed: { button, at } });

describe('the first look at a request', () => {
  it('finds one that asks', () => {
    expect(stateAfter(grant({ state: 'seen', copies: [] }), null, sighting())).toBe('pending');
  });

  it('leaves it to a person whether a probable one asks', () => {
    const probable = sighting({ keyboard: 'other', verdict: { kind: 'probable', confidence: 0.6, because: [] } });
    expect(afterLook(grant({ state: 'seen', copies: [] }), null, probable).change).toBeNull();
  });

  it('finds one that was granted before anybody looked, with the earliest possible start', () => {
    const { change, next } = afterLook(grant({ state: 'seen', copies: [] }), null, revocable());
    expect(next).toMatchObject({ state: 'granted', startsAt: ASKED_AT, answeredAt: null });
    expect(change).toMatchObject({ why: 'revokeButton', answeredBy: 'elsewhere' });
  });

  it('takes a probable one for sure once its buttons prove it', () => {
    const before = copyOf(sighting({ keyboard: 'other' }));
    expect(stateAfter(grant({ state: 'seen', copies: [before] }), before, sighting())).toBe('pending');
  });
});

describe('a request that was answered', () => {
  it('is granted when the button that ends it is there', () => {
    const { change, next } = afterLook(grant(), ASKING, revocable());
    expect(next).toMatchObject({ state: 'granted', startsAt: NOW, answeredAt: NOW, endsAt: NOW + 21 * DAY });
    expect(change).toMatchObject({ why: 'revokeButton', answeredBy: 'elsewhere' });
  });

  it('was answered here when its button was pressed here a moment ago, even if nobody knows which', () => {
    const { change, next } = afterLook(grant(), ASKING, revocable(), pressed(null));
    expect(change?.answeredBy).toBe('here');
    expect(next.startsAt).toBe(NOW - 5_000);
  });

  it('was answered elsewhere when the press was longer ago than a minute', () => {
    expect(afterLook(grant(), ASKING, revocable(), pressed(null, NOW - MINUTE - 1)).change?.answeredBy).toBe(
      'elsewhere',
    );
  });

  it.each([
    ['words say so', silent({ says: 'granted' }), 'granted', 'text'],
    ['the colour says so', silent({ tone: 'positive' }), 'granted', 'colour'],
    ['words refuse', silent({ says: 'denied' }), 'declined', 'text'],
    ['the colour refuses', silent({ tone: 'negative' }), 'declined', 'colour'],
    ['nothing tells', silent(), 'unknown', 'keyboardGone'],
    ['words and colour disagree', silent({ says: 'granted', tone: 'negative' }), 'unknown', 'keyboardGone'],
    ['words speak of an end', silent({ says: 'ended' }), 'unknown', 'keyboardGone'],
    ['unknown buttons are there instead', sighting({ keyboard: 'other' }), 'unknown', 'keyboardGone'],
  ] as const)('without its buttons, when %s', (_case, look, state, why) => {
    const { change, next } = afterLook(grant(), ASKING, look);
    expect(next.state).toBe(state);
    expect(change?.why).toBe(why);
  });

  it('takes no word for new that was there while it still asked', () => {
    const told = { says: 'granted', tone: 'positive' } as const;
    const asking = copyOf(sighting(told));
    expect(stateAfter(grant({ copies: [asking] }), asking, silent(told))).toBe('unknown');
  });

  it('is what was certainly pressed here', () => {
    expect(stateAfter(grant(), ASKING, silent(), pressed('allow'))).toBe('granted');
    expect(stateAfter(grant(), ASKING, silent(), pressed('deny'))).toBe('declined');
    expect(afterLook(grant(), ASKING, silent(), pressed('deny')).change).toMatchObject({
      why: 'pressedHere',
      answeredBy: 'here',
    });
  });

  it('stays unclear when nobody knows which button was pressed, or the press was long ago', () => {
    expect(stateAfter(grant(), ASKING, silent(), pressed(null))).toBe('unknown');
    expect(stateAfter(grant(), ASKING, silent(), pressed('allow', NOW - MINUTE - 1))).toBe('unknown');
  });

  it('was answered by somebody else first when the portal tells another answer than the one pressed', () => {
    const { change, next } = afterLook(grant(), ASKING, silent({ tone: 'negative' }), pressed('allow'));
    expect(next.state).toBe('declined');
    expect(change?.answeredBy).toBe('elsewhere');
  });

  it('is granted though nobody told again who wrote the message', () => {
    const bare = revocable({ verdict: { kind: 'nothing', confidence: 0, because: [] } });
    expect(stateAfter(grant(), ASKING, bare)).toBe('granted');
    expect(stateAfter(running(), REVOCABLE, bare)).toBe('granted');
  });

  it('is not granted by a lone button of which nobody knows whom it addresses', () => {
    const lone = revocable({ verdict: { kind: 'probable', confidence: 0.6, because: [] } });
    const probable = grant({ state: 'seen', copies: [copyOf(lone)] });
    expect(afterLook(probable, copyOf(lone), lone).change).toBeNull();
    const confirmed = grantAfter(probable, { type: 'request.confirmed' }, NOW);
    expect(afterLook(confirmed, copyOf(lone), lone).change).toBeNull();
    const other = copyOf(sighting({ keyboard: 'other' }));
    const asking = grant({ copies: [other] });
    expect(afterLook(asking, other, sighting({ keyboard: 'other', tone: 'positive' })).change).toBeNull();
    const sender = { ...probable.sender, isVerified: false };
    expect(stateAfter(grant({ sender }), ASKING, lone)).toBe('unknown');
  });

  it('tells no moment when nobody looked for long, and counts from the earliest', () => {
    const lookedAt = NOW - 15 * HOUR;
    const record = grant({ requestedAt: NOW - 20 * HOUR });
    const look = revocable({ sentAt: NOW - 20 * HOUR });
    expect(afterLook(record, ASKING, look, { lastLookAt: lookedAt }).next).toMatchObject({
      startsAt: lookedAt,
      answeredAt: null,
    });
  });

  it('takes the length from the answer, unless a person has entered one', () => {
    expect(afterLook(grant(), ASKING, revocable({ days: 7 })).next).toMatchObject({ days: 7, daysSource: 'parsed' });
    const entered = grant({ days: 3, daysSource: 'entered' });
    expect(afterLook(entered, ASKING, revocable({ days: 7 })).next).toMatchObject({ days: 3, daysSource: 'entered' });
  });

  it('of which only a person could say that it is one has no certain answer, unless it can be ended', () => {
    const before = copyOf(sighting({ keyboard: 'other' }));
    const probable = grant({ state: 'seen', copies: [before] });
    expect(stateAfter(probable, before, silent({ says: 'granted', tone: 'positive' }))).toBe('unknown');
    expect(stateAfter(probable, before, revocable())).toBe('granted');
  });
});

describe('an open request', () => {
  it('is unchanged when it is seen again', () => {
    expect(afterLook(grant(), ASKING, sighting()).change).toBeNull();
  });

  it('takes a length that was edited in, until a person has entered one', () => {
    expect(afterLook(grant(), ASKING, sighting({ days: 14 })).next).toMatchObject({ days: 14, state: 'pending' });
    const entered = grant({ daysSource: 'entered' });
    expect(afterLook(entered, ASKING, sighting({ days: 14 })).change).toBeNull();
  });

  it('still asks, whatever words say, while its buttons do', () => {
    expect(stateAfter(grant(), ASKING, sighting({ says: 'granted' }), { notices: [notice('granted')] })).toBe(
      'pending',
    );
  });

  it('is unknown, without an answer, when its message is gone', () => {
    const { change, next } = afterLook(grant(), ASKING, 'gone');
    expect(next).toMatchObject({ state: 'unknown', answeredAt: null });
    expect(change).toMatchObject({ why: 'messageGone', answeredBy: null });
  });

  it('stays open when a person says so, though its buttons are gone', () => {
    const before = copyOf(silent());
    const reopened = grantAfter(grant({ state: 'unknown', copies: [before] }), PERSON_SAYS_PENDING, NOW);
    expect(afterLook(reopened, before, silent()).change).toBeNull();
    expect(stateAfter(reopened, before, silent({ tone: 'negative' }))).toBe('declined');
  });

  it('waits on while a copy in another chat still asks', () => {
    const other = copyOf(sighting({ chatId: 8, messageId: 101 }));
    const record = grant({ copies: [ASKING, other] });
    expect(stateAfter(record, ASKING, silent())).toBe('pending');
    expect(stateAfter(record, ASKING, 'gone')).toBe('pending');
    const first = { ...ASKING, keyboard: 'none' as const };
    expect(stateAfter({ ...record, copies: [first, other] }, other, silent({ chatId: 8, messageId: 101 }))).toBe(
      'unknown',
    );
  });
});

describe('an answer that nobody understood', () => {
  const silentCopy = copyOf(silent());
  const unclear = grant({ state: 'unknown', copies: [silentCopy], answeredAt: NOW, answeredBy: 'elsewhere' });
  const later = { now: NOW + HOUR };

  it.each([
    ['granted', silent({ tone: 'positive' })],
    ['granted', silent({ says: 'granted' })],
    ['declined', silent({ tone: 'negative' })],
    ['granted', revocable()],
  ] as const)('is %s when the proof comes late', (state, look) => {
    expect(stateAfter(unclear, silentCopy, look, later)).toBe(state);
  });

  it('waits for the buttons, whatever words say while they ask', () => {
    const record = { ...unclear, copies: [ASKING] };
    expect(afterLook(record, ASKING, sighting({ says: 'granted' }), later).change).toBeNull();
  });

  it('counts from the answer, not from the proof', () => {
    expect(afterLook(unclear, silentCopy, revocable(), later).next.startsAt).toBe(NOW);
    expect(afterLook(unclear, silentCopy, silent({ tone: 'positive' }), later).next.startsAt).toBe(NOW);
  });

  it('asks again when the buttons are back', () => {
    const { change, next } = afterLook(unclear, silentCopy, sighting(), later);
    expect(next).toMatchObject({ state: 'pending', answeredAt: null, answeredBy: null });
    expect(change?.why).toBe('messageBack');
  });

  it('stays unclear while nothing is new', () => {
    expect(afterLook(unclear, silentCopy, silent(), later).change).toBeNull();
  });

  it('is none when a person said that it was no request: only the button that ends an access proves more', () => {
    const rejected = grantAfter(grant({ state: 'seen', copies: [silentCopy] }), { type: 'request.rejected' }, NOW);
    expect(stateAfter(rejected, silentCopy, silent({ tone: 'positive', says: 'granted' }))).toBe('unknown');
    expect(stateAfter(rejected, silentCopy, revocable())).toBe('granted');
  });
});

describe('a declined request', () => {
  const copy = copyOf(silent({ tone: 'negative' }));
  const declined = grant({ state: 'declined', copies: [copy], answeredAt: ASKED_AT });

  it('is granted only by the button that ends an access', () => {
    expect(stateAfter(declined, copy, revocable())).toBe('granted');
    expect(stateAfter(declined, copy, silent({ says: 'granted', tone: 'positive' }))).toBe('declined');
  });

  it('waits for an answer again when the message asks again', () => {
    expect(stateAfter(declined, copy, sighting())).toBe('pending');
  });
});

describe('a running access', () => {
  it('goes on while the button that ends it is there', () => {
    expect(afterLook(running(), REVOCABLE, revocable()).change).toBeNull();
  });

  it.each([
    ['words say so', silent({ says: 'ended' }), {}, 'text'],
    ['the colour says so', silent({ tone: 'negative' }), {}, 'colour'],
    ['its button was pressed here', silent(), pressed('end'), 'pressedHere'],
  ] as const)('was revoked when the button is gone and %s', (_case, look, seen, why) => {
    const { change, next } = afterLook(running(), REVOCABLE, look, seen);
    expect(next.state).toBe('revoked');
    expect(next.endedAt).toBeGreaterThan(ASKED_AT);
    expect(change?.why).toBe(why);
  });

  it.each([NOW, ASKED_AT + 20 * DAY, ASKED_AT + 30 * DAY])(
    'is never said to be over when the button is gone without a proof, at %i',
    (now) => {
      const { next } = afterLook(running(), REVOCABLE, silent(), { now });
      expect(next).toMatchObject({ state: 'unknown', endedAt: null, startsAt: ASKED_AT, answeredAt: ASKED_AT });
    },
  );

  it('is not said to be over by good news', () => {
    expect(stateAfter(running(), REVOCABLE, silent({ tone: 'positive' }))).toBe('unknown');
  });

  it('goes on while another copy still has the button', () => {
    const other = copyOf(revocable({ chatId: 8, messageId: 101 }));
    expect(stateAfter(running({ copies: [REVOCABLE, other] }), REVOCABLE, silent())).toBe('granted');
  });

  it('goes on when the message is gone: that proves nothing, and is noted once', () => {
    const { change, next } = afterLook(running(), REVOCABLE, 'gone');
    expect(next.state).toBe('granted');
    expect(change).toEqual({ events: [], why: 'messageGone', answeredBy: null });
    expect(afterLook(running(), { ...REVOCABLE, keyboard: 'gone' }, 'gone').change).toBeNull();
  });

  it('goes on when a copy of its request loses its buttons', () => {
    const other = copyOf(sighting({ chatId: 8, messageId: 101 }));
    expect(stateAfter(running({ copies: [REVOCABLE, other] }), other, silent({ chatId: 8, messageId: 101 }))).toBe(
      'granted',
    );
  });

  it('is unclear when the message turns out to refuse it', () => {
    const copy = copyOf(silent());
    const record = running({ copies: [copy], answeredBy: 'here' });
    expect(stateAfter(record, copy, silent({ tone: 'negative' }))).toBe('unknown');
  });

  it('that was lost sight of runs on from its own start when the button is back', () => {
    const lost = running({ state: 'unknown', copies: [copyOf(silent())] });
    const { change, next } = afterLook(lost, copyOf(silent()), revocable(), { now: ASKED_AT + 5 * DAY });
    expect(change?.answeredBy).toBeNull();
    expect(next).toMatchObject({ state: 'granted', startsAt: ASKED_AT, answeredAt: ASKED_AT });
  });

  it('that was ended is over, even when its message asks again', () => {
    const copy = copyOf(silent());
    expect(afterLook(running({ state: 'ended', endedAt: NOW, copies: [copy] }), copy, sighting()).change).toBeNull();
  });

  it('that was ended is not revived by a button that was there before', () => {
    const ended = running({ state: 'ended', endedAt: NOW });
    expect(afterLook(ended, REVOCABLE, revocable(), { now: NOW + DAY }).change).toBeNull();
    const late = { now: NOW + DAY, lastLookAt: ASKED_AT };
    expect(stateAfter(ended, ASKING, revocable(), late)).toBe('ended');
  });

  it('that was ended runs anew when a button newer than the end is there', () => {
    const ended = running({ state: 'revoked', endedAt: NOW, copies: [copyOf(silent())] });
    const { next } = afterLook(ended, copyOf(silent()), revocable(), { now: NOW + DAY });
    expect(next).toMatchObject({ state: 'granted', startsAt: NOW + DAY, endedAt: null });
  });
});

describe('notices after the request', () => {
  const afterNotice = (record: GrantRecord, says: Sighting['says'], look: Sighting | 'gone' = silent()) => {
    const notices = noticesFor(record, [record], [notice(says)]);
    return afterLook(record, record.copies[0] ?? null, look, { now: NOW + MINUTE, notices });
  };

  it.each([
    ['granted', 'granted'],
    ['denied', 'declined'],
  ] as const)('tell that it was %s when its buttons are gone', (says, state) => {
    const { change, next } = afterNotice(grant(), says);
    expect(next).toMatchObject({ state, answeredAt: ASKED_AT + HOUR });
    expect(change?.why).toBe('text');
    expect(afterNotice(grant(), says, 'gone').next.state).toBe(state);
  });

  it('tell of the end of an access', () => {
    expect(afterNotice(running(), 'ended').next.state).toBe('revoked');
    expect(afterNotice(running(), 'ended', 'gone').next.state).toBe('revoked');
  });

  it('count for nothing when two requests of the chat could be meant', () => {
    const other = grant({ id: '7:90', copies: [copyOf(sighting({ messageId: 90 }))] });
    expect(noticesFor(grant(), [grant(), other], [notice('granted')])).toEqual([]);
    const settled = { ...other, state: 'declined' as const };
    expect(noticesFor(grant(), [grant(), settled], [notice('granted')])).toHaveLength(1);
  });

  it.each([
    ['come from a sender who was not verified', { sender: { kind: 'person', id: '3', name: '', isVerified: false } }],
    ['came before the request', { messageId: 99 }],
    ['came in another chat', { chatId: 9 }],
    ['are a warning', { verdict: { kind: 'lookalike', confidence: 0.8, because: [] } }],
    ['have buttons', { keyboard: 'other' }],
    ['only ask', { says: 'requested' }],
  ] as const)('count for nothing when they %s', (_case, changes) => {
    expect(noticesFor(grant(), [grant()], [notice('granted', changes as Partial<Sighting>)])).toEqual([]);
  });

  it('explain an answer that nobody understood for a month', () => {
    const unclear = grant({ state: 'unknown', answeredBy: 'elsewhere' });
    const seen = (day: number) => noticesFor(unclear, [unclear], [notice('granted', { sentAt: ASKED_AT + day * DAY })]);
    expect(seen(30)).toHaveLength(1);
    expect(seen(31)).toEqual([]);
  });

  it('of the portal itself are believed', () => {
    const system = notice('granted', { sender: { kind: 'notice', id: '', name: '', isVerified: false } });
    expect(noticesFor(grant(), [grant()], [system])).toHaveLength(1);
  });
});

describe('a request of a partner', () => {
  const afterSight = (
    ...[record, before, look, seen]: [ReturnType<typeof partner>, RequestCopy, Sighting | 'gone', ChangeContext?]
  ) => {
    const change = changeOf(record, before, look, seen ?? context());
    return (change?.events ?? []).reduce((each, event) => partnerAfter(each, event, NOW), record);
  };
  const active = revocable({ verdict: { kind: 'partnerActive', confidence: 0.99, because: ['partnerCommand'] } });

  it('is accepted, declined or unclear by the same signs', () => {
    expect(afterSight(partner(), ASKING, active)).toMatchObject({ state: 'active', startsAt: NOW });
    expect(afterSight(partner(), ASKING, silent({ tone: 'positive' })).state).toBe('active');
    expect(afterSight(partner(), ASKING, silent({ tone: 'negative' })).state).toBe('declined');
    expect(afterSight(partner(), ASKING, silent()).state).toBe('unknown');
    expect(afterSight(partner(), ASKING, 'gone').state).toBe('unknown');
  });

  it('has ended when its button is gone and any colour is new, else nobody can tell', () => {
    const record = partner({ state: 'active', startsAt: ASKED_AT, copies: [copyOf(active)] });
    expect(afterSight(record, copyOf(active), silent({ tone: 'positive' }))).toMatchObject({
      state: 'ended',
      endedAt: NOW,
    });
    expect(afterSight(record, copyOf(active), silent()).state).toBe('unknown');
  });
});

describe('whatever is seen', () => {
  const look = fc
    .record({
      keyboard: fc.constantFrom('answers', 'revoke', 'other', 'none'),
      says: fc.constantFrom('requested', 'granted', 'denied', 'ended', null),
      tone: fc.constantFrom('positive', 'negative', null),
      days: fc.constantFrom(null, 7),
    })
    .map((changes) => sighting(changes as Partial<Sighting>));
  const step = fc.record({
    look: fc.oneof(look, fc.constant('gone' as const)),
    press: fc.constantFrom(null, 'deny', 'end'),
  });

  const walk = (steps: { look: Sighting | 'gone'; press: 'deny' | 'end' | null }[]) => {
    let record = grant();
    let now = ASKED_AT;
    for (const { look, press } of steps) {
      now += HOUR;
      const [copy = ASKING] = record.copies;
      const seen = { now, lastLookAt: now - HOUR, pressed: press && { button: press, at: now }, notices: [] };
      const change = changeOf(record, copy, look, seen);
      for (const event of change?.events ?? []) record = grantAfter(record, event, now);
      const copies = [look === 'gone' ? { ...copy, keyboard: 'gone' as const } : copyOf(look)];
      record = { ...record, copies, answeredBy: change?.answeredBy ?? record.answeredBy };
    }
    return record;
  };

  it('nothing is granted without a sign of it', () => {
    const isSign = (seen: Sighting | 'gone') =>
      seen !== 'gone' && (seen.keyboard === 'revoke' || seen.says === 'granted' || seen.tone === 'positive');
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const record = walk(steps.filter((one) => !isSign(one.look)));
        expect(isRunning(record)).toBe(false);
        expect(record.startsAt).toBeNull();
      }),
    );
  });

  it('nothing is said to have ended without a sign of it', () => {
    const isSign = (seen: Sighting | 'gone') => seen !== 'gone' && (seen.says === 'ended' || seen.tone === 'negative');
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const record = walk(steps.filter((one) => one.press !== 'end' && !isSign(one.look)));
        expect(['revoked', 'ended']).not.toContain(record.state);
        expect(record.endedAt).toBeNull();
      }),
    );
  });
});
