/** Facts made ready for many questions: looked up once, asked thousands of times. */
import { type CodeSet, codeSetOf } from './access-codes.ts';
import { type ChatAppFacts, isKnown, type RoleGrant } from './facts.ts';
import { Memory } from './memory.ts';
import { type Structure, structureOf } from './structure.ts';

export interface ReadyFacts {
  facts: ChatAppFacts;
  structure: Structure;
  /** Null: the list could not be read. `isEmpty`: everyone. */
  list: { codes: CodeSet; isEmpty: boolean } | null;
  /** Null: the roles could not be read. */
  roles: readonly { grant: RoleGrant; codes: CodeSet }[] | null;
  memory: Memory;
}

/** Makes facts ready; the result holds for these facts only. */
export function readyFacts(facts: ChatAppFacts): ReadyFacts {
  const { accessList, roles } = facts;
  return {
    facts,
    structure: structureOf(facts),
    list: isKnown(accessList)
      ? { codes: codeSetOf(accessList.value.map(({ code }) => code)), isEmpty: accessList.value.length === 0 }
      : null,
    roles: isKnown(roles) ? roles.value.map((grant) => ({ grant, codes: codeSetOf([grant.code]) })) : null,
    memory: new Memory(),
  };
}
