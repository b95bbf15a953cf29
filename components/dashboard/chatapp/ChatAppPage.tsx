import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { CHATAPP_TABS, type ChatAppTab } from '../../../domain/chatapp-text.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { PageHead } from '../States.tsx';
import { IdentityPart, type IdentityPartProps } from './IdentityPart.tsx';

export interface ChatAppPageProps extends IdentityPartProps {
  tab: ChatAppTab;
  hrefOf: (tab: ChatAppTab) => string;
  children: ComponentChildren;
}

/** The application for messengers: which it is, and its parts. */
export function ChatAppPage({ tab, hrefOf, children, ...identity }: ChatAppPageProps) {
  const { chatapp: words } = useDashboardText();
  return (
    <div class="chatapp">
      <PageHead title={words.title} lead={words.lead} />
      <IdentityPart {...identity} />
      <Tabs tab={tab} hrefOf={hrefOf} />
      {children}
    </div>
  );
}

const STEP: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

function Tabs({ tab, hrefOf }: Pick<ChatAppPageProps, 'tab' | 'hrefOf'>) {
  const { chatapp: words } = useDashboardText();
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(event.target as HTMLAnchorElement);
    const step = STEP[event.key];
    if (at < 0 || !step) return;
    event.preventDefault();
    links[step(at, links.length - 1)]?.focus();
  };
  return (
    <nav class="chatapp-tabs" aria-label={words.tabs}>
      <ul ref={list} onKeyDown={move}>
        {CHATAPP_TABS.map((each) => (
          <li key={each}>
            <a class="chatapp-tab" href={hrefOf(each)} aria-current={each === tab ? 'page' : undefined}>
              {words.tab[each]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
