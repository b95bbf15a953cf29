import { useEffect, useState } from 'preact/hooks';
import type { NotificationState } from '../../domain/dashboard-text.ts';
import { browser } from '../../platform/browser.ts';

const NOTIFICATIONS = { permissions: ['notifications' as const] };

/** Whether the browser lets Latchdesk notify; followed, because it can be taken back in the browser's settings. */
export function useNotifications() {
  const [notifications, setNotifications] = useState<NotificationState>('notAsked');
  useEffect(() => {
    const look = async () => {
      const isAllowed = await browser.permissions.contains(NOTIFICATIONS);
      setNotifications((known) => (isAllowed ? 'allowed' : known === 'allowed' ? 'notAsked' : known));
    };
    const follow = () => void look().catch((error) => console.error('Latchdesk: permissions could not be read', error));
    follow();
    browser.permissions.onAdded.addListener(follow);
    browser.permissions.onRemoved.addListener(follow);
    return () => {
      browser.permissions.onAdded.removeListener(follow);
      browser.permissions.onRemoved.removeListener(follow);
    };
  }, []);

  /** To be called in the click itself: later, the browser no longer believes that the user wants it. */
  const onAllowNotifications = () => {
    browser.permissions.request(NOTIFICATIONS).then(
      (isAllowed) => setNotifications(isAllowed ? 'allowed' : 'refused'),
      (error) => {
        console.error('Latchdesk: the browser could not ask for notifications', error);
        setNotifications('failed');
      },
    );
  };
  return { notifications, onAllowNotifications };
}
