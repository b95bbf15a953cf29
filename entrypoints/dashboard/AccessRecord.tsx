import { useRef, useState } from 'preact/hooks';
import { type CorrectionTexts, correctionEvents, textsOf } from '../../components/dashboard/access/correction.ts';
import type { DialogChoice } from '../../components/dashboard/access/fields.tsx';
import { RecordPane, type RecordPaneProps } from '../../components/dashboard/access/RecordPane.tsx';
import type { NameOfChat } from '../../components/dashboard/access/record-words.ts';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import type { HistoryEntry, SignIns } from '../../domain/access/record.ts';
import type { RegisterRow } from '../../domain/access/view.ts';
import { ask } from './ask.ts';
import { useAnswer } from './use-answer.ts';
import { tellRecord, type useRegister } from './use-register.ts';

interface AccessRecordProps {
  portalKey: string;
  row: RegisterRow;
  now: number;
  register: ReturnType<typeof useRegister>;
  dialogs: readonly DialogChoice[];
  nameOfChat: NameOfChat;
  /** The portal's event log is not to be read. */
  isLogOff: boolean;
  onClose: () => void;
}

/** The details of one record, with its history. */
export function AccessRecord({ portalKey: key, row, now, register, isLogOff, ...rest }: AccessRecordProps) {
  const { id } = row;
  const { answer: history, retry } = useAnswer(() => ask<HistoryEntry[] | null>({ type: 'history.wanted', key, id }), {
    subject: `${key} ${id}`,
    stamp: row.changedAt,
  });
  const signIns = useSignIns(key, row);
  const correction = useCorrection(key, row, now, register);
  return (
    <RecordPane
      now={now}
      history={history}
      news={register.news}
      onRetryHistory={retry}
      {...register.actions}
      {...correction}
      {...signIns}
      {...(isLogOff && { looking: 'off' as const })}
      {...rest}
    />
  );
}

/** Sign-ins are read when somebody asks, never by themselves. */
function useSignIns(key: string, row: RegisterRow): Pick<RecordPaneProps, 'row' | 'looking' | 'onLook'> {
  const [found, setFound] = useState<SignIns | null>(null);
  const [looking, setLooking] = useState<RecordPaneProps['looking']>('none');
  const look = async () => {
    setLooking('underWay');
    const answer = await ask<SignIns | null>({ type: 'signIns.wanted', key, id: row.id }).catch((error) => {
      console.error('Latchdesk: sign-ins could not be asked for', error);
      return null;
    });
    if (answer) setFound(answer);
    setLooking(answer ? 'none' : 'noTab');
  };
  const isNewer = row.kind === 'vendor' && found !== null && found.at >= (row.signIns?.at ?? 0);
  return { row: isNewer ? { ...row, signIns: found } : row, looking, onLook: () => void look() };
}

type Correction = Pick<RecordPaneProps, 'texts' | 'state' | 'isCorrecting' | 'onCorrecting' | 'onChange' | 'onSave'>;

/** What is typed stays until it is saved or the form is left. */
function useCorrection(
  key: string,
  row: RegisterRow,
  now: number,
  { refresh, setNews }: ReturnType<typeof useRegister>,
): Correction {
  const { register: words } = useDashboardText();
  const [before, setBefore] = useState<CorrectionTexts | null>(null);
  const [texts, setTexts] = useState<CorrectionTexts>(() => textsOf(row, words, now));
  const [state, setState] = useState<RecordPaneProps['state']>('typing');
  /** Told already; when a later one fails, saving again must not tell these twice. */
  const told = useRef(new Set<string>());

  const begin = (isCorrecting: boolean) => {
    const fresh = textsOf(row, words, Date.now());
    setBefore(isCorrecting ? fresh : null);
    setTexts(fresh);
    setState('typing');
    told.current.clear();
  };
  const save = async () => {
    const events = before ? correctionEvents(before, texts, row) : [];
    if (events.length === 0) return setState('nothingChanged');
    setState('saving');
    for (const event of events) {
      const sign = JSON.stringify(event);
      if (told.current.has(sign)) continue;
      if (!(await tellRecord(key, row.id, event))) return setState('notSaved');
      told.current.add(sign);
    }
    begin(false);
    setNews({ id: row.id, what: 'saved' });
    await refresh();
  };
  return {
    texts,
    state,
    isCorrecting: before !== null,
    onCorrecting: begin,
    onChange: (changes) => {
      setTexts((known) => ({ ...known, ...changes }));
      setState('typing');
    },
    onSave: () => void save(),
  };
}
