import { useEffect, useState } from 'preact/hooks';

/** True while something fills the screen: a call or a presentation is not the place for a chip. */
export function useFullScreen(): boolean {
  const [isFullScreen, setFullScreen] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const look = () => setFullScreen(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  return isFullScreen;
}
