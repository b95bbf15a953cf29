import { useEffect, useState } from 'preact/hooks';
import { rightEdgeInset } from '../../bitrix24/portal-edges.ts';

/** The portal draws its bar some time after the page is there; one more look is enough. */
const SECOND_LOOK = 2_000;

/** Pixels that the portal's own bar takes at the right edge; measured when the page or the window changes size. */
export function useRightEdgeInset(): number {
  const [inset, setInset] = useState(() => rightEdgeInset(document));
  useEffect(() => {
    const look = () => setInset(rightEdgeInset(document));
    const timer = setTimeout(look, SECOND_LOOK);
    addEventListener('load', look);
    addEventListener('resize', look);
    return () => {
      clearTimeout(timer);
      removeEventListener('load', look);
      removeEventListener('resize', look);
    };
  }, []);
  return inset;
}
