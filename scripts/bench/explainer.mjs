/** How long whom ChatApp serves takes to explain, on a large portal, once its data is there: the pure functions in Node. */
import { accessListWords } from '../../domain/chatapp/access-list.ts';
import { explain } from '../../domain/chatapp/explain.ts';
import { compareEmployees, whatChanges, whoCanStart } from '../../domain/chatapp/who-can.ts';
import { median, percentile } from './browser-metrics.mjs';

export const EMPLOYEES = 5000;
export const DEPARTMENTS = 300;
export const LINES = 20;
/** ms that one answer about all employees may take. */
export const ANSWER_LIMIT = 100;
const ROUNDS = 15;
const AT = Date.UTC(2026, 10, 20);

/** @typedef {import('../../domain/chatapp/facts.ts').ChatAppFacts} ChatAppFacts */
/** @typedef {{what: string, median: number, most: number}} AnswerTimes ms; `most` is the 95th percentile */

/** @template T @param {T} value @returns {{from: 'read', value: T, at: number}} */
const read = (value) => ({ from: 'read', value, at: AT });
const told = (/** @type {boolean} */ value) => ({ from: /** @type {const} */ ('entered'), value, at: AT, by: 'Irene' });
const UNTOLD = { from: /** @type {const} */ ('nowhere'), why: /** @type {const} */ ('insideChatApp') };

/** @returns {AnswerTimes[]} */
export function measureExplainer() {
  const facts = largePortal();
  const employees = facts.staff.from === 'nowhere' ? [] : facts.staff.value.employees;
  const [first, second] = employees;
  if (!first || !second) throw new Error('the portal has nobody');
  const untold = { ...facts, options: { password: UNTOLD, personal: UNTOLD, responsible: UNTOLD } };
  return [
    timed('one employee, on one line', () => explain(first, facts, '1')),
    timed('two employees beside each other', () => compareEmployees([first, second], facts, '1')),
    timed('who can start on a line', () => whoCanStart('1', facts)),
    timed('who can start, options never told', () => whoCanStart('1', untold)),
    timed('what an option changes for whom', () => whatChanges('responsible', false, true, facts, '1')),
    timed('the access list in numbers', () => accessListWords(facts)),
  ];
}

/** @param {string} what @param {() => unknown} work @returns {AnswerTimes} */
function timed(what, work) {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return { what, median: median(times), most: percentile(times, 0.95) };
}

const numbers = (/** @type {number} */ count) => Array.from({ length: count }, (_, index) => index + 1);

/** Departments in a tree, persons and departments in each queue, an access list nearly as long as the portal stores. */
function largePortal() {
  /** @type {ChatAppFacts} */
  const facts = {
    staff: read({
      isWhole: true,
      employees: numbers(EMPLOYEES).map((id) => ({
        id: `${id}`,
        name: `Employee ${id}`,
        departments: [`${(id % DEPARTMENTS) + 1}`],
        standing: read(id % 500 === 0 ? 'administrator' : 'employee'),
        personalAccount: id % 3 === 0 ? UNTOLD : told(true),
      })),
    }),
    departments: read(
      numbers(DEPARTMENTS).map((id) => ({
        id: `${id}`,
        name: `Department ${id}`,
        parent: id === 1 ? null : `${Math.ceil(id / 3)}`,
        head: `${id}`,
      })),
    ),
    installation: read('finished'),
    accessList: read(
      numbers(350).map((id) => ({ code: id % 4 ? `U${id}` : `DR${id}`, name: `Entry ${id}`, provider: 'user' })),
    ),
    lines: read(numbers(LINES).map(largeLine)),
    roles: read([{ code: 'DR1', roleName: 'Manager', viewsLines: null, joins: null }]),
    options: { password: told(true), personal: told(true), responsible: told(true) },
    steps: { linked: told(true), invited: told(true), synchronised: told(true) },
    reinstalledAt: null,
  };
  return facts;
}

function largeLine(/** @type {number} */ id) {
  const users = numbers(30).map((user) => ({ kind: /** @type {const} */ ('user'), id: `${user * id}` }));
  return {
    id: `${id}`,
    name: `Line ${id}`,
    isActive: true,
    order: null,
    queue: read([{ kind: /** @type {const} */ ('department'), id: `${id}` }, ...users]),
    members: read(numbers(60).map((user) => `${user * id}`)),
    isConnected: UNTOLD,
  };
}
