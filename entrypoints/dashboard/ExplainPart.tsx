import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import type { ChatAppBook } from '../../domain/chatapp/book.ts';
import type { MarketPlace } from '../../domain/market/view.ts';
import type { PortalView } from '../../domain/view.ts';

export interface ExplainPartProps {
  portal: PortalView;
  book: ChatAppBook;
  now: number;
  language: string;
  /** What the address says of it, such as the employee on show; null: nothing. */
  detail: string | null;
  onDetail: (detail: string | null) => void;
  onPlace: (place: MarketPlace) => void;
  onReadAgain: () => void;
}

/** Why an employee can or cannot work with ChatApp. */
export function ExplainPart(_props: ExplainPartProps) {
  const { explainer: words } = useDashboardText();
  return <p>{words.title}</p>;
}
