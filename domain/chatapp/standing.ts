/** Who counts as an administrator, to the portal and to ChatApp. */
import { type Employee, isKnown, type Standing } from './facts.ts';
import { known, reading, unread, type Variable } from './worlds.ts';

type YesNo = 'yes' | 'no';

/** ChatApp speaks of portal administrators only; who else may be meant is not published. */
const UNCLEAR: Variable<YesNo> = [[reading('yes', 'administrator'), reading('no', 'noAdministrator')]];
const UNREAD = unread<YesNo>('yes', 'no');
const YES = known<YesNo>('yes');
const NO = known<YesNo>('no');

const TO_PORTAL: Readonly<Record<Standing, Variable<YesNo>>> = {
  administrator: YES,
  integrator: UNCLEAR,
  installer: NO,
  employee: NO,
};
const TO_CHATAPP: Readonly<Record<Standing, Variable<YesNo>>> = { ...TO_PORTAL, installer: UNCLEAR };
const TO_INSTALLER: Readonly<Record<Standing, Variable<YesNo>>> = { ...TO_PORTAL, installer: YES };

/** An administrator to the portal itself, which the access list never keeps out. */
export const administratorToPortal = (employee: Employee) => by(TO_PORTAL, employee);

/** An administrator in the sense of ChatApp's options. */
export const administratorToChatApp = (employee: Employee) => by(TO_CHATAPP, employee);

/** May finish an installation. */
export const mayInstall = (employee: Employee) => by(TO_INSTALLER, employee);

const by = (table: Readonly<Record<Standing, Variable<YesNo>>>, { standing }: Employee) =>
  isKnown(standing) ? table[standing.value] : UNREAD;

/** True for somebody who is an administrator without any doubt. */
export const isAdministrator = ({ standing }: Employee): boolean =>
  isKnown(standing) && standing.value === 'administrator';
