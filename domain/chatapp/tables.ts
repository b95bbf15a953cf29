/**
 * The three questions, one table each, for facts that are all settled. The first row that fits answers; several
 * outcomes in one row are readings between which ChatApp does not decide.
 */
import type { ReadingId, Rule } from './ambiguities.ts';

type YesNo = 'yes' | 'no';

interface Outcome {
  verdict: YesNo;
  /** The readings that this outcome takes; none when it is stated. */
  takes: readonly ReadingId[];
}

/** An outcome with the row that gave it. */
export type OfRow<O extends Outcome> = O & { row: number; rule: Rule };

/** The conditions of a row; what is not named may be anything. */
type When<W> = { readonly [K in keyof W]?: readonly W[K][] };

interface Row<W, O extends Outcome> {
  when: When<W>;
  outcomes: readonly OfRow<O>[];
}

export interface SeeWorld {
  administrator: YesNo;
  /** Sees the installer's page of an unfinished installation. */
  installer: YesNo;
  installation: 'finished' | 'unfinished' | 'absent';
  list: 'empty' | 'matched' | 'notMatched';
}

export interface SeeOutcome extends Outcome {
  /** What opening the application itself gives. */
  app: 'opens' | 'installerPage' | 'refused';
}

export interface OpenWorld {
  administrator: YesNo;
  password: boolean;
  personal: boolean;
  steps: 'done' | 'missing';
  account: YesNo;
}

export interface OpenOutcome extends Outcome {
  asksPassword: YesNo;
  account: 'owner' | 'personal' | 'none';
}

export interface StartWorld {
  administrator: YesNo;
  responsible: boolean;
  queue: YesNo;
  role: YesNo;
}

export type StartOutcome = Outcome;

/** `number` is the row's in the decision table of its stage; a row of several cases stands here several times. */
const row = <W, O extends Outcome>(number: number, rule: Rule, when: When<W>, ...outcomes: O[]): Row<W, O> => ({
  when,
  outcomes: outcomes.map((each) => ({ ...each, row: number, rule })),
});

const see = (verdict: YesNo, app: SeeOutcome['app']): SeeOutcome => ({ verdict, app, takes: [] });

export const SEE_TABLE: readonly Row<SeeWorld, SeeOutcome>[] = [
  row(1, 'C3', { installation: ['unfinished'], installer: ['yes'] }, see('no', 'installerPage')),
  row(1, 'C3', { installation: ['unfinished', 'absent'] }, see('no', 'refused')),
  row(5, 'platform', { administrator: ['yes'] }, see('yes', 'opens')),
  row(2, 'C6', { list: ['empty'] }, see('yes', 'opens')),
  row(3, 'C5', { list: ['matched'] }, see('yes', 'opens')),
  row(4, 'C5', { list: ['notMatched'] }, see('no', 'refused')),
];

const open = (
  verdict: YesNo,
  asksPassword: YesNo,
  account: OpenOutcome['account'],
  ...takes: ReadingId[]
): OpenOutcome => ({ verdict, asksPassword, account, takes });

/** Personal accounts are on for somebody for whom they cannot work. `account`: they have a login to type. */
const stranded = (account: YesNo, ...takes: ReadingId[]): readonly OpenOutcome[] => [
  open('no', 'no', 'none', ...takes, 'error'),
  open(account, 'yes', account === 'yes' ? 'personal' : 'none', ...takes, 'passwordForm'),
  open('yes', 'no', 'owner', ...takes, 'ownerInstead'),
];

const EITHER_ACCOUNT = [
  open('yes', 'no', 'owner', 'ownerForAdministrator'),
  open('yes', 'no', 'personal', 'personalForAdministrator'),
];

const ADMINISTRATOR: When<OpenWorld> = { administrator: ['yes'] };
const READY: When<OpenWorld> = { steps: ['done'], account: ['yes'] };
const PASSWORD_OFF: When<OpenWorld> = { password: [false] };
const PERSONAL_OFF: When<OpenWorld> = { personal: [false] };
const HAS_ACCOUNT: When<OpenWorld> = { account: ['yes'] };
const TYPES_IN = open('yes', 'yes', 'personal', 'passwordIsAsked');

export const OPEN_TABLE: readonly Row<OpenWorld, OpenOutcome>[] = [
  row(6, 'C10', { ...ADMINISTRATOR, ...PERSONAL_OFF, password: [true] }, ...EITHER_ACCOUNT),
  row(8, 'C12', { ...ADMINISTRATOR, ...PERSONAL_OFF }, ...EITHER_ACCOUNT),
  row(7, 'C11', { ...ADMINISTRATOR, ...READY }, ...EITHER_ACCOUNT),
  // Only that no password is asked is certain: no rule tells what an administrator without an account meets.
  row(7, 'C11', ADMINISTRATOR, ...EITHER_ACCOUNT, open('no', 'no', 'none', 'error')),
  row(1, 'C8', { ...PASSWORD_OFF, ...PERSONAL_OFF }, open('yes', 'no', 'owner')),
  row(2, 'C11', { ...PASSWORD_OFF, ...READY }, open('yes', 'no', 'personal')),
  row(3, 'C11', { ...PASSWORD_OFF, ...HAS_ACCOUNT }, ...stranded('yes')),
  row(3, 'C11', PASSWORD_OFF, ...stranded('no')),
  row(
    4,
    'C9',
    { ...PERSONAL_OFF, ...HAS_ACCOUNT },
    open('yes', 'yes', 'personal', 'typedAccount'),
    open('yes', 'yes', 'owner', 'ownerWhileOff'),
  ),
  // Nobody can type a login that they do not have.
  row(4, 'C9', PERSONAL_OFF, open('no', 'yes', 'none')),
  row(5, 'C9', READY, TYPES_IN, open('yes', 'no', 'personal', 'personalSignsIn')),
  row(5, 'C9', HAS_ACCOUNT, TYPES_IN, ...stranded('yes', 'personalSignsIn')),
  row(5, 'C9', {}, open('no', 'yes', 'none', 'passwordIsAsked'), ...stranded('no', 'personalSignsIn')),
];

const start = (verdict: YesNo, ...takes: ReadingId[]): StartOutcome => ({ verdict, takes });
const EITHER_ACCESS = [start('yes', 'optionAlone'), start('no', 'accessAsWell')];
const FREE: When<StartWorld> = { responsible: [false] };

export const START_TABLE: readonly Row<StartWorld, StartOutcome>[] = [
  row(7, 'C15', { administrator: ['yes'], responsible: [true] }, start('yes')),
  row(8, 'C15', { administrator: ['yes'] }, start('yes')),
  row(1, 'C7', { ...FREE, queue: ['yes'], role: ['yes'] }, start('yes')),
  row(2, 'C7', { ...FREE, role: ['yes'] }, start('yes', 'optionAlone'), start('no', 'queueAsWell')),
  row(3, 'C7', FREE, ...EITHER_ACCESS),
  row(4, 'C13', { queue: ['yes'], role: ['yes'] }, start('yes')),
  row(5, 'C13', { queue: ['yes'] }, ...EITHER_ACCESS),
  row(6, 'C14', {}, start('no')),
];

/** What the table says of these facts, in every reading. */
export function outcomesIn<W extends object, O extends Outcome>(
  table: readonly Row<W, O>[],
  world: W,
): readonly OfRow<O>[] {
  const found = table.find(({ when }) => {
    for (const name in when) if (!when[name]?.includes(world[name])) return false;
    return true;
  });
  if (!found) throw new Error('a decision table has no row for these facts');
  return found.outcomes;
}
