import { useEffect, useState } from 'preact/hooks';
import type { Section } from '../../domain/dashboard-text.ts';
import { type LoadedSection, loadedSection, loadSection } from './sections.ts';

/** The code of a section, as soon as it is there. */
export function useSection(section: Section): { loaded: LoadedSection | null; isFailed: boolean; retry: () => void } {
  const [failed, setFailed] = useState<Section | null>(null);
  const [, setLoaded] = useState<LoadedSection | null>(null);
  const load = () => {
    setFailed(null);
    loadSection(section).then(setLoaded, (error) => {
      console.error('Latchdesk: a part of the dashboard could not be loaded', error);
      setFailed(section);
    });
  };
  useEffect(() => {
    if (!loadedSection(section)) load();
  }, [section]);
  return { loaded: loadedSection(section), isFailed: failed === section, retry: load };
}
