/**
 * Firefox below a workplace. Starting it takes longer than most tests, so the next test gets the same one, with
 * everything forgotten that the last one left.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from '../../scripts/lib/browser.mjs';
import { type OpenedFirefox, openFirefox } from '../../scripts/lib/firefox.mjs';
import type { Engine, EngineOptions } from './engine.ts';
import { FrontDoor } from './front-door.ts';

interface Kept {
  opened: OpenedFirefox;
  locale: string;
  profile: string;
  /** Where all names lead. */
  port: number;
}

/** The browser of the last test, and the profiles of those that are open or closed for a while. */
let kept: Kept | null = null;
const profiles = new Map<string, string>();
/** Leads to further names beside the demo portals', by what it leads to. */
const doors = new Map<string, FrontDoor>();

export async function openInFirefox({ hosts = {}, ...rest }: EngineOptions): Promise<Engine> {
  const options = { ...rest, port: await portFor(rest.port, hosts) };
  const { opened, profile } = await take(options);
  return {
    context: opened.context,
    ownOrigin: opened.origin,
    background: async () => opened.background as Awaited<ReturnType<Engine['background']>>,
    killBackground: opened.endBackground,
    setEnabled: opened.setEnabled,
    setHost: opened.setHost,
    allowPrivate: opened.allowPrivate,
    takeUpdate: () => opened.installAgain(),
    // A workplace that opens its browser again finds its profile.
    close: () => opened.context.close(),
    async giveBack(isClean) {
      profiles.delete(options.profile);
      if (isClean && !kept && (await opened.forgetAll())) {
        kept = { opened, profile, locale: options.locale, port: options.port };
        return;
      }
      await opened.context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function portFor(port: number, hosts: Record<string, number>): Promise<number> {
  if (Object.keys(hosts).length === 0) return port;
  const where = JSON.stringify([port, hosts]);
  const door = doors.get(where) ?? (await FrontDoor.open(port, hosts));
  doors.set(where, door);
  return door.port;
}

async function take(options: EngineOptions): Promise<{ opened: OpenedFirefox; profile: string }> {
  const known = profiles.get(options.profile);
  if (!known && kept?.locale === options.locale && kept.port === options.port) {
    const { opened, profile } = kept;
    kept = null;
    profiles.set(options.profile, profile);
    await opened.install(options.extension);
    return { opened, profile };
  }
  const browser = await findFirefox();
  if (!browser) throw new Error('No Firefox is installed here (set FIREFOX to its path)');
  const profile = known ?? mkdtempSync(join(tmpdir(), 'latchdesk-firefox-'));
  profiles.set(options.profile, profile);
  return { opened: await openFirefox({ browser, ...options, profile }), profile };
}

/** Ends the browser that waits for the next test, and what leads it. */
export async function closeKept(): Promise<void> {
  const last = kept;
  kept = null;
  await last?.opened.context.close();
  if (last) rmSync(last.profile, { recursive: true, force: true });
  await Promise.all([...doors.values()].map((door) => door.close()));
  doors.clear();
}
