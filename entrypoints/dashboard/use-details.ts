import { useEffect, useRef, useState } from 'preact/hooks';
import type { DialogDetails } from '../../domain/view.ts';
import { ask } from './ask.ts';

/** Null: the background no longer knows the dialog. */
type Known = ReadonlyMap<number, DialogDetails | null>;

/** Questions that are under way at once. */
const AT_ONCE = 50;
/** ms: what is only scrolled past is not asked for. */
const PAUSE = 150;

const askFor = (key: string, chatId: number) => ask<DialogDetails | null>({ type: 'details.wanted', key, chatId });

/** What a view leaves out of a dialog, asked for where somebody looks; asked again after each change. */
export function useDetails(key: string, stamp: unknown) {
  const [known, setKnown] = useState<Known>(new Map());
  /** Asked since the last change. */
  const asked = useRef(new Set<number>());
  const inSight = useRef<readonly number[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const put = (fresh: readonly (readonly [number, DialogDetails | null])[]) =>
    setKnown((before) => new Map([...before, ...fresh]));

  const wantMissing = async () => {
    const missing = inSight.current.filter((chatId) => !asked.current.has(chatId));
    if (missing.length === 0) return;
    for (const chatId of missing) asked.current.add(chatId);
    try {
      put(await Promise.all(missing.map(async (chatId) => [chatId, await askFor(key, chatId)] as const)));
    } catch (error) {
      console.error('Latchdesk: the background does not tell a dialog’s details', error);
      for (const chatId of missing) asked.current.delete(chatId);
    }
  };
  const see = (chatIds: readonly number[]) => {
    inSight.current = chatIds;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void wantMissing(), PAUSE);
  };
  /** One that must be fresh, in sight or not. */
  const look = async (chatId: number) => {
    try {
      put([[chatId, await askFor(key, chatId)]]);
    } catch (error) {
      console.error('Latchdesk: the background does not tell a dialog’s details', error);
    }
  };
  useEffect(() => {
    asked.current.clear();
    void wantMissing();
  }, [stamp]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return { known, see, look, put };
}

/** The details of many dialogs, a share at a time so that the background stays free for others. */
export async function detailsOfAll(key: string, chatIds: readonly number[]): Promise<Map<number, DialogDetails>> {
  const found = new Map<number, DialogDetails>();
  for (let start = 0; start < chatIds.length; start += AT_ONCE) {
    const share = chatIds.slice(start, start + AT_ONCE);
    for (const details of await Promise.all(share.map((chatId) => askFor(key, chatId)))) {
      if (details) found.set(details.chatId, details);
    }
  }
  return found;
}
