/** What people say and ask about access, told by a surface. */

import * as v from 'valibot';
import { SignInsAnswer } from '../../bitrix24/access-schema.ts';
import type { SurfaceMessage } from '../../bitrix24/surface-protocol.ts';
import type { PortalRow } from '../../database/schema.ts';
import type { HistoryEntry, SignIns } from '../../domain/access/record.ts';
import type { RegisterRow } from '../../domain/access/view.ts';
import type { Desks } from '../desks.ts';
import type { Display } from '../display.ts';
import type { Effects } from '../effects.ts';
import type { HearHealth } from '../health/health-book.ts';
import { eventLogEvents } from '../health/health-events.ts';

type Wish<T extends SurfaceMessage['type']> = Extract<SurfaceMessage, { type: T }>;

/** The event log is read page by page. */
const PATIENCE = 25_000;
const PRESS_TAKES_EFFECT = 4_000;

export class AccessWishes {
  readonly #desks: Desks;
  readonly #display: Display;
  readonly #effects: Effects;
  readonly #look: (key: string, pause: number) => void;
  readonly #hear: HearHealth;

  /** `look` has a portal read for requests in `pause` ms; `hear` takes how the event log is. */
  constructor(
    desks: Desks,
    display: Display,
    effects: Effects,
    look: (key: string, pause: number) => void,
    hear: HearHealth,
  ) {
    this.#desks = desks;
    this.#display = display;
    this.#effects = effects;
    this.#look = look;
    this.#hear = hear;
  }

  /** Takes what a person says of a record; false when it does not fit, null for an unknown portal. */
  async tell({ key, id, event }: Wish<'access.told'>): Promise<boolean | null> {
    const result = await this.#desks.with(key, this.#now, (desk) => desk.tellAccess(id, event, this.#effects.now()));
    // What the press did, an event tells; where none comes, a look does.
    if (event.type === 'pressed' && result) this.#look(key, PRESS_TAKES_EFFECT);
    await this.#display.publish(key, { mayInject: false });
    return result ?? null;
  }

  /** Takes what a person entered by hand; its id, null when there is no room for it. */
  async enter({ key, record }: Wish<'access.entered'>): Promise<string | null> {
    const id = await this.#desks.with(key, this.#now, (desk) => desk.access.enter(record, this.#effects.now()));
    await this.#display.publish(key);
    return id ?? null;
  }

  /** The whole register of a portal, the newest first. */
  async register(key: string): Promise<RegisterRow[]> {
    return (await this.#desks.peek(key))?.accessRegister() ?? [];
  }

  history({ key, id }: Wish<'history.wanted'>): Promise<HistoryEntry[]> {
    return this.#desks.history(key, id);
  }

  /** Reads sign-ins during an access through a tab of the user, and keeps them with it; null where none can. */
  async signIns({ key, id }: Wish<'signIns.wanted'>): Promise<SignIns | null> {
    const desk = await this.#desks.peek(key);
    const record = desk?.access.register.get(id);
    if (!desk || record?.kind !== 'vendor' || record.startsAt === null) return null;
    // A page that the user left open would read with the session of whoever is signed in now.
    if (desk.session.context.hasLeft || desk.isPaused || !desk.isOn('signIns')) return null;
    const from = record.startsAt;
    const until = Math.min(record.endedAt ?? this.#effects.now(), this.#effects.now());
    const answer = await this.#askForSignIns(desk.row, from, until);
    if (!answer) return null;
    await this.#desks.with(key, this.#now, (each) => each.access.keepSignIns(id, answer, this.#effects.now()));
    await this.#display.publish(key, { mayInject: false });
    return answer;
  }

  /** Looks into the event log without keeping what stands there; null where no tab is there to ask. */
  async tryEventLog(key: string, from: number, until: number): Promise<SignIns | null> {
    const desk = await this.#desks.peek(key);
    return desk && !desk.session.context.hasLeft && !desk.isPaused ? this.#askForSignIns(desk.row, from, until) : null;
  }

  async #askForSignIns(row: PortalRow, from: number, until: number): Promise<SignIns | null> {
    const answer = await this.#askTabs(row, from, until);
    if (answer) this.#hear(row.key, eventLogEvents(answer, this.#effects.now()));
    return answer;
  }

  /** The first answer that tells something, else the last failure; null where no tab is there to ask. */
  async #askTabs({ origin, userId }: PortalRow, from: number, until: number): Promise<SignIns | null> {
    let failure: SignIns | null = null;
    for (const tabId of await this.#effects.tabsOf(origin)) {
      const answer = await this.#effects.askTab(tabId, { type: 'signIns.read', userId, from, until }, PATIENCE);
      const parsed = v.safeParse(SignInsAnswer, answer);
      if (!parsed.success) continue;
      // Another user may be signed in there, or the page may be on its way out.
      if (parsed.output.state !== 'failed') return parsed.output;
      failure = parsed.output;
    }
    return failure;
  }

  readonly #now = (): number => this.#effects.now();
}
