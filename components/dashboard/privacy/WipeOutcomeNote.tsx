import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { WipeProof } from '../../../domain/privacy.ts';
import { useText } from '../../text-context.ts';
import { Note } from '../chatapp/bits.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { nameOfPart } from './stored-lines.ts';
import type { WipePartProps } from './WipePart.tsx';

/** What became of a wipe, with its proof; takes the focus, because the form that had it is gone. */
export function WipeOutcomeNote({ outcome, now, onPutAway }: Pick<WipePartProps, 'outcome' | 'now' | 'onPutAway'>) {
  const {
    privacy: { wipe: words },
  } = useDashboardText();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) note.current?.focus();
  }, [outcome?.state]);
  return (
    <div class="wipe-proof" role="status" tabIndex={-1} ref={note}>
      {outcome?.state === 'doing' && <p>{words.doing}</p>}
      {outcome?.state === 'failed' && (
        <Note tone="danger" {...words.failed}>
          <PutAway onPutAway={onPutAway} />
        </Note>
      )}
      {outcome?.state === 'done' && (
        <Proof proof={outcome.proof} host={outcome.host} now={now}>
          <PutAway onPutAway={onPutAway} />
        </Proof>
      )}
    </div>
  );
}

function PutAway({ onPutAway }: Pick<WipePartProps, 'onPutAway'>) {
  const {
    privacy: { wipe: words },
  } = useDashboardText();
  return (
    <button type="button" class="button" onClick={onPutAway}>
      {words.understood}
    </button>
  );
}

interface ProofProps {
  proof: WipeProof;
  /** Null: everything was wiped. */
  host: string | null;
  now: number;
  children: ComponentChildren;
}

function Proof({ proof, host, now, children }: ProofProps) {
  const text = useText();
  const {
    privacy: { wipe: words, stored },
  } = useDashboardText();
  const { removed, at, left } = proof;
  const isClean = left.length === 0;
  const done = host === null ? words.done.all : words.done.one(host);
  return (
    <Note tone={isClean ? 'good' : 'warning'} title={isClean ? done : words.left}>
      <p>
        {words.removed(removed)} {words.removedAt(text.time(at, now))}
      </p>
      {isClean ? (
        <p>{words.proven}</p>
      ) : (
        <>
          <ul class="bulleted">
            {left.map(({ table, rows }) => (
              <li key={table}>{words.leftRows(nameOfPart(stored, table).name, rows)}</li>
            ))}
          </ul>
          <p>{words.leftNext}</p>
        </>
      )}
      {children}
    </Note>
  );
}
