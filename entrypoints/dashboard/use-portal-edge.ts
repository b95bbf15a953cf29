import type { PortalsPageProps } from '../../components/dashboard/portals/PortalsPage.tsx';
import type { Preferences } from '../../domain/preferences.ts';
import { useGovernance } from './use-governance.ts';

const EDGE = 'portalEdge';

/** The coloured edge that tells portals apart: whether it is wanted, and whether the user may decide. */
export function usePortalEdge({ featuresOff }: Preferences): PortalsPageProps['edge'] {
  const { answer, saving, change, flush } = useGovernance(featuresOff.join());
  const view = answer.state === 'ready' ? answer.value : null;
  return {
    isOn: view && !view.effective.featuresOff.includes(EDGE),
    isFixed: view?.locks.some(([field]) => field === `featuresOff.${EDGE}`) ?? false,
    isFailed: saving === 'notSaved',
    onChange: (isOn) => {
      if (!view) return;
      const others = view.preferences.featuresOff.filter((feature) => feature !== EDGE);
      change({ featuresOff: isOn ? others : [...others, EDGE] });
      void flush();
    },
  };
}
