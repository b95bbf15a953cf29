import type { ReinstallMessages } from '../../../domain/chatapp-reinstall-text.ts';
import type { StopReason } from '../../../domain/market/reinstall.ts';
import type { RunView } from '../../../domain/market/view.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Note } from './bits.tsx';

/** Why a reinstall stands still, and what to do next. */
export function StoppedNote({ run }: { run: Pick<RunView, 'stop' | 'stoppedIn' | 'checks'> }) {
  const {
    chatapp: { reinstall: words },
  } = useDashboardText();
  const { stop, stoppedIn } = run;
  const told = stop ? toldOf(stop, words) : { title: words.stopped.title, text: words.act.resume };
  const message = stop && 'message' in stop ? stop.message : '';
  return (
    <Note tone={stop?.kind === 'byUser' ? 'quiet' : 'warning'} {...told}>
      {stop?.kind === 'check' && (
        <p>
          {words.checks.name[stop.check]}:{' '}
          {words.checks.todo[stop.check][run.checks.find(({ name }) => name === stop.check)?.result ?? 'stop']}
        </p>
      )}
      {message !== '' && (
        <p>
          <bdi>{words.stopped.portalSays(message)}</bdi>
        </p>
      )}
      {stoppedIn && <p class="quiet">{words.stopped.in(words.state[stoppedIn])}</p>}
    </Note>
  );
}

function toldOf(stop: StopReason, { stopped }: ReinstallMessages): { title: string; text: string } {
  switch (stop.kind) {
    case 'byUser':
      return stopped.byUser;
    case 'check':
      return stopped.check;
    case 'vetoed':
      return stopped.vetoed;
    case 'installRefused':
      return stopped.refusal[stop.refusal];
  }
}
