/** What surfaces know of the application, built from what was seen. */
import type { ReinstallRun } from '../../domain/market/reinstall.ts';
import type { MarketView, MarketWatch, RunView } from '../../domain/market/view.ts';

/** `run` is the reinstall that is under way, or the one that ended last. */
export function marketView(watch: MarketWatch, run: ReinstallRun | null, guardsOthers: boolean): MarketView {
  const { confirmed, declined, candidates, nameless, listedAt, generation } = watch;
  const { presence, isUnpublished, access, lastWipe } = watch;
  return {
    ...{ confirmed, declined, candidates, nameless, listedAt, generation },
    ...{ presence, isUnpublished, access, lastWipe, guardsOthers },
    run: run && runView(run),
  };
}

function runView({ before, after: _after, since: _since, ...run }: ReinstallRun): RunView {
  return {
    ...run,
    name: before?.name ?? '',
    appId: before?.appId ?? null,
    recorded: null,
    differences: null,
  };
}
