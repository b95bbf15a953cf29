import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { InboxLocale, InboxMessages } from '../../domain/inbox-text.ts';

/** The words of the inbox; it needs `TextContext` as well. */
export const InboxTextContext = createContext<InboxLocale | null>(null);

/** The words of the inbox. */
export function useInboxText(): InboxMessages {
  const locale = useContext(InboxTextContext);
  if (!locale) throw new Error('No words for the inbox: wrap the component in <InboxTextContext.Provider>');
  return locale.messages;
}
