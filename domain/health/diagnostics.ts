/**
 * The text of "copy diagnostics". It is shown before it is copied and may be read by anybody afterwards, so it is put
 * together from our own words, numbers, times and codes. Hosts and users become short hashes, made with a salt that is
 * thrown away: inside of one text the same ones can be recognised, and nothing leads back.
 */

import type { SessionView, SlotsView } from '../view.ts';
import type { PortalHealth, SourceError, UnknownCommand } from './health.ts';
import { codeOrNothing, plainCommand } from './plain-codes.ts';
import { healthView, type SourceLine } from './view.ts';

export interface DiagnosedPortal {
  /** Origin. */
  address: string;
  userId: string;
  session: SessionView['state'];
  slots: SlotsView['level'];
  /** Numbers only. */
  openTabs: number;
  dialogs: number;
  health: PortalHealth;
}

export interface Diagnosis {
  /** Of Latchdesk. */
  version: string;
  /** As `describeBrowser` says it. */
  browser: string;
  language: string;
  isReadOnly: boolean;
  isManaged: boolean;
  canNotify: boolean;
  /** Version of the tables; null when the database could not be opened. */
  database: number | null;
  portals: readonly DiagnosedPortal[];
}

/** "Chrome 156, Windows 10/11". */
const BROWSER =
  /^[A-Z][A-Za-z]{1,9}(?: [A-Z][a-z]{1,9})? \d{1,3}(?:, (?:Windows(?: [\d./]{1,5})?|iOS|macOS|Android|ChromeOS|Linux))?$/;

/** The text; `now` in epoch ms, `salt` random and never told. */
export async function diagnosticsText(diagnosis: Diagnosis, now: number, salt: string): Promise<string> {
  const { version, browser, language, isReadOnly, isManaged, canNotify, database, portals } = diagnosis;
  const yes = (flag: boolean) => (flag ? 'yes' : 'no');
  const head = [
    `Latchdesk ${fitting(version, /^\d{1,4}(?:\.\d{1,4}){0,3}$/)}`,
    `Browser: ${fitting(browser, BROWSER)}`,
    `Language: ${fitting(language, /^[a-z]{2,3}(?:[-_][A-Z]{2})?$/)}`,
    `Read-only: ${yes(isReadOnly)}, policy: ${yes(isManaged)}, notifications: ${yes(canNotify)}`,
    `Database: ${database === null ? 'not open' : `version ${number(database)}`}`,
    `Made: ${time(now)}`,
  ];
  const parts = await Promise.all(portals.map((portal) => portalLines(portal, now, salt)));
  return `${[head, ...parts].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

async function portalLines(portal: DiagnosedPortal, now: number, salt: string): Promise<string[]> {
  const { address, userId, session, slots, openTabs, dialogs, health } = portal;
  const { lines, unknownCommands, since } = healthView(health, now);
  return [
    `Portal ${await hashOf(`host ${address}`, salt)} (${kindOf(address)}), user ${await hashOf(`user ${userId}`, salt)}`,
    `  session ${session}, slots ${slots}`,
    `  tabs ${number(openTabs)}, dialogs ${number(dialogs)}, counted since ${since === null ? 'never' : time(since)}`,
    ...lines.map((line) => `  ${sourceLine(line)}`),
    ...commandLines(unknownCommands),
  ];
}

function sourceLine({ source, state, absence, okAt, brokenSince, lastError, failures, malformed }: SourceLine): string {
  const facts = [
    absence,
    okAt !== null && `told ${time(okAt)}`,
    brokenSince !== null && `since ${time(brokenSince)}, ${number(failures)} times`,
    lastError && errorWords(lastError),
    malformed > 0 && `malformed ${number(malformed)}`,
  ];
  return `${source}: ${[state, ...facts].filter(Boolean).join(', ')}`;
}

function errorWords({ failure, code, at }: SourceError): string {
  return ['last error', failure, codeOrNothing(code), time(at)].filter(Boolean).join(' ');
}

/** Names as far as they are made of the portal's words; of the others only how many there are. */
function commandLines(commands: readonly UnknownCommand[]): string[] {
  const named = commands.map(({ name, count }) => ({ name: plainCommand(name), count }));
  const told = named.filter(({ name }) => /[A-Za-z]/.test(name));
  const others = named.length - told.length;
  return [
    ...told.map(({ name, count }) => `  unknown command ${name}: ${number(count)}`),
    ...(others > 0 ? [`  unknown commands with other names: ${number(others)}`] : []),
  ];
}

/** The zone is the vendor's and says nothing of the customer. */
function kindOf(address: string): string {
  const zone = /^https:\/\/[^/.]+\.bitrix24\.((?:com\.)?[a-z]{2,3})$/.exec(address)?.[1];
  return zone ? `bitrix24.${zone}` : 'own address';
}

const fitting = (text: string, shape: RegExp): string => (shape.test(text) ? text : 'other');

/** Times to the minute: nobody needs the second. */
const time = (at: number): string =>
  Math.abs(at) <= LAST_MOMENT ? `${new Date(at).toISOString().slice(0, 16)}Z` : 'other';
const LAST_MOMENT = 8.64e15;

const number = (value: number): string => (Number.isFinite(value) ? String(Math.round(value)) : 'other');

async function hashOf(text: string, salt: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${text}`));
  return [...new Uint8Array(bytes).slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
