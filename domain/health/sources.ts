/** Where Latchdesk gets what it knows of a portal, and why one of them may tell nothing. */
import type { ReadFailure } from '../view.ts';

export const SOURCES = [
  /** The list of dialogs. */
  'list',
  /** The number of dialogs that the portal allows. */
  'limit',
  /** Unread numbers. */
  'counters',
  /** Live events. */
  'events',
  /** What the page's own data says. */
  'page',
  /** The look for requests of access in the chats. */
  'access',
  /** The portal's notifications. */
  'notifications',
  'eventLog',
  'marketPages',
  'staff',
  'departments',
  'accessList',
  'lines',
  'roles',
] as const;
export type HealthSource = (typeof SOURCES)[number];

/** `noTab`: no page of the portal was open; `silent`: it did not answer; `malformed`: nothing of the answer could be used. */
export type SourceFailure = ReadFailure | 'noTab' | 'silent' | 'malformed';

/** Why a source is not there although nothing is broken. */
export type Absence = 'notOffered' | 'notAllowed' | 'switchedOff';
