/** What a tab that reads for ChatApp may say, parsed in the background. What is larger or other is not believed. */
import * as v from 'valibot';
import { MOST_DEPARTMENTS, MOST_EMPLOYEES } from '../domain/chatapp/book.ts';
import {
  LONGEST_CODE,
  LONGEST_NAME,
  MOST_ACCESS_ENTRIES,
  MOST_DEPARTMENTS_OF_ONE,
  MOST_LINES_READ,
  MOST_QUEUE_ENTRIES,
  MOST_ROLE_GRANTS,
} from './chatapp-shapes.ts';

const Moment = v.pipe(v.number(), v.minValue(0));
const Id = v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/));
const Name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
const Code = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_CODE));
const list = <T extends v.GenericSchema>(entry: T, most: number) => v.pipe(v.array(entry), v.maxLength(most));

/** A tab reads; what people say comes another way. */
const fact = <T extends v.GenericSchema>(value: T) =>
  v.variant('from', [
    v.strictObject({ from: v.literal('read'), value, at: Moment }),
    v.strictObject({
      from: v.literal('nowhere'),
      why: v.picklist(['notRead', 'refused', 'notAvailable', 'failed']),
    }),
  ]);

const Employee = v.strictObject({ id: Id, name: Name, departments: list(Id, MOST_DEPARTMENTS_OF_ONE) });
const Department = v.strictObject({ id: Id, name: Name, parent: v.nullable(Id), head: v.nullable(Id) });
const AccessEntry = v.strictObject({
  code: Code,
  name: Name,
  provider: v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_CODE))),
});
const QueueEntry = v.strictObject({ kind: v.picklist(['user', 'department']), id: Id });
const Line = v.strictObject({
  id: Id,
  name: Name,
  isActive: v.boolean(),
  queue: fact(list(QueueEntry, MOST_QUEUE_ENTRIES)),
  members: fact(list(Id, MOST_QUEUE_ENTRIES)),
  isConnected: fact(v.boolean()),
  order: v.nullable(v.picklist(['evenly', 'strictly', 'all'])),
});
const Reach = v.nullable(v.picklist(['none', 'own', 'department', 'any']));
const RoleGrant = v.strictObject({ code: Code, roleName: Name, viewsLines: Reach, joins: Reach });

/** The answer to `chatapp.read`. */
export const ChatAppReadingSchema = v.strictObject({
  startedAt: Moment,
  me: v.strictObject({
    id: v.union([Id, v.literal('')]),
    name: Name,
    isAdministrator: v.nullable(v.boolean()),
  }),
  staff: fact(v.strictObject({ employees: list(Employee, MOST_EMPLOYEES), isWhole: v.boolean() })),
  administrators: fact(list(Id, MOST_EMPLOYEES)),
  departments: fact(list(Department, MOST_DEPARTMENTS)),
  accessList: fact(list(AccessEntry, MOST_ACCESS_ENTRIES)),
  lines: fact(list(Line, MOST_LINES_READ)),
  roles: fact(list(RoleGrant, MOST_ROLE_GRANTS)),
});
