import { useState } from 'preact/hooks';
import type { SurfaceMessage } from '../../bitrix24/surface-protocol.ts';
import type { RecordActions, RecordNews } from '../../components/dashboard/access/record-actions.ts';
import type { RegisterRow } from '../../domain/access/view.ts';
import { snoozeUntil } from '../../domain/snooze.ts';
import type { PortalView } from '../../domain/view.ts';
import { ask } from './ask.ts';
import { useAnswer } from './use-answer.ts';

type AccessEvent = Extract<SurfaceMessage, { type: 'access.told' }>['event'];

/** Tells the background something about a record; false when it could not be kept. */
export async function tellRecord(key: string, id: string, event: AccessEvent): Promise<boolean> {
  try {
    return Boolean(await ask<unknown>({ type: 'access.told', key, id, event }));
  } catch (error) {
    console.error('Latchdesk: a record of access could not be changed', error);
    return false;
  }
}

async function openRecord(key: string, id: string): Promise<RecordNews['what']> {
  try {
    return (await ask<'inPage' | 'inTab' | 'nowhere' | null>({ type: 'access.opened', key, id })) ?? 'failed';
  } catch (error) {
    console.error('Latchdesk: the message of a request could not be opened', error);
    return 'failed';
  }
}

/** All records of a portal, asked again after each change, and what can be done with one. */
export function useRegister(portal: PortalView) {
  const { key } = portal;
  const { answer, retry, refresh } = useAnswer(() => ask<RegisterRow[] | null>({ type: 'register.wanted', key }), {
    subject: key,
    stamp: portal,
  });
  const [news, setNews] = useState<RecordNews | null>(null);

  const tell = async (row: RegisterRow, event: AccessEvent) => {
    setNews(null);
    if (await tellRecord(key, row.id, event)) await refresh();
    else setNews({ id: row.id, what: 'notDone' });
  };
  const actions: Omit<RecordActions, 'onDetails'> = {
    onOpen: (row) => void openRecord(key, row.id).then((what) => setNews({ id: row.id, what })),
    onSnooze: (row, choice) => void tell(row, { type: 'snoozed', until: snoozeUntil(choice, Date.now()) }),
    onUnsnooze: (row) => void tell(row, { type: 'snoozed', until: 0 }),
    onTell: (row, what) => void tell(row, { type: what }),
  };
  return { answer, retry, refresh, news, setNews, actions };
}
