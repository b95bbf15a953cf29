/**
 * The sections, what each needs, and where its code is: only the section that is on show is loaded, so that the first
 * screen does not wait for charts and forms of others.
 */
import type { JSX } from 'preact';
import type { Section } from '../../domain/dashboard-text.ts';
import { OverviewSection } from './OverviewSection.tsx';
import type { AnySectionProps, FrontSectionProps, SectionProps } from './section-props.ts';

type Drawn<P> = (props: P) => JSX.Element | null;

/** `portal`: one that was read. `front`: all of them, also none. `nothing`: drawn even when nothing could be loaded. */
export type LoadedSection =
  | { needs: 'portal'; Drawn: Drawn<SectionProps> }
  | { needs: 'front'; Drawn: Drawn<FrontSectionProps> }
  | { needs: 'nothing'; Drawn: Drawn<AnySectionProps> };

const ofPortal = (Drawn: Drawn<SectionProps>): LoadedSection => ({ needs: 'portal', Drawn });
const ofFront = (Drawn: Drawn<FrontSectionProps>): LoadedSection => ({ needs: 'front', Drawn });
const ofAny = (Drawn: Drawn<AnySectionProps>): LoadedSection => ({ needs: 'nothing', Drawn });

const LOAD: Record<Section, () => Promise<LoadedSection>> = {
  overview: async () => ofFront(OverviewSection),
  dialogs: async () => ofPortal((await import('./DialogsSection.tsx')).DialogsSection),
  access: async () => ofPortal((await import('./AccessSection.tsx')).AccessSection),
  chatapp: async () => ofPortal((await import('./ChatAppSection.tsx')).ChatAppSection),
  report: async () => ofPortal((await import('./ReportSection.tsx')).ReportSection),
  drafts: async () => ofPortal((await import('./DraftsSection.tsx')).DraftsSection),
  rules: async () => ofFront((await import('./RulesSection.tsx')).RulesSection),
  journal: async () => ofPortal((await import('./JournalSection.tsx')).JournalSection),
  portals: async () => ofFront((await import('./PortalsSection.tsx')).PortalsSection),
  settings: async () => ofFront((await import('./SettingsSection.tsx')).SettingsSection),
  health: async () => ofAny((await import('./HealthSection.tsx')).HealthSection),
  privacy: async () => ofAny((await import('./PrivacySection.tsx')).PrivacySection),
  start: async () => ofFront((await import('./StartSection.tsx')).StartSection),
};

/** Sections about all portals alike: which one was chosen means nothing there. */
const WITHOUT_PORTAL: readonly Section[] = ['overview', 'rules', 'portals', 'start'];
export const hasPortalBar = (section: Section): boolean => !WITHOUT_PORTAL.includes(section);

const underWay = new Map<Section, Promise<LoadedSection>>();
const there = new Map<Section, LoadedSection>([['overview', ofFront(OverviewSection)]]);

/** The section, if its code is there already. */
export const loadedSection = (section: Section): LoadedSection | null => there.get(section) ?? null;

/** Loads the code of a section, once; what failed is tried again when it is asked for again. */
export function loadSection(section: Section): Promise<LoadedSection> {
  const known = underWay.get(section);
  if (known) return known;
  const loading = LOAD[section]();
  underWay.set(section, loading);
  loading.then(
    (loaded) => there.set(section, loaded),
    () => underWay.delete(section),
  );
  return loading;
}
