/** Applications of a demo portal, and who works there: what the pages of the Market, CRM and Contact Center show. */

/** A tab of an application in CRM cards; its number is a new one after every installation. */
export interface DemoPlacement {
  id: number;
  /** Such as `CRM_DEAL_DETAIL_TAB`. */
  code: string;
  title: string;
}

export interface DemoConnector {
  id: string;
  title: string;
  /** Line it is bound to; null: none. */
  line: number | null;
}

export interface DemoApp {
  id: number;
  code: string;
  name: string;
  developer: string;
  isActive: boolean;
  /** Its installation has come to an end; until then its tabs are hidden from everybody. */
  isInstalled: boolean;
  /** Left the Market: its card has no name, and it cannot be installed again. */
  isUnpublished: boolean;
  /** Access codes as they are stored, joined by commas; the portal loses a list beyond 2000 characters silently. */
  access: string[];
  placements: DemoPlacement[];
  connectors: DemoConnector[];
  robots: string[];
  /** Application options: gone after an uninstallation that deletes data. */
  options: Record<string, string>;
  /** True for applications without an installer of their own. */
  installsAtOnce: boolean;
  /** Origin of its server: what the form of its frame posts to. */
  handler: string;
  hasUpdate: boolean;
  /** What its maker's server registers on the portal at the end of an installation. */
  atVendor: VendorMemory;
}

export interface VendorMemory {
  tabs: Omit<DemoPlacement, 'id'>[];
  connectors: DemoConnector[];
  robots: string[];
}

/** What went with an uninstallation. */
export interface Uninstallation {
  code: string;
  /** Settings and data went as well. */
  wiped: boolean;
  placements: DemoPlacement[];
  connectors: DemoConnector[];
  robots: string[];
  options: Record<string, string>;
}

export interface MarketState {
  generation: 'new' | 'old';
  apps: DemoApp[];
  nextPlacementId: number;
  /** The portal refuses to uninstall, in these words; null: it does not. */
  uninstallVeto: string | null;
  /** The portal refuses to install; null: it does not. */
  installError: InstallError | null;
  /** Nothing is installed without a subscription; pages of the old generation say so before they ask the portal. */
  wantsSubscription: boolean;
  /** All there were, the first one first. */
  uninstallations: Uninstallation[];
}

export interface InstallError {
  error: string;
  errorDescription: string;
  /** Names the page that sells what is missing; empty: there is none. */
  helperCode: string;
}

export interface DemoEmployee {
  id: number;
  firstName: string;
  lastName: string;
  departments: number[];
  isAdministrator: boolean;
  isActive: boolean;
  /** Sent by a partner: in no list of employees. */
  isIntegrator: boolean;
}

export interface DemoDepartment {
  id: number;
  name: string;
  parent: number | null;
  head: number | null;
}

export interface DemoLine {
  id: number;
  name: string;
  isActive: boolean;
  order: 'evenly' | 'strictly' | 'all';
  queue: { kind: 'user' | 'department'; id: number }[];
}

export interface StaffState {
  employees: DemoEmployee[];
  departments: DemoDepartment[];
  lines: DemoLine[];
  /** Roles on Open Channels as they are given to access codes. */
  roles: { code: string; role: string }[];
  /** `absent`: there is no such method; `refused`: not for this user. */
  adminList: 'open' | 'absent' | 'refused';
  /** False: a portal without Open Channels. */
  openLines: boolean;
}
