/** What was found at a gate, as a clause of a sentence, and what would put it right. */
import type { ExplainerMessages, Finding, Fix } from '../explainer-text.ts';
import { codeWords, type Directory, lineWords } from './directory.ts';
import type { Option } from './facts.ts';
import type { Detail, Gate } from './gates.ts';

type Of<K extends Detail['kind']> = Extract<Detail, { kind: K }>;

/** Names what was found at a gate. */
export function findingOf(gate: Gate, directory: Directory): Finding {
  const { detail, state } = gate;
  switch (detail.kind) {
    case 'installation':
      return detail.state === null ? 'installationUnread' : INSTALLATION[detail.state];
    case 'standing':
      return detail.standing === 'integrator' || detail.standing === 'installer' ? detail.standing : 'standingUnread';
    case 'accessList':
      return listFinding(gate, detail);
    case 'option':
      return optionFinding(gate, detail);
    case 'steps':
      return detail.open.length > 0 ? 'stepsOpen' : detail.unread.length > 0 ? 'stepsUnread' : 'stepsDone';
    case 'account':
      return detail.has === null ? 'accountUnread' : detail.has ? 'accountHas' : 'accountHasNot';
    case 'role':
      return roleFinding(gate, detail);
    case 'queue':
      return state === 'exempt' ? 'queueExempt' : queueFinding(gate, detail, directory);
  }
}

const INSTALLATION = { finished: 'installed', unfinished: 'unfinished', absent: 'absent' } as const;

function listFinding({ state }: Gate, { code, size }: Of<'accessList'>): Finding {
  if (state === 'exempt') return 'listExempt';
  if (size === null) return 'listUnread';
  if (state === 'couldNotRead') return 'listUnclear';
  if (size === 0) return 'listEmpty';
  return code === null ? 'notListed' : 'listed';
}

function optionFinding({ state }: Gate, { isOn }: Of<'option'>): Finding {
  if (state === 'exempt') return 'optionExempt';
  if (isOn === null) return 'optionUnread';
  if (state === 'ambiguous') return 'optionReset';
  return isOn ? 'optionOn' : 'optionOff';
}

function roleFinding({ state }: Gate, { names }: Of<'role'>): Finding {
  if (state === 'exempt') return 'roleExempt';
  if (state === 'couldNotRead') return 'roleUnread';
  if (state === 'ambiguous') return 'roleUnclear';
  if (state === 'missing') return names.length === 0 ? 'roleNone' : 'roleShort';
  return 'roleFound';
}

function queueFinding({ state, source }: Gate, { line, membership }: Of<'queue'>, directory: Directory): Finding {
  // Several lines were read, and in some of them the employee stands.
  if (state === 'couldNotRead') return line === null && source.from !== 'nowhere' ? 'queueInSome' : 'queueUnread';
  if (state === 'ambiguous') return membership === 'no' ? 'queueElsewhere' : 'queueByDepartment';
  if (state !== 'missing') return membership === 'no' ? 'queueOut' : 'queueNamed';
  if (line !== null) return 'queueOut';
  return directory.mayHaveLines ? 'queueOutOfAll' : 'queueNoLines';
}

/** What was found at a gate, as a clause without a full stop. */
export const clauseOf = (gate: Gate, directory: Directory, words: ExplainerMessages): string =>
  words.finding[findingOf(gate, directory)](subjectOf(gate, directory, words));

/** What a gate speaks of. */
function subjectOf({ id, detail }: Gate, directory: Directory, words: ExplainerMessages): string {
  switch (detail.kind) {
    case 'accessList':
      return detail.code === null ? '' : codeWords(detail.code, directory, words);
    case 'option':
      return words.option[id as Option];
    case 'steps':
      return (detail.open.length > 0 ? detail.open : detail.unread).map((step) => words.step[step]).join(', ');
    case 'role':
      return [...new Set(detail.names)].join(', ');
    case 'queue':
      return lineWords(detail.line, directory, words);
    default:
      return '';
  }
}

const FIX_OF: Readonly<Record<Finding, Fix | null>> = {
  installed: null,
  unfinished: 'finishInstallation',
  absent: 'install',
  installationUnread: 'lookAtApplication',
  integrator: 'askAboutStanding',
  installer: 'askAboutStanding',
  standingUnread: 'askAboutStanding',
  listExempt: null,
  listEmpty: null,
  listed: null,
  notListed: 'addToList',
  listUnread: 'lookAtList',
  listUnclear: 'lookAtList',
  optionExempt: null,
  optionOn: null,
  optionOff: null,
  optionUnread: 'lookAtOption',
  optionReset: 'lookAtOption',
  stepsDone: null,
  stepsOpen: 'finishSteps',
  stepsUnread: 'finishSteps',
  accountHas: null,
  accountHasNot: 'giveAccount',
  accountUnread: 'lookAtAccount',
  roleExempt: null,
  roleFound: null,
  roleNone: 'giveRole',
  roleShort: 'giveRole',
  roleUnclear: 'giveRole',
  roleUnread: 'lookAtRoles',
  queueExempt: null,
  queueNamed: null,
  queueByDepartment: 'addByName',
  queueElsewhere: 'addToQueue',
  queueOut: 'addToQueue',
  queueOutOfAll: 'addToQueue',
  queueNoLines: 'addToQueue',
  queueInSome: 'lookAtQueue',
  queueUnread: 'lookAtQueue',
};

/** What puts a gate right, in words; null: there is nothing to do. */
export function fixWords(gate: Gate, directory: Directory, words: ExplainerMessages): string | null {
  const fix = FIX_OF[findingOf(gate, directory)];
  return fix && words.fix[fix](subjectOf(gate, directory, words));
}
