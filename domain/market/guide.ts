/** What a person does next in a reinstall, on the page they are on. */
import type { NotePlace } from './note.ts';
import type { ReinstallState } from './reinstall.ts';
import type { MarketPlace, RunView } from './view.ts';

export const GUIDE_STEPS = ['checked', 'recorded', 'uninstalled', 'installed', 'finished', 'compared'] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

/** `skipped`: nobody did it, and the run went on without. */
export type StepMark = 'done' | 'now' | 'later' | 'skipped' | 'stopped';

/** One sentence for one page: what to do there, or where to go. */
export type GuideAdvice =
  | 'record'
  | 'uninstallInList'
  | 'uninstallInOldList'
  | 'uninstallOnPage'
  | 'goToList'
  | 'waitUntilGone'
  | 'lookAtList'
  | 'installOnPage'
  | 'installInOldList'
  | 'installInWindow'
  | 'goToPage'
  | 'finishHere'
  | 'goToApplication'
  | 'compare'
  | 'lookAtResult'
  | 'wiped'
  | 'stopped';

/** Pages that the guide can lead to. */
export type GuidePlace = Extract<
  MarketPlace['kind'],
  'installed' | 'detail' | 'application' | 'deals' | 'contactCenter'
>;

/** Index of the step that each state is about. */
const STEP_OF: Record<Exclude<ReinstallState, 'stopped'>, number> = {
  checked: 1,
  recorded: 2,
  uninstalling: 2,
  dataWiped: 2,
  absent: 3,
  installing: 3,
  finishing: 4,
  compared: 5,
  done: GUIDE_STEPS.length,
};

/** Index in `GUIDE_STEPS` of what is to be done now. */
export function stepNow({ state, stoppedIn, finishedBy }: RunView): number {
  const at = state === 'stopped' ? stoppedIn : state;
  if (at === null || at === 'stopped') return 0;
  return at === 'finishing' && finishedBy !== null ? STEP_OF.compared : STEP_OF[at];
}

/** Every step of the run with how far it is. */
export function stepsOf(run: RunView): { step: GuideStep; mark: StepMark }[] {
  const now = stepNow(run);
  const isHalted = run.state === 'stopped' || run.state === 'dataWiped';
  return GUIDE_STEPS.map((step, index) => {
    if (index > now) return { step, mark: 'later' };
    if (index === now) return { step, mark: isHalted ? 'stopped' : 'now' };
    return { step, mark: step === 'recorded' && run.recorded === null ? 'skipped' : 'done' };
  });
}

/** What to do now on this page. */
export function adviceOn(run: RunView, place: NotePlace): GuideAdvice {
  const isOn = (page: NotePlace['page']) => place.page === page && place.isOfApplication;
  switch (run.state) {
    case 'checked':
      return 'record';
    case 'recorded':
      if (isOn('installed')) return place.generation === 'old' ? 'uninstallInOldList' : 'uninstallInList';
      return isOn('detail') ? 'uninstallOnPage' : 'goToList';
    case 'uninstalling':
      return place.page === 'installed' || isOn('detail') ? 'waitUntilGone' : 'lookAtList';
    case 'absent':
      if (isOn('detail')) return 'installOnPage';
      return isOn('installed') && place.generation === 'old' ? 'installInOldList' : 'goToPage';
    case 'installing':
      return place.page === 'detail' || place.page === 'installed' ? 'installInWindow' : 'goToPage';
    case 'finishing':
      if (run.finishedBy !== null) return 'compare';
      return isOn('app') ? 'finishHere' : 'goToApplication';
    case 'compared':
    case 'done':
      return 'lookAtResult';
    case 'dataWiped':
      return 'wiped';
    case 'stopped':
      return 'stopped';
  }
}

const LEADS_TO: Partial<Record<GuideAdvice, GuidePlace>> = {
  goToList: 'installed',
  lookAtList: 'installed',
  goToPage: 'detail',
  goToApplication: 'application',
};

/** The page that a piece of advice sends to; null: it is about this page. */
export function placeOf(run: RunView, advice: GuideAdvice): GuidePlace | null {
  // What the portal wants before it installs, it says on the application's page.
  if (advice === 'stopped' && run.stop?.kind === 'installRefused') return 'detail';
  return LEADS_TO[advice] ?? null;
}

/** Pages that have to be on show once before their part can be recorded. */
export function pagesToShow({ recorded, state, finishedBy }: RunView): GuidePlace[] {
  // What was seen before the reinstall says nothing of what is there after it.
  if (state === 'finishing' && finishedBy !== null) return ['deals', 'contactCenter'];
  if (state !== 'checked' && state !== 'recorded') return [];
  const pages: GuidePlace[] = [];
  if (!recorded || recorded.cards.length === 0) pages.push('deals');
  if (!recorded?.tiles) pages.push('contactCenter');
  return pages;
}
