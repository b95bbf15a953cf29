/** What a scenario says of the staff and of CRM cards. */
import type { DemoDepartment, DemoEmployee, DemoLine, StaffState } from './market-state.ts';

export interface ScenarioStaff {
  /** In place of the usual ones. */
  employees: DemoEmployee[] | null;
  departments: DemoDepartment[] | null;
  lines: DemoLine[] | null;
  roles: StaffState['roles'] | null;
  /** Adds so many generated employees and departments. */
  manyEmployees: number;
  manyDepartments: number;
  /** Sales lies below wholesale, which lies below sales. */
  departmentCycle: boolean;
  /** So many of a partner's people: with the rights of administrators, and in no list of employees. */
  integrators: number;
  adminList: StaffState['adminList'];
  /** False: a portal without Open Channels. */
  openLines: boolean;
  /** The token expires, once, when somebody asks for the employees from this number on; null: it does not. */
  userListBreaksAt: number | null;
}

export interface ScenarioCrm {
  /** How cards draw their tabs; `?strip=` in the address goes first. */
  strip: 'new' | 'old';
  /** Titles of tabs that somebody has put away, and of those that do not fit. */
  hiddenTabs: string[];
  crowdedTabs: string[];
  /** Title → the name that somebody gave it. */
  renamedTabs: Record<string, string>;
  /** Line settings of the older kind: persons alone, in a list of words. */
  oldQueue: boolean;
  /** False: the installer of an application stays open until the director finishes it. */
  installerFinishes: boolean;
}

export const USUAL_STAFF: ScenarioStaff = {
  employees: null,
  departments: null,
  lines: null,
  roles: null,
  manyEmployees: 0,
  manyDepartments: 0,
  departmentCycle: false,
  integrators: 0,
  adminList: 'open',
  openLines: true,
  userListBreaksAt: null,
};

export const USUAL_CRM: ScenarioCrm = {
  strip: 'new',
  hiddenTabs: [],
  crowdedTabs: [],
  renamedTabs: {},
  oldQueue: false,
  installerFinishes: true,
};
