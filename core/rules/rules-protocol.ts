/** What the dashboard asks about rules, with what it is answered. Parts of `OwnMessage`: only own pages may send them. */
import * as v from 'valibot';

const PortalKey = v.pipe(v.string(), v.maxLength(300));
const Id = v.pipe(v.string(), v.maxLength(100));
/** Larger than any rule file that is taken. */
const FileText = v.pipe(v.string(), v.maxLength(2_000_000));
/** Parsed where rules are read: a page may send anything. */
const Draft = v.unknown();

const about = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.object({ type: v.literal(type), ...entries });

export const RULES_MESSAGES = [
  /** Answered with RulesView. */
  about('rules.wanted', {}),
  /** All rules rest, or go on; answered with RulesView. */
  about('rules.paused', { isOn: v.boolean() }),
  /** `rule`: a document, or its text. Answered with RuleCheck. */
  about('rule.checked', { rule: Draft }),
  /** `version`: of the one that was edited, null for a new one. Answered with SavedRule; what is saved begins dry. */
  about('rule.saved', { rule: Draft, version: v.nullable(v.number()) }),
  /** Answered with RulesView. */
  about('rule.switched', { id: Id, state: v.picklist(['dry', 'on', 'off']) }),
  /** Answered with RulesView. */
  about('rule.removed', { id: Id }),
  /** Against the journal of the last 30 days; answered with Rehearsal, null for a document that is no rule. */
  about('rule.rehearsed', { rule: Draft }),
  /** A rule whose trigger is `manual`; answered with RuleRun[]. */
  about('rule.started', { id: Id, portal: PortalKey }),
  /** Newest first, of all rules for null; `before`: epoch ms. Answered with RuleRun[]. */
  about('runs.wanted', { ruleId: v.nullable(Id), before: v.nullable(v.number()) }),
  /** What a person says of an uncertain run; answered with RulesView. */
  about('run.decided', { key: Id, decision: v.picklist(['repeat', 'wasDone', 'giveUp']) }),
  /** Answered with the file's text. */
  about('runs.exported', {}),
  /** Of all rules for null; answered with the file's text. */
  about('rules.exported', { ids: v.nullable(v.array(Id)) }),
  /** Answered with RulesImportPlan. */
  about('rules.importPlanned', { text: FileText }),
  /** Takes the named rules if the file still does what was shown, all dry; answered with RulesView, null: it does not. */
  about('rules.importTaken', { text: FileText, mark: Id, ids: v.array(Id) }),
  /**
   * `id` null: a new one; `address` null: as it was; `signingKey`: `new` makes one, null leaves it as it was. Keys are
   * made by Latchdesk only: one that is typed may be weak, or known to others.
   * Answered with SavedDestination.
   */
  about('destination.saved', {
    id: v.nullable(Id),
    name: v.pipe(v.string(), v.maxLength(100)),
    kind: v.picklist(['webhook', 'portal']),
    address: v.nullable(v.pipe(v.string(), v.maxLength(2_000))),
    signingKey: v.nullable(v.literal('new')),
    isPrivateAllowed: v.boolean(),
    knowsKeys: v.boolean(),
  }),
  /** What would be sent there first, word for word; answered with DestinationPreview, null: there is none. */
  about('destination.previewed', { id: Id }),
  /** The user has seen what is sent to this very address and agrees; answered with Agreement. */
  about('destination.agreed', { id: Id, addressVersion: v.number() }),
  /** Sends a marked example because a person wants to see it arrive; answered with Outcome. */
  about('destination.tested', { id: Id }),
  /** Its address and key are forgotten; answered with RulesView. */
  about('destination.removed', { id: Id }),
] as const;
