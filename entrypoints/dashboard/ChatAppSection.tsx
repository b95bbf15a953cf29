import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import type { SectionProps } from './DashboardApp.tsx';

/** The application for messengers: whom it serves, its access list, its options, and a reinstall. */
export function ChatAppSection(_props: SectionProps) {
  const { chatapp: words } = useDashboardText();
  return <h1>{words.title}</h1>;
}
