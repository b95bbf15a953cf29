import { useState } from 'preact/hooks';
import type { AppMessage } from '../../bitrix24/market-protocol.ts';
import type { ReadState } from '../../components/dashboard/chatapp/ReadLine.tsx';
import type { RunWord } from '../../components/dashboard/chatapp/RunActions.tsx';
import { type ChatAppBook, type ChatAppWord, READING_PARTS, type ReadTrouble } from '../../domain/chatapp/book.ts';
import type { MarketPlace } from '../../domain/market/view.ts';
import type { PortalView } from '../../domain/view.ts';
import { ask } from './ask.ts';
import { useAnswer } from './use-answer.ts';

/** Asks for something to be done; true when the answer says that it was. */
async function wish<T>(message: AppMessage, isDone: (answer: T) => boolean): Promise<boolean> {
  try {
    return isDone(await ask<T>(message));
  } catch (error) {
    console.error('Latchdesk: the background does not answer the dashboard', error);
    return false;
  }
}

const isTrue = (answer: unknown) => answer === true;
const isNoRefusal = (answer: unknown) => answer !== false;
const isThere = (answer: unknown) => answer !== null && answer !== undefined;

/** All that is kept of ChatApp on a portal, asked again when the application changes, and what can be done. */
export function useChatApp({ key, market }: PortalView) {
  const { answer, retry, refresh, setAnswer } = useAnswer(() => ask<ChatAppBook | null>({ type: 'book.wanted', key }), {
    subject: key,
    // The book is long: it is not asked for again when only dialogs have changed.
    stamp: JSON.stringify(market),
  });
  const [reading, setReading] = useState<ReadState>('none');

  const readAgain = async () => {
    setReading('reading');
    setReading((await readThrough(key)) ?? 'none');
    await refresh();
  };
  const tell = async (word: ChatAppWord): Promise<boolean> => {
    const message = { type: 'book.told', key, word } as Extract<AppMessage, { type: 'book.told' }>;
    let told: ChatAppBook | null = null;
    await wish<ChatAppBook | null>(message, (book) => {
      told = book ?? null;
      return told !== null;
    });
    if (told) setAnswer({ state: 'ready', value: told, isRefreshFailed: false });
    return told !== null;
  };
  return {
    answer,
    retry,
    reading,
    readAgain,
    tell,
    confirm: (code: string | null) => wish({ type: 'app.confirmed', key, code }, isNoRefusal),
    forget: () => wish({ type: 'app.forgotten', key }, isNoRefusal),
    open: (place: MarketPlace) => wish({ type: 'place.wanted', key, place }, isTrue),
    begin: () => wish({ type: 'reinstall.begun', key }, isThere),
    run: (id: string, event: RunWord) => wish({ type: 'reinstall.told', key, id, event }, isTrue),
  };
}

/** Reads everything through a tab of the portal; null when it was read. */
async function readThrough(key: string): Promise<ReadTrouble | null> {
  try {
    const message: AppMessage = { type: 'book.readAgain', key, parts: [...READING_PARTS] };
    const trouble = await ask<ReadTrouble | null | undefined>(message);
    // In Firefox a background that was ended has answered nothing; elsewhere that is an error.
    return trouble === undefined ? 'failed' : trouble;
  } catch (error) {
    console.error('Latchdesk: the portal could not be read for ChatApp', error);
    return 'failed';
  }
}
