/**
 * What the extension's own pages (popup, side panel, dashboard) ask for all portals at once, with what they are answered.
 * No content script may send any of it: the router looks who asks.
 */
import * as v from 'valibot';
import { PORTAL_COLOURS, type PortalColour } from '../../domain/portals/known-portal.ts';
import { LARGEST_FILE } from '../../domain/settings-file/file.ts';
import { RULES_MESSAGES } from '../rules/rules-protocol.ts';
import { PREFERENCES_FIELDS } from '../settings-file/settings-schema.ts';

const PortalKey = v.pipe(v.string(), v.maxLength(300));
const Origin = v.pipe(v.string(), v.maxLength(280));
const Minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440));

const WatchChanges = v.partial(
  v.object({
    isOn: v.boolean(),
    every: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(1_440)),
    quiet: v.nullable(v.object({ timeZone: v.pipe(v.string(), v.maxLength(60)), from: Minutes, until: Minutes })),
  }),
);

const FileText = v.pipe(v.string(), v.maxLength(LARGEST_FILE));

const ImportChoicesSchema = v.object({
  preferences: v.boolean(),
  settings: v.boolean(),
  notes: v.boolean(),
  register: v.boolean(),
  acrossUsers: v.boolean(),
});

const ContentsSchema = v.object({
  portals: v.pipe(v.array(PortalKey), v.maxLength(1_000)),
  hasPreferences: v.boolean(),
  hasSettings: v.boolean(),
  hasNotes: v.boolean(),
  hasRegister: v.boolean(),
  hasUsers: v.boolean(),
});

const PortalChanges = v.partial(
  v.object({
    label: v.pipe(v.string(), v.maxLength(200)),
    colour: v.picklist(Object.keys(PORTAL_COLOURS) as PortalColour[]),
    isPaused: v.boolean(),
  }),
);

const plain = <T extends string>(type: T) => v.object({ type: v.literal(type) });
const about = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.object({ type: v.literal(type), ...entries });

export const OwnMessage = v.variant('type', [
  /** Answered with FrontView. */
  plain('front.wanted'),
  /** Everything rests until tomorrow, or nothing any more; answered with FrontView. */
  about('rest.asked', { isOn: v.boolean() }),
  /** Answered with FrontView. */
  plain('firstRun.finished'),
  /** What the palette finds beside portals and actions; answered with PaletteEntry[]. */
  plain('palette.wanted'),

  /** Answered with GovernanceView. */
  plain('governance.wanted'),
  /** Answered with GovernanceView; what the policy fixes stays. */
  about('preferences.changed', { changes: v.partial(v.object(PREFERENCES_FIELDS as v.ObjectEntries)) }),

  /** After the permission was given in the page's own click; answered with AddedPortal. */
  about('portal.added', {
    address: v.pipe(v.string(), v.maxLength(2_000)),
    choices: v.object({ isOnPremise: v.boolean(), takesHttp: v.boolean() }),
  }),
  /** Answered with FrontView. */
  about('portal.changed', { origin: Origin, changes: PortalChanges }),
  /** Everything about a portal is forgotten, and one that was added loses its permission; answered with WipeProof. */
  about('portal.removed', { origin: Origin }),
  /** What moving a portal's records to another address of it would do; answered with MovePreview. Origins. */
  about('move.planned', { from: Origin, to: Origin }),
  /** Moves them and forgets the old address; answered with MoveOutcome. */
  about('portal.moved', { from: Origin, to: Origin }),
  /** Everything is forgotten; answered with WipeProof. */
  plain('all.wiped'),
  /** Answered with FrontView. */
  about('watch.changed', { key: PortalKey, changes: WatchChanges }),
  /** Try again after a stop; answered with FrontView. */
  about('watch.resumed', { key: PortalKey }),

  /** Answered with HealthView. */
  about('health.wanted', { key: PortalKey }),
  /** Counts begin anew; answered with HealthView. */
  about('health.cleared', { key: PortalKey }),
  /** Answered with SelfTestRun. */
  about('selfTest.begun', { key: PortalKey }),
  /** The last run; answered with SelfTestRun, null when there was none. */
  about('selfTest.wanted', { key: PortalKey }),
  /** Answered with the text. */
  plain('diagnostics.wanted'),
  /** The last calls, the newest first; answered with Call[]. */
  plain('calls.wanted'),
  /** Of one portal, or of everything for null; answered with TableSize[]. */
  about('sizes.wanted', { key: v.nullable(PortalKey) }),

  /** Answered with WrittenFile. */
  about('export.wanted', { contents: ContentsSchema }),
  /** What taking the file would change; answered with ImportPreview. */
  about('import.planned', { text: FileText, choices: ImportChoicesSchema }),
  /** Takes it if it still does what was shown; `plan` is the preview's mark. Answered with ImportOutcome. */
  about('import.taken', { text: FileText, choices: ImportChoicesSchema, plan: v.pipe(v.string(), v.maxLength(100)) }),

  ...RULES_MESSAGES,
]);
export type OwnMessage = v.InferOutput<typeof OwnMessage>;
export type Own<T extends OwnMessage['type']> = Extract<OwnMessage, { type: T }>;
