/** The texts that explain what an employee may do, gate by gate; every language has to supply them. */
import type { Ambiguity, ReadingId, Rule } from './chatapp/ambiguities.ts';
import type { Option, Step, Unread } from './chatapp/facts.ts';
import type { GateId, GateState, Place, Verdict } from './chatapp/gates.ts';
import type { StageId } from './chatapp/stage.ts';
import type { OpenOutcome, SeeOutcome } from './chatapp/tables.ts';

/** All that can be found at a gate. */
export const FINDINGS = [
  'installed',
  'unfinished',
  'absent',
  'installationUnread',
  'integrator',
  'installer',
  'standingUnread',
  'listExempt',
  'listEmpty',
  'listed',
  'notListed',
  'listUnread',
  'listUnclear',
  'optionExempt',
  'optionOn',
  'optionOff',
  'optionUnread',
  'optionReset',
  'stepsDone',
  'stepsOpen',
  'stepsUnread',
  'accountHas',
  'accountHasNot',
  'accountUnread',
  'roleExempt',
  'roleFound',
  'roleNone',
  'roleShort',
  'roleUnclear',
  'roleUnread',
  'queueExempt',
  'queueNamed',
  'queueByDepartment',
  'queueElsewhere',
  'queueOut',
  'queueOutOfAll',
  'queueNoLines',
  'queueInSome',
  'queueUnread',
] as const;
export type Finding = (typeof FINDINGS)[number];

/** What puts a gate right, or makes it certain. */
export const FIXES = [
  'finishInstallation',
  'install',
  'lookAtApplication',
  'askAboutStanding',
  'addToList',
  'lookAtList',
  'lookAtOption',
  'finishSteps',
  'giveAccount',
  'lookAtAccount',
  'giveRole',
  'lookAtRoles',
  'addToQueue',
  'addByName',
  'lookAtQueue',
] as const;
export type Fix = (typeof FIXES)[number];

/** What the employee meets on the screen. */
export const MEETINGS = [
  'noTabs',
  'noRights',
  'notFinished',
  'notInstalled',
  'installerPage',
  'loginForm',
  'denied',
] as const;
export type Meeting = (typeof MEETINGS)[number];

/** What people complain of. */
export const SYMPTOMS = ['noTabs', 'asksPassword', 'ownerSigns', 'denied', 'onlyForMe'] as const;
export type Symptom = (typeof SYMPTOMS)[number];

export const EXPLAINER_VIEWS = ['employee', 'line', 'compare'] as const;
export type ExplainerView = (typeof EXPLAINER_VIEWS)[number];

export const WHO_CAN_COLUMNS = ['employee', 'departments', 'verdict', 'why'] as const;
export type WhoCanColumn = (typeof WHO_CAN_COLUMNS)[number];

/** What cannot be told when it hangs on something. */
type Open = 'depends' | 'unknown';

interface Told {
  title: string;
  text: string;
}

interface ToldWhy {
  title: string;
  text: (why: string) => string;
}

export interface ExplainerMessages {
  title: string;
  lead: string;
  /** Stands under every list of employees. */
  integrators: string;
  notWhole: string;
  views: { label: string; view: Record<ExplainerView, string> };
  none: {
    unread: Told;
    unreadNoTab: string;
    failed: ToldWhy;
    noStaff: Told;
    noLines: Told;
    linesFailed: ToldWhy;
    goneEmployee: Told;
    goneLine: Told;
    notFound: Told;
  };
  readAgain: string;
  picker: {
    label: string;
    hint: string;
    /** `total` employees, of which `shown` fit. */
    shown: (shown: number, total: number) => string;
    clear: string;
    list: string;
    column: Record<'employee' | 'departments' | 'id', string>;
    arrows: string;
    another: string;
    number: (id: string) => string;
    unnamed: (id: string) => string;
    compareWith: string;
    first: string;
    second: string;
  };
  line: {
    label: string;
    any: string;
    off: (name: string) => string;
    /** Genitive, as the next one. */
    unnamed: (id: string) => string;
    /** By itself. */
    nameless: (id: string) => string;
    /** Genitive where the language has one: "of the line “Sales”". */
    named: (name: string) => string;
    every: string;
  };
  symptom: {
    label: string;
    lead: string;
    name: Record<Symptom, string>;
    /** What to look at. */
    check: Record<Symptom, readonly string[]>;
    chooseEmployee: string;
    compareWithMe: string;
    clear: string;
  };
  stage: Record<StageId, string>;
  /** One word beside the icon. */
  verdictWord: Record<Verdict, string>;
  /** With the name of the employee, without a full stop. */
  verdict: Record<StageId, Record<Verdict, (name: string) => string>>;
  because: (verdict: string, reason: string) => string;
  /** The stage by itself, when one before it is closed. */
  alone: Record<Verdict, string>;
  app: Record<SeeOutcome['app'] | Open, string>;
  password: Record<OpenOutcome['asksPassword'] | Open, string>;
  account: Record<OpenOutcome['account'] | Open, string>;
  sides: { password: string; account: string; ifOpen: string };
  meets: { heading: string; words: Record<Meeting, string> };
  gate: Record<GateId, string>;
  gates: {
    heading: (count: number) => string;
    decides: string;
    lookHere: string;
    where: string;
    basis: string;
  };
  state: Record<GateState, string>;
  opens: Record<Verdict, string>;
  /** What was found, as a clause that follows a colon or becomes a sentence; takes what it speaks of. */
  finding: Record<Finding, (of: string) => string>;
  /** An entry of the access list, by what its code means. */
  code: {
    user: string;
    department: (name: string) => string;
    departmentTree: (name: string) => string;
    everyone: string;
    other: string;
    unnamedDepartment: (id: string) => string;
  };
  option: Record<Option, string>;
  step: Record<Step, string>;
  source: {
    read: (age: string) => string;
    entered: (by: string, date: string) => string;
    enteredUnnamed: (date: string) => string;
    /** It was read and leaves the question open. */
    unclear: string;
    nowhere: Record<Unread, string>;
  };
  rule: Record<Rule, string>;
  ruleName: (rule: string) => string;
  platform: string;
  place: Record<Place['kind'], string>;
  placeOfLine: (line: string) => string;
  fix: Record<Fix, (of: string) => string>;
  readings: {
    heading: string;
    /** One reading: its conditions and what follows. */
    line: (conditions: string, answer: string) => string;
    /** Joins several conditions. */
    and: string;
    otherwise: (answer: string) => string;
    answer: Record<'yes' | 'no', string>;
    shown: string;
    password: string;
    account: string;
    passwordAnswer: Record<OpenOutcome['asksPassword'], string>;
    accountAnswer: Record<OpenOutcome['account'], string>;
  };
  /** Conditions: the clauses after "if", without it. */
  reading: Record<ReadingId, string>;
  /** Full sentences. */
  ambiguity: Record<Ambiguity, string>;
  aside: string;
  unread: {
    heading: string;
    lead: string;
    readAgain: string;
    answer: string;
    openApplication: string;
    /** Links to where it is answered. */
    toOptions: string;
    toAccounts: string;
    askAdministrator: string;
    lookYourself: string;
  };
  whoCan: {
    lead: string;
    chooseLine: string;
    filter: string;
    count: Record<Verdict, (count: number) => string>;
    nobody: Told;
    column: Record<WhoCanColumn, string>;
    fileColumn: Record<'id' | 'line' | 'rule', string>;
    copy: string;
    copyHint: string;
    shown: (shown: number, total: number) => string;
    search: string;
    heading: (line: string) => string;
  };
  compare: {
    lead: string;
    parting: (stage: string) => string;
    same: string;
    sameButGates: string;
    differences: string;
    alike: (count: number) => string;
    notMet: string;
    swap: string;
    another: string;
    more: string;
    explain: (name: string) => string;
    gate: string;
  };
  letters: {
    heading: string;
    lead: string;
    employee: string;
    colleague: string;
    copyEmployee: string;
    copyColleague: string;
    greeting: (name: string) => string;
    greetingColleague: string;
    about: (host: string, date: string) => string;
    stage: (stage: string, verdict: string) => string;
    stageOf: Record<StageId, string>;
    verdict: Record<Verdict, string>;
    /** Instead of a cause that nobody could read. */
    unknown: string;
    cause: (cause: string) => string;
    uncertain: (sentence: string) => string;
    todo: (todo: string) => string;
    byAdministrator: string;
    refresh: string;
    allGood: string;
    stillTrouble: string;
    request: (host: string) => string;
    who: (name: string, id: string) => string;
    complaint: (sentence: string) => string;
    where: (where: string) => string;
    careful: string;
    check: string;
    asOf: (date: string) => string;
    placeOf: Record<Place['kind'], string>;
  };
}
