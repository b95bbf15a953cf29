/** The portal's event log: who signed in, from where, and other things that an administrator may read there. */
import type { LogRow } from './access-state.ts';
import { ACCESS_TEXTS } from './access-texts.ts';
import { addAccount } from './cast.ts';
import type { Person, PortalState } from './state.ts';

const HOUR = 3_600_000;

export interface SignInWish {
  userId?: number;
  ip?: string;
  /** ISO date; by default now. */
  at?: string;
  /** Who signs in, when nobody has that id yet. */
  kind?: Person['account'];
}

const IDS: Record<Person['account'], number> = { employee: 1003, controller: 9001, integrator: 3001 };

/** Somebody signs in; whoever is not known yet gets an account of the given kind. */
export function signIn(state: PortalState, { userId, ip = '203.0.113.24', at, kind = 'employee' }: SignInWish): LogRow {
  const id = userId ?? IDS[kind];
  if (!state.people.has(id)) addAccount(state, kind, nameOf(state, kind), id);
  const method = { userId: id, method: kind === 'controller' ? 'controller' : 'password' };
  return addRow(state, 'USER_AUTHORIZE', id, ip, at ? Date.parse(at) : Date.now(), method);
}

/** A partner's employee gets an account with the rights of an administrator. */
export function addIntegrator(state: PortalState, { name, userId }: { name?: string; userId?: number }): Person {
  return addAccount(state, 'integrator', name ?? nameOf(state, 'integrator'), userId ?? IDS.integrator);
}

const nameOf = (state: PortalState, kind: Person['account']) => ACCESS_TEXTS[state.scenario.user.language].names[kind];

/** What stands in every log: colleagues come and go, and somebody mistypes a password. */
export function addUsualSignIns(state: PortalState, now: number): void {
  const row = (type: string, userId: number, hours: number) =>
    addRow(state, type, userId, '198.51.100.7', now - hours * HOUR, { userId, method: 'password' });
  row('USER_AUTHORIZE', 1001, 50);
  row('USER_LOGOUT', 1001, 42);
  row('USER_LOGIN', 0, 27);
  row('USER_AUTHORIZE', 1002, 26);
  row('USER_AUTHORIZE', state.userId, 3);
}

function addRow(
  { access }: PortalState,
  type: string,
  userId: number,
  address: string,
  at: number,
  description: unknown,
) {
  const row: LogRow = { id: 0, at, severity: 'SECURITY', auditTypeId: type, userId, address, description };
  access.log.push(row);
  // Ids follow the time, whatever the order in which the director tells.
  access.log.sort((a, b) => a.at - b.at);
  for (const [n, one] of access.log.entries()) one.id = 90_001 + n;
  return row;
}
