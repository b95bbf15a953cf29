/** Roles on Open Channels by access code, from the portal's own page: there is no method that tells them. */
import type { Fact, RoleGrant } from '../domain/chatapp/facts.ts';
import type { ChatAppSession, PageAnswer } from './chatapp-session.ts';
import { LONGEST_CODE, LONGEST_NAME, MOST_ROLE_GRANTS, nowhere } from './chatapp-shapes.ts';

/** Where cloud portals have it. */
const ROLES_PATH = '/contact_center/permissions/';
/** Tells where this portal has its Contact Center. */
const PATH_COMMAND = 'imopenlines.config.path.get';

const PAGE = {
  table: '.bx-vi-js-role-access-table',
  row: 'tr[data-access-code]',
  role: 'select.bx-vi-js-select-role',
  /** The portal's way to say in words that something is not for this user. */
  denial: '.errortext, .ui-alert-danger',
  /** The portal asks who is there. */
  signIn: 'form[name="form_auth"], input[name="USER_PASSWORD"]',
} as const;

/** Reads who has which role; `at` in epoch ms. How far a role reaches is on other pages, and stays unknown. */
export async function readRoles(session: ChatAppSession, at: number): Promise<Fact<readonly RoleGrant[]>> {
  let page = await session.page(ROLES_PATH);
  if ('why' in page && page.why === 'notAvailable') {
    const path = await otherPath(session);
    if (path) page = await session.page(path);
  }
  return rolesFact(page, at);
}

async function otherPath(session: ChatAppSession): Promise<string | null> {
  const reply = (await session.ask({ path: PATH_COMMAND }))('path');
  if ('why' in reply) return null;
  const { PUBLIC_PATH } = (reply.result ?? {}) as { PUBLIC_PATH?: unknown };
  // It is asked with the user's session: only a plain path of this very portal will do.
  if (typeof PUBLIC_PATH !== 'string' || !/^\/(?:[\w-]+\/){1,5}$/.test(PUBLIC_PATH)) return null;
  const path = `${PUBLIC_PATH}permissions/`;
  return path === ROLES_PATH ? null : path;
}

function rolesFact(answer: PageAnswer, at: number): Fact<readonly RoleGrant[]> {
  if ('why' in answer) return nowhere(answer.why);
  const page = new DOMParser().parseFromString(answer.html, 'text/html');
  if (page.querySelector(PAGE.signIn)) return nowhere('failed');
  const grants = rolesIn(page);
  if (grants) return { from: 'read', value: grants, at };
  return nowhere(page.querySelector(PAGE.denial) ? 'refused' : 'failed');
}

/** The grants on the page; null when it has no such table, or one that is drawn otherwise. */
export function rolesIn(page: Document): RoleGrant[] | null {
  const table = page.querySelector(PAGE.table);
  if (!table) return null;
  const grants = [...table.querySelectorAll<HTMLElement>(PAGE.row)].map(grantIn);
  if (grants.includes(null) || grants.length > MOST_ROLE_GRANTS) return null;
  // A role that was deleted means nothing any more.
  return grants.filter((grant) => grant !== null).filter(({ roleName }) => roleName !== '');
}

function grantIn(row: HTMLElement): RoleGrant | null {
  const options = [...row.querySelectorAll<HTMLOptionElement>(`${PAGE.role} option`)];
  const code = row.getAttribute('data-access-code') ?? '';
  if (options.length === 0 || code === '' || code.length > LONGEST_CODE) return null;
  // Where no option is marked the browser selects the first one, which nobody has chosen.
  const role = row.getAttribute('data-role-id');
  const chosen =
    options.find((option) => option.hasAttribute('selected')) ??
    options.find((option) => option.getAttribute('value') === role);
  const roleName = (chosen?.textContent ?? '').trim().slice(0, LONGEST_NAME);
  return { code, roleName, viewsLines: null, joins: null };
}
