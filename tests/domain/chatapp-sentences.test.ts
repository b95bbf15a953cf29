/** Whatever the explanation can come to is said in full sentences, in every language. */
import { describe, expect, it, test } from 'vitest';
import type { Ambiguity, ReadingId } from '../../domain/chatapp/ambiguities.ts';
import { AMBIGUITY_OF } from '../../domain/chatapp/ambiguities.ts';
import { codeWords, directoryOf, lineWords } from '../../domain/chatapp/directory.ts';
import { type Explanation, explain } from '../../domain/chatapp/explain.ts';
import {
  aspectLines,
  asSentence,
  marketPlaceOf,
  meetingsAt,
  readingLines,
  remedyFor,
  sourceWords,
  unreadGates,
  verdictSentence,
  type Wording,
} from '../../domain/chatapp/explain-sentences.ts';
import type { ChatAppFacts, Employee, Standing } from '../../domain/chatapp/facts.ts';
import { clauseOf, findingOf, fixWords } from '../../domain/chatapp/finding.ts';
import { type LetterAbout, letterToColleague, letterToEmployee } from '../../domain/chatapp/letters.ts';
import { STAGES } from '../../domain/chatapp/who-can.ts';
import { FINDINGS, MEETINGS } from '../../domain/explainer-text.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { DASHBOARD_LOCALES, dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import {
  ADMIN,
  ALL_RIGHTS,
  ANNA,
  AT,
  BORIS,
  employee,
  entry,
  facts,
  line,
  NO_RIGHTS,
  nowhere,
  OTHER_LINE,
  options,
  read,
  said,
  VERA,
} from './chatapp-portal.ts';

/** What a person would never write: a hole in a template, a value that leaked, a number of our own lists. */
const LEAKS = /undefined|NaN|null|[{}]|\[object|\$\{|Invalid|\.\.|\bA\d+\b|\b(?:U|DR?)\d+\b| {2}|\(\)|[«“][»”]|: [.,]/;

interface Case {
  told: ChatAppFacts;
  explanation: Explanation;
}

const STANDINGS = ['administrator', 'integrator', 'installer', 'employee'] as const satisfies readonly Standing[];
const PEOPLE: readonly Employee[] = [
  ...STANDINGS.map((standing) => employee({ standing: read(standing) })),
  employee({ standing: nowhere('refused') }),
];
const of = (told: ChatAppFacts, person: Employee, id: string | null): Case => ({
  told,
  explanation: explain(person, told, id),
});

function seeCases(): Case[] {
  const lists = [[], ['U10'], ['D2'], ['DR1'], ['AU'], ['G7'], ['U99'], ['SG5_K']].map((codes) => ({
    accessList: read(codes.map((code) => entry(code))),
  }));
  const changes: Partial<ChatAppFacts>[] = [
    ...lists,
    { accessList: nowhere('refused') },
    { accessList: read([entry('D9')]), departments: nowhere() },
  ];
  return (['finished', 'unfinished', 'absent', null] as const).flatMap((state) =>
    changes.flatMap((change) => {
      const told = facts({ ...change, installation: state === null ? nowhere('notRead') : read(state) });
      return PEOPLE.map((person) => of(told, person, '1'));
    }),
  );
}

function openCases(): Case[] {
  const values = [true, false, null];
  const accounts = [said(true), said(false), nowhere('insideChatApp')];
  const steps = [true, false, null].map((value) => ({
    linked: said(true),
    invited: said(true, AT, ''),
    synchronised: value === null ? nowhere('insideChatApp') : said(value),
  }));
  const people = PEOPLE.flatMap((person) => accounts.map((personalAccount) => ({ ...person, personalAccount })));
  return values.flatMap((password) =>
    values.flatMap((personal) =>
      steps.flatMap((each) =>
        [null, AT + 1].flatMap((reinstalledAt) => {
          const told = facts({ ...options(password, personal), steps: each, reinstalledAt });
          return people.map((person) => of(told, person, '1'));
        }),
      ),
    ),
  );
}

function startCases(): Case[] {
  const byDepartment = line({ queue: read([{ kind: 'department', id: '2' }]), members: read(['10']) });
  const nobody = line({ queue: read([]), members: read([]) });
  const elsewhere = line({ id: '2', name: 'Help', queue: read([{ kind: 'user', id: '10' }]), members: read(['10']) });
  const lines = [
    [line()],
    [line(), OTHER_LINE],
    [byDepartment],
    [nobody],
    [nobody, OTHER_LINE],
    [nobody, elsewhere],
    [line({ queue: nowhere(), members: nowhere() })],
    [],
    [line({ isActive: false })],
  ].map((each) => ({ lines: read(each) }));
  const roles = [
    [ALL_RIGHTS],
    [NO_RIGHTS],
    [{ ...NO_RIGHTS, joins: 'own' as const }],
    [],
    [{ ...ALL_RIGHTS, code: 'G3' }],
  ];
  const changes: Partial<ChatAppFacts>[] = [
    ...lines.flatMap((each) => roles.map((grants) => ({ ...each, roles: read(grants) }))),
    { lines: nowhere(), roles: nowhere('refused') },
  ];
  return [true, false, null].flatMap((responsible) =>
    changes.flatMap((change) =>
      [null, AT + 1].flatMap((reinstalledAt) => {
        const told = facts({ ...change, ...options(false, false, responsible), reinstalledAt });
        return PEOPLE.flatMap((person) => [of(told, person, '1'), of(told, person, null)]);
      }),
    ),
  );
}

const CASES: readonly Case[] = [...seeCases(), ...openCases(), ...startCases()];

const wordingIn = (language: string, told: ChatAppFacts): Wording => ({
  words: dashboardLocaleFor(language).messages.explainer,
  text: localeFor(language).messages,
  directory: directoryOf(told),
  now: AT + 3_600_000,
});

/** Everything that is said of one employee. */
function sentencesOf({ explanation }: Case, wording: Wording): string[] {
  const { words, directory } = wording;
  const { stages, asksPassword, account, app } = explanation;
  return [
    words.app[app.value],
    ...aspectLines(asksPassword, words.readings.passwordAnswer, words),
    ...aspectLines(account, words.readings.accountAnswer, words),
    ...[words.password[asksPassword.value], words.account[account.value]].map(asSentence),
    ...STAGES.flatMap((id) => [
      verdictSentence(explanation, id, wording),
      words.alone[stages[id].alone],
      ...readingLines(stages[id], words).map(({ sentence }) => sentence),
      ...meetingsAt(explanation, id).map((each) => words.meets.words[each]),
      ...[...stages[id].ambiguities, ...stages[id].aside].map((each) => words.ambiguity[each]),
      ...stages[id].rules.map((each) => words.rule[each]),
      ...stages[id].gates.flatMap((gate) => [
        asSentence(clauseOf(gate, directory, words)),
        asSentence(sourceWords(gate, wording)),
        asSentence(fixWords(gate, directory, words) ?? words.gate[gate.id]),
        asSentence(words.opens[gate.opens]),
      ]),
    ]),
    ...unreadGates(explanation).map((gate) => words.unread[remedyFor(gate)]),
  ];
}

describe.each(DASHBOARD_LOCALES)('in $language', ({ language }) => {
  it('every row of every table and every ambiguity is said in full sentences', () => {
    const sentences = new Set(CASES.flatMap((each) => sentencesOf(each, wordingIn(language, each.told))));
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(LEAKS);
      expect(sentence).toMatch(/^[\p{Lu}].*[.?”»]$/su);
      expect(sentence).not.toContain('!');
    }
  });

  it('every letter is whole, names the portal, and blames nobody', () => {
    const letters = CASES.flatMap(({ told, explanation }) => {
      const about: LetterAbout = { ...wordingIn(language, told), host: 'demo.bitrix24.ru' };
      return [letterToEmployee(explanation, about), letterToColleague(explanation, about)];
    });
    for (const letter of new Set(letters)) {
      expect(letter).not.toMatch(LEAKS);
      expect(letter).toContain('demo.bitrix24.ru');
      expect(letter).not.toContain('!');
      expect(letter.endsWith('.\n')).toBe(true);
    }
  });
});

describe('nothing is left out', () => {
  const stagesOf = (id: (typeof STAGES)[number]) => CASES.map(({ explanation }) => explanation.stages[id]);
  const all = STAGES.flatMap(stagesOf);
  const seen = <T>(found: readonly T[]) => [...new Set(found)].sort();

  it.each([
    ['see', 5],
    ['open', 8],
    ['start', 8],
  ] as const)('all rows of the table of stage %s are among the cases', (id, rows) => {
    const found = seen(stagesOf(id).flatMap((stage) => [...stage.rows]));
    // Row 2 and 5 of the last one stand beside their neighbours.
    expect(found).toEqual(Array.from({ length: rows }, (_, index) => index + 1));
  });

  it('all findings, readings, ambiguities, and all that an employee can meet', () => {
    const findings = CASES.flatMap(({ explanation, told }) =>
      STAGES.flatMap((id) => explanation.stages[id].gates.map((gate) => findingOf(gate, directoryOf(told)))),
    );
    expect(seen(findings)).toEqual([...FINDINGS].sort());
    const readings: ReadingId[] = CASES.flatMap(({ explanation: { stages, account, asksPassword } }) =>
      [...STAGES.flatMap((id) => stages[id].readings), ...account.readings, ...asksPassword.readings].flatMap(
        ({ takes }) => [...takes],
      ),
    );
    expect(seen(readings)).toEqual(Object.keys(AMBIGUITY_OF).sort());
    const sides = CASES.flatMap(({ explanation }) => [explanation.account, explanation.asksPassword]);
    const ambiguities: Ambiguity[] = [
      ...all.flatMap((stage) => [...stage.ambiguities, ...stage.aside]),
      ...sides.flatMap((side) => [...side.ambiguities]),
    ];
    expect(seen(ambiguities)).toEqual(['A1', 'A10', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9']);
    const meetings = CASES.flatMap(({ explanation }) => STAGES.flatMap((id) => meetingsAt(explanation, id)));
    expect(seen(meetings)).toEqual([...MEETINGS].sort());
    expect(seen(all.map(({ verdict }) => verdict))).toEqual(['depends', 'no', 'unknown', 'yes']);
  });
});

const LIMITED = options(false, false, true);
const sentence = (language: string, who: Employee, change: Partial<ChatAppFacts>, id: (typeof STAGES)[number]) => {
  const told = facts(change);
  return verdictSentence(explain(who, told, '1'), id, wordingIn(language, told));
};

test.each<[string, string, Employee, Partial<ChatAppFacts>, (typeof STAGES)[number]]>([
  ['ru', 'Boris не может начать диалог: не состоит в очереди линии «Sales».', BORIS, LIMITED, 'start'],
  ['en', 'Boris cannot start a conversation: not in the queue of the line “Sales”.', BORIS, LIMITED, 'start'],
  ['ru', 'Anna может начать диалог: состоит в очереди линии «Sales».', ANNA, LIMITED, 'start'],
  ['ru', 'Olga может начать диалог: это администратор, роль на Открытых линиях не нужна.', ADMIN, LIMITED, 'start'],
  [
    'en',
    'Anna sees the tabs and can open ChatApp: in the access list as department “Sales” and below.',
    ANNA,
    { accessList: read([entry('DR2')]) },
    'see',
  ],
  [
    'ru',
    'Vera не видит ChatApp и не может в нём работать: не входит в список доступа приложения.',
    VERA,
    { accessList: read([entry('DR2')]) },
    'see',
  ],
  [
    'en',
    'Vera cannot start a conversation: not in the access list of the application.',
    VERA,
    { accessList: read([entry('DR2')]) },
    'start',
  ],
  // Why it is open would be chance: nothing limits it.
  ['en', 'Anna can open ChatApp Dialog.', ANNA, {}, 'open'],
  [
    'en',
    'It could not be found out whether Anna can open ChatApp Dialog: it is not known whether the option “Password for ChatApp Dialog” is on.',
    employee({ personalAccount: said(false) }),
    options(null, false),
    'open',
  ],
])('%s: %s', (language, expected, who, change, id) => {
  expect(sentence(language, who, change, id)).toBe(expected);
});

test('an ambiguity names its readings, and the one that the portal shows', () => {
  const told = facts({
    ...LIMITED,
    lines: read([line({ queue: read([{ kind: 'department', id: '2' }]), members: read(['10']) })]),
  });
  const { words } = wordingIn('en', told);
  expect(readingLines(explain(ANNA, told, '1').stages.start, words)).toEqual([
    { sentence: 'If a department in the queue counts, then yes.', isShown: true },
    { sentence: 'If only people named in the queue count, then no.', isShown: false },
  ]);
});

test('codes become names, and what has no name says so', () => {
  const told = facts({ accessList: read([{ code: 'SG5_K', name: 'Project', provider: 'socnetgroup' }]) });
  const { words, directory } = wordingIn('en', told);
  const said = (code: string) => codeWords(code, directory, words);
  expect(['U10', 'D2', 'DR2', 'D77', 'AU', 'G2', 'SG5_K', 'CR'].map(said)).toEqual([
    'personally',
    'as department “Sales”',
    'as department “Sales” and below',
    'as department no. 77',
    'as all employees',
    'as all employees',
    'Project',
    'as part of a group',
  ]);
  expect([lineWords('1', directory, words), lineWords('9', directory, words)]).toEqual([
    'the line “Sales”',
    'line no. 9',
  ]);
});

test('every place is a page of the portal; a line without a number is looked for in the Contact Center', () => {
  const kinds = ['applicationPage', 'accessList', 'dialogOptions', 'projectEmployees', 'rolePermissions', 'employees'];
  expect(kinds.map((kind) => marketPlaceOf({ kind } as Parameters<typeof marketPlaceOf>[0]).kind)).toEqual([
    'application',
    'accessList',
    'application',
    'application',
    'rolePermissions',
    'employees',
  ]);
  expect(marketPlaceOf({ kind: 'lineQueue', line: '7' })).toEqual({ kind: 'line', line: 7 });
  expect(marketPlaceOf({ kind: 'lineQueue', line: null })).toEqual({ kind: 'contactCenter' });
  expect(marketPlaceOf({ kind: 'lineQueue', line: 'x' })).toEqual({ kind: 'contactCenter' });
});

test('what could not be read has a way on: read, answer, ask, or look', () => {
  const told = facts({
    ...options(null, null, null),
    accessList: nowhere('refused'),
    installation: nowhere('notRead'),
    roles: nowhere('failed'),
  });
  const gates = unreadGates(explain(BORIS, told, '1'));
  expect(gates.map((gate) => [gate.id, remedyFor(gate)])).toEqual([
    ['installation', 'openApplication'],
    ['accessList', 'askAdministrator'],
    ['password', 'answer'],
    ['personal', 'answer'],
    ['role', 'readAgain'],
    ['responsible', 'answer'],
  ]);
});

describe('the text for the employee', () => {
  const about = (language: string, told: ChatAppFacts): LetterAbout => ({
    ...wordingIn(language, told),
    host: 'demo.bitrix24.ru',
  });

  it('says what works, what does not, and what will be done', () => {
    const told = facts(LIMITED);
    expect(letterToEmployee(explain(BORIS, told, '1'), about('ru', told))).toBe(
      [
        'Здравствуйте, Boris.',
        '',
        'Вот как ChatApp настроен для вас на портале demo.bitrix24.ru, по данным на 20 ноября:',
        '— видеть ChatApp в карточках CRM: да',
        '— открыть ChatApp Dialog: да',
        '— начать диалог с клиентом: нет',
        '',
        'Причина: не состоит в очереди линии «Sales».',
        'Что сделать: добавить сотрудника в очередь линии «Sales».',
        '',
        'Это делает администратор. Вашей ошибки здесь нет.',
        'После этого загрузите карточку CRM заново.',
        '',
      ].join('\n'),
    );
  });

  it('to a colleague: who, how it is, what to do and where, and to try it with the employee', () => {
    const told = facts({ accessList: read([entry('U99')]) });
    const letter = letterToColleague(explain(ANNA, told, '1'), about('en', told));
    expect(letter).toContain('Employee: Anna (id 10).');
    expect(letter).toContain('How it is now: Anna does not see ChatApp');
    expect(letter).toContain('What to do: add the employee or their department to the application’s access list.');
    expect(letter).toContain('Where: Market, More, Installed apps');
    expect(letter).toContain('Please change only this one entry');
    expect(letter).toContain('administrators are exempt');
  });

  it('promises nothing where everything is open', () => {
    const told = facts();
    expect(letterToEmployee(explain(ANNA, told, '1'), about('en', told))).toContain('nothing stands in the way');
  });
});
