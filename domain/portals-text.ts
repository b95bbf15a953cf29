/** The words for portals as a whole: adding, marking, pausing, watching and forgetting one. */
import type { AddressRefusal } from './portals/address.ts';
import type { PortalColour } from './portals/known-portal.ts';
import type { PortalMoveMessages } from './portals-move-text.ts';
import type { WatchStopReason } from './watch/watch.ts';

/** Why a portal was not added. `denied`: the browser's question was answered with no. */
export type AddRefusal = AddressRefusal | 'noPermission' | 'policy' | 'denied' | 'failed';

/** How it stands with Latchdesk on a portal. */
export type PortalState = 'works' | 'signedOut' | 'aside' | 'notOpened' | 'paused' | 'noPermission' | 'policy';

/** What goes when a portal is forgotten. */
export const FORGOTTEN = ['dialogs', 'drafts', 'access', 'journal', 'chatapp', 'settings'] as const;
export type Forgotten = (typeof FORGOTTEN)[number];

/** What happened and what to do. */
interface Told {
  what: string;
  next: string;
}

export interface PortalsMessages {
  lead: (count: number) => string;
  add: {
    heading: string;
    text: string;
    address: string;
    hint: string;
    submit: string;
    open: string;
    /** What was understood, before the browser is asked. */
    understood: (address: string) => string;
    cloud: (host: string) => string;
    willAsk: string;
    onPremise: string;
    onPremiseHint: string;
    takesHttp: string;
    plainWarning: string;
    vendorNamed: string;
    punycode: (host: string) => string;
    adding: string;
    added: (host: string) => string;
    isKnown: (host: string) => string;
    refusal: Record<AddRefusal, Told>;
  };
  list: string;
  column: { portal: string; state: string; watch: string };
  state: Record<PortalState, string>;
  none: { title: string; text: string };
  details: (name: string) => string;
  closeDetails: string;
  gone: string;
  open: string;
  label: string;
  labelHint: string;
  labelProblem: (most: number) => string;
  colour: string;
  colourName: Record<PortalColour, string>;
  pause: string;
  pauseHint: string;
  pausedSince: (time: string) => string;
  permission: { heading: string; given: string; missing: string; missingHint: string; allow: string; refused: string };
  watch: {
    heading: string;
    text: string;
    on: string;
    /** Which user's watch it is, where a portal has several. */
    user: (id: string) => string;
    every: string;
    minutes: (count: number) => string;
    hours: (count: number) => string;
    quiet: string;
    quietHint: string;
    from: string;
    until: string;
    timeProblem: string;
    noneYet: string;
    switchedOff: string;
    /** In a column. */
    short: { off: string; stopped: string };
    plan: { interval: string; backOff: string; quietHours: string; never: string; due: string };
    stopped: Record<WatchStopReason, Told>;
    since: (time: string) => string;
    resume: string;
  };
  edge: { heading: string; on: string; hint: string; fixed: string };
  move: PortalMoveMessages;
  forget: {
    heading: string;
    text: string;
    begin: string;
    confirmHeading: (name: string) => string;
    goes: string;
    /** The number is how many there are, null where nobody has counted. */
    part: Record<Forgotten, (count: number | null) => string>;
    permissionGoes: string;
    comesBack: string;
    confirm: string;
    cancel: string;
    underWay: string;
    failed: string;
    proof: (rows: number, time: string) => string;
    nothingLeft: string;
    left: (rows: number) => string;
    dismiss: string;
  };
  saveFailed: string;
}
