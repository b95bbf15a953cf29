/** What people do with portals as a whole: add one, name and colour it, pause it, forget it. */
import { type AddressAnswer, parsePortalAddress } from '../../bitrix24/portal-address.ts';
import { permissionPattern } from '../../bitrix24/portal-scripts.ts';
import type { LatchdeskDatabase } from '../../database/schema.ts';
import { leftovers, wipe } from '../../database/wipe.ts';
import { servesAddress } from '../../domain/policy.ts';
import { type AddedPortal, addressAt, type PortalAddress } from '../../domain/portals/address.ts';
import { cleanLabel, type KnownPortal, nextColour, withPause } from '../../domain/portals/known-portal.ts';
import { covers } from '../../domain/portals/match-pattern.ts';
import type { MoveOutcome, MovePreview } from '../../domain/portals/moved.ts';
import type { WipeProof } from '../../domain/privacy.ts';
import type { Desks } from '../desks.ts';
import type { Display } from '../display.ts';
import type { Effects } from '../effects.ts';
import type { House } from '../house.ts';
import type { Books } from '../market/books.ts';
import type { Own } from '../own/own-protocol.ts';
import { PortalMoves } from './portal-moves.ts';
import type { PortalPages } from './portal-pages.ts';
import type { Reconciler } from './reconciler.ts';

export interface AdminParts {
  desks: Desks;
  books: Books;
  house: House;
  database: LatchdeskDatabase;
  display: Display;
  effects: Effects;
  pages: PortalPages;
  reconciler: Reconciler;
  /** Lets go of what others hold in memory of a portal, of all for null; runs before anything is deleted. */
  letGo: (key: string | null) => Promise<void>;
  /** What others hold in memory is read again; runs after something was deleted. */
  readAgain: () => Promise<void>;
}

export class PortalAdmin {
  readonly #parts: AdminParts;
  readonly #moves: PortalMoves;

  constructor(parts: AdminParts) {
    this.#parts = parts;
    this.#moves = new PortalMoves(parts);
  }

  /** Adds a portal for which the permission was given a moment ago, and starts in its pages that are open. */
  async add({ address, choices }: Own<'portal.added'>): Promise<AddedPortal> {
    const { house, effects } = this.#parts;
    const answer: AddressAnswer = parsePortalAddress(address, choices);
    if ('refusal' in answer) return answer;
    const place = answer.address;
    if (!servesAddress(house.policy, addressAt(place, '/'))) return this.#refuse(place, 'policy');
    if (place.kind === 'cloud') await house.meet(place.origin, effects.now());
    const { origin } = place;
    if (house.portalOf(origin)) {
      // It may have come without its permission, which is here now.
      await this.#parts.reconciler.run();
      return { origin, isKnown: true };
    }
    const pattern = permissionPattern(place, effects.takesPorts());
    const granted = await effects.grantedOrigins();
    if (!granted.some((each) => covers(each, pattern))) return { refusal: 'noPermission' };
    await house.keepPortal(this.#newPortal(place, pattern));
    await this.#parts.reconciler.run();
    await effects.joinTabs(place, []);
    await this.#parts.display.refresh();
    return { origin, isKnown: false };
  }

  #newPortal({ origin, prefix }: PortalAddress, pattern: string): KnownPortal {
    const { house, effects } = this.#parts;
    const place = { origin, prefix, source: 'added', pattern } as const;
    return { ...place, label: '', colour: nextColour(house.known), pause: null, addedAt: effects.now() };
  }

  /** A permission that was given for nothing is given back. */
  async #refuse(place: PortalAddress, refusal: 'policy'): Promise<AddedPortal> {
    if (place.kind === 'own') await this.#drop(permissionPattern(place, this.#parts.effects.takesPorts()));
    return { refusal };
  }

  /** Unless another portal needs it. */
  async #drop(pattern: string): Promise<void> {
    const { house, effects } = this.#parts;
    if (!house.known.some((other) => covers(pattern, other.pattern))) await effects.dropOrigin(pattern);
  }

  /** Names, colours or pauses a portal; its pages follow at once. */
  async change({ origin, changes }: Own<'portal.changed'>): Promise<void> {
    const { house, effects, pages, reconciler } = this.#parts;
    const wasPaused = house.whyPaused(origin) !== null;
    const portal = await house.changePortal(origin, (before) => withChanges(before, changes, effects.now()));
    if (!portal) return;
    if (changes.isPaused !== undefined) await reconciler.run();
    const isPaused = house.whyPaused(origin) !== null;
    if (wasPaused && !isPaused) await pages.comeBack(origin);
    // A name and a colour are told in the same way as a pause.
    else await pages.follow([origin]);
  }

  /** Forgets a portal with all of its users; one that was added is not let in any more. */
  async remove(origin: string): Promise<WipeProof> {
    const { desks, house, database, pages, letGo } = this.#parts;
    const portal = house.portalOf(origin);
    await pages.farewell(origin);
    const before = await leftovers(database, origin);
    for (const key of await desks.keysOf(origin)) await letGo(key);
    const left = await desks.forgetAround(origin, () => wipe(database, origin));
    await house.forgetPortal(origin);
    await this.#leave(portal);
    return this.#proof(before, left);
  }

  /** Scripts and permission of a portal that is not known any more. */
  async #leave(portal: KnownPortal | undefined): Promise<void> {
    await this.#parts.reconciler.run();
    if (portal?.source === 'added') await this.#drop(portal.pattern);
    await this.#parts.readAgain();
    await this.#parts.display.refresh();
  }

  /** What moving a portal to another address would do. */
  planMove({ from, to }: Own<'move.planned'>): Promise<MovePreview> {
    return this.#moves.plan({ from, to });
  }

  /** Moves a portal to another address and forgets the old one; one that was added is not let in any more. */
  async move({ from, to }: Own<'portal.moved'>): Promise<MoveOutcome> {
    const portal = this.#parts.house.portalOf(from);
    const outcome = await this.#moves.move({ from, to });
    if (!('refusal' in outcome)) await this.#leave(portal);
    return outcome;
  }

  /** Forgets everything; portals that were added are not let in any more. */
  async wipeAll(): Promise<WipeProof> {
    const { desks, house, database, display, effects, pages, reconciler, letGo, readAgain } = this.#parts;
    const { known } = house;
    for (const { origin } of known) await pages.farewell(origin);
    const before = await leftovers(database, null);
    await letGo(null);
    const left = await desks.forgetAround(null, () => wipe(database, null));
    await house.reload();
    await reconciler.run();
    for (const { source, pattern } of known) if (source === 'added') await this.#drop(pattern);
    await readAgain();
    await display.refresh();
    await effects.keepFront(display.front());
    return this.#proof(before, left);
  }

  #proof(before: WipeProof['left'], left: WipeProof['left']): WipeProof {
    const rowsIn = (parts: WipeProof['left']) => parts.reduce((sum, { rows }) => sum + rows, 0);
    return { at: this.#parts.effects.now(), removed: rowsIn(before) - rowsIn(left), left };
  }
}

function withChanges(portal: KnownPortal, changes: Own<'portal.changed'>['changes'], now: number): KnownPortal {
  const { label, colour, isPaused } = changes;
  const named = {
    ...portal,
    ...(label !== undefined && { label: cleanLabel(label) }),
    ...(colour !== undefined && { colour }),
  };
  return isPaused === undefined ? named : withPause(named, isPaused, now);
}
