/** What this browser holds, as far as a settings file is about it: the user's own values, before any policy. */
import type { Here, PortalHere } from '../../domain/settings-file/here.ts';
import type { Desks } from '../desks.ts';
import type { House } from '../house.ts';
import type { PortalDesk } from '../portal-desk.ts';

export async function whatIsHere(desks: Desks, house: House): Promise<Here> {
  await house.ready();
  const all = await desks.all();
  return { preferences: house.own, portals: all.map((desk) => portalHere(desk, house)) };
}

function portalHere({ row, notes, access }: PortalDesk, house: House): PortalHere {
  const { key, origin, userId, settings, chip } = row;
  const known = house.portalOf(origin);
  return {
    key,
    address: origin,
    prefix: known?.prefix ?? '/',
    ...{ userId, settings, chip },
    look: known ? { label: known.label, colour: known.colour } : null,
    notes: notes.all,
    records: access.register.all,
  };
}
