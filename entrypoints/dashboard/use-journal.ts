import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../components/dashboard/States.tsx';
import type { JournalEntry } from '../../domain/journal.ts';
import { ask } from './ask.ts';

interface Wanted {
  key: string;
  /** Epoch ms; null: there is nothing to ask for. */
  period: { from: number; until: number } | null;
  /** Changes when something may have happened since. */
  stamp: unknown;
}

/** Entries of one question: enough for many screens, and a moment's work. */
const PAGE = 5_000;
/** ms: many changes in a row are one question. */
const PAUSE = 600;

/** The journal of a period, the newest entries at once and the older ones page by page; live at its end. */
export function useJournal({ key, period, stamp }: Wanted) {
  const [answer, setAnswer] = useState<Answer<JournalEntry[]>>({ state: 'loading' });
  const [isLoadingOlder, setLoadingOlder] = useState(false);
  const turn = useRef(0);
  /** False for a period that was over when it was chosen: nothing comes to it any more. */
  const isOpenEnded = useRef(true);
  const subject = `${key} ${period?.from} ${period && Math.round(period.until / 60_000)}`;

  const start = async () => {
    turn.current += 1;
    const mine = turn.current;
    const isMine = () => turn.current === mine;
    setAnswer({ state: 'loading' });
    if (!period) return;
    isOpenEnded.current = period.until >= Date.now() - PAUSE;
    try {
      let known: JournalEntry[] = [];
      // What happens in this very moment belongs to it.
      let until: number | null = period.until + 1;
      while (until !== null && isMine()) {
        const page = await entriesOf(key, period.from, until);
        if (!isMine()) return;
        known = [...page.entries, ...known];
        until = page.olderUntil;
        setAnswer({ state: 'ready', value: known, isRefreshFailed: false });
        setLoadingOlder(until !== null);
      }
    } catch (error) {
      console.error('Latchdesk: the journal could not be loaded', error);
      setLoadingOlder(false);
      if (isMine())
        setAnswer((now) => (now.state === 'ready' ? { ...now, isRefreshFailed: true } : { state: 'failed' }));
    }
  };

  /** What has come since; older entries never change. */
  const addNews = async () => {
    const newest = answer.state === 'ready' ? answer.value.at(-1)?.at : undefined;
    if (!period || isLoadingOlder || answer.state !== 'ready' || !isOpenEnded.current) return;
    const mine = turn.current;
    const from = newest ?? period.from;
    try {
      const news = await ask<JournalEntry[]>({ type: 'journal.wanted', key, from, until: Date.now() + 1 });
      if (mine !== turn.current) return;
      setAnswer((now) => (now.state === 'ready' ? { ...now, value: withNews(now.value, news, from) } : now));
    } catch (error) {
      console.error('Latchdesk: the newest entries of the journal could not be loaded', error);
      setAnswer((now) => (now.state === 'ready' ? { ...now, isRefreshFailed: true } : now));
    }
  };

  useEffect(() => void start(), [subject]);
  useEffect(() => {
    const timer = setTimeout(() => void addNews(), PAUSE);
    return () => clearTimeout(timer);
  }, [stamp]);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  return { answer, isLoadingOlder, retry: () => void start() };
}

/** One page, and up to when the next older one reaches; null when there is none. */
async function entriesOf(key: string, from: number, until: number) {
  const entries = await ask<JournalEntry[] | null>({ type: 'journal.wanted', key, from, until, newest: PAGE });
  if (entries === null) throw new Error('the background knows no journal of this portal');
  const oldest = entries[0]?.at;
  if (oldest === undefined || entries.length < PAGE) return { entries, olderUntil: null };
  // Of the same moment there may be more: they come with the next page.
  const whole = entries.filter(({ at }) => at > oldest);
  if (whole.length > 0) return { entries: whole, olderUntil: oldest + 1 };
  return { entries: await ask<JournalEntry[]>({ type: 'journal.wanted', key, from, until }), olderUntil: null };
}

function withNews(known: JournalEntry[], news: JournalEntry[], from: number): JournalEntry[] {
  const older = known.filter(({ at }) => at < from);
  return news.length === known.length - older.length ? known : [...older, ...news];
}
