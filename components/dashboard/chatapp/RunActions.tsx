import type { MarketPlace, RunView } from '../../../domain/market/view.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { WriteButton } from '../WriteButton.tsx';
import { DeedLine, PlaceButton } from './bits.tsx';
import { useDeed } from './use-deed.ts';

/** What somebody says of a reinstall. */
export interface RunWord {
  type: 'record.wanted' | 'finish.told' | 'comparison.closed' | 'run.stopped' | 'run.resumed';
}

interface RunActionsProps {
  run: RunView;
  onRun: (id: string, word: RunWord) => Promise<boolean>;
  onPlace: (place: MarketPlace) => Promise<boolean>;
}

type Act = 'record' | 'recordAgain' | 'compare' | 'compareAgain' | 'finish' | 'stop' | 'resume' | 'close';
type Way = 'openList' | 'openDetail' | 'openApplication';

const WORD: Record<Act, RunWord['type']> = {
  record: 'record.wanted',
  recordAgain: 'record.wanted',
  compare: 'record.wanted',
  compareAgain: 'record.wanted',
  finish: 'finish.told',
  stop: 'run.stopped',
  resume: 'run.resumed',
  close: 'comparison.closed',
};

const PLACE: Record<Way, MarketPlace> = {
  openList: { kind: 'installed' },
  openDetail: { kind: 'detail' },
  openApplication: { kind: 'application' },
};

/** What can be done in each state; the first is the one to do next. */
const DOES: Record<RunView['state'], readonly (Act | Way)[]> = {
  checked: ['record', 'stop'],
  recorded: ['openList', 'recordAgain', 'stop'],
  uninstalling: ['openList', 'stop'],
  absent: ['openDetail', 'stop'],
  installing: ['openDetail', 'stop'],
  finishing: ['openApplication', 'finish', 'stop'],
  compared: ['close', 'compareAgain', 'openApplication'],
  done: [],
  dataWiped: ['openDetail', 'openApplication', 'compare'],
  stopped: ['resume'],
};

const isWay = (does: Act | Way): does is Way => Object.hasOwn(PLACE, does);

function doesIn({ state, stop, finishedBy }: RunView): readonly (Act | Way)[] {
  if (state === 'stopped' && stop?.kind === 'installRefused') return ['resume', 'openDetail'];
  // Its end is known: what is left is to read how it is now.
  if (state === 'finishing' && finishedBy !== null) return ['compare', 'openApplication', 'stop'];
  return DOES[state];
}

/** What to do next, and what else can be done. */
export function RunActions({ run, onRun, onPlace }: RunActionsProps) {
  const {
    chatapp: { reinstall: words },
  } = useDashboardText();
  const deed = useDeed();
  const does = doesIn(run);
  return (
    <div class="run-actions">
      <div class="inline-actions">
        {does.map((each, index) =>
          isWay(each) ? (
            <PlaceButton
              key={each}
              place={PLACE[each]}
              label={words.act[each]}
              isStrong={index === 0}
              onPlace={onPlace}
            />
          ) : (
            <WriteButton
              key={each}
              type="button"
              class={index === 0 ? 'button strong' : each === 'stop' ? 'text-button' : 'button'}
              aria-disabled={deed.state === 'doing'}
              onClick={() => void deed.run(() => onRun(run.id, { type: WORD[each] }))}
            >
              {words.act[each]}
            </WriteButton>
          ),
        )}
      </div>
      {run.state === 'finishing' && run.finishedBy === null && <p class="quiet">{words.act.finishHint}</p>}
      <DeedLine state={deed.state} doing={words.doing} failed={words.notDone} />
    </div>
  );
}
