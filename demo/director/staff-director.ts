import { changeTab, type TabChange } from '../model/card-tabs.ts';
import type { DemoDepartment, DemoEmployee, DemoLine, StaffState } from '../model/market-state.ts';
import { departmentOf, dropDepartment, lineOf, queueMembers, setEmployee } from '../model/staff.ts';
import type { Portal } from '../server/portal-site.ts';

/** Plays what happens around people, departments, Open Channels and the menu of CRM cards. */
export class StaffDirector {
  protected readonly portal: Portal;

  constructor(portal: Portal) {
    this.portal = portal;
  }

  /** Puts a whole queue in the place of another. */
  setQueue({ line, queue }: { line: number; queue: DemoLine['queue'] }): void {
    this.lineOf(line).queue = structuredClone(queue);
  }

  /** Changes name, order or activity of a line, or adds one. */
  setLine({ id, ...changes }: Partial<DemoLine> & { id: number }): void {
    const known = lineOf(this.portal.state, id);
    const base: DemoLine = { id, name: `${id}`, isActive: true, order: 'evenly', queue: [] };
    if (known) Object.assign(known, changes);
    else this.portal.state.staff.lines.push({ ...base, ...changes });
  }

  dropLine({ line }: { line: number }): void {
    const { staff } = this.portal.state;
    staff.lines = staff.lines.filter((each) => each !== this.lineOf(line));
  }

  /** Changes an employee, or adds one: another department, a dismissal, the rights of an administrator. */
  setEmployee(changes: Partial<DemoEmployee> & { id: number }): void {
    setEmployee(this.portal.state, changes);
  }

  /** Changes a department, or adds one. */
  setDepartment({ id, ...changes }: Partial<DemoDepartment> & { id: number }): void {
    const known = departmentOf(this.portal.state, id);
    const base: DemoDepartment = { id, name: `${id}`, parent: null, head: null };
    if (known) Object.assign(known, changes);
    else this.portal.state.staff.departments.push({ ...base, ...changes });
  }

  /** Dissolves a department; queues and access lists keep its id. */
  dropDepartment({ id }: { id: number }): void {
    dropDepartment(this.portal.state, id);
  }

  /** Puts a whole table of roles in the place of another. */
  setRoles(roles: StaffState['roles']): void {
    this.portal.state.staff.roles = structuredClone(roles);
  }

  setAdminList(adminList: StaffState['adminList']): void {
    this.portal.state.staff.adminList = adminList;
  }

  /** Takes the Open Channels from the portal, or gives them back. */
  setOpenLines(present: boolean): void {
    this.portal.state.staff.openLines = present;
  }

  /** Somebody hides, renames or crowds out a tab of CRM cards; cards show it when they are loaded again. */
  setTab(change: TabChange): void {
    changeTab(this.portal.state, change);
  }

  setStrip(strip: 'new' | 'old'): void {
    this.portal.state.scenario.crm.strip = strip;
  }

  staffState() {
    const { staff } = this.portal.state;
    return {
      employees: staff.employees.map((employee) => ({ ...employee })),
      departments: staff.departments.map((department) => ({ ...department })),
      lines: staff.lines.map((line) => ({ ...structuredClone(line), members: queueMembers(this.portal.state, line) })),
      roles: staff.roles.map((role) => ({ ...role })),
      adminList: staff.adminList,
      openLines: staff.openLines,
    };
  }

  private lineOf(id: number): DemoLine {
    const line = lineOf(this.portal.state, id);
    if (!line) throw new Error(`There is no line ${id}: take an id from staffState().lines.`);
    return line;
  }
}
