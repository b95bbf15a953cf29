import type { NotificationState } from '../../domain/dashboard-text.ts';
import { Icon } from '../Icon.tsx';
import { useDashboardText } from './dashboard-text-context.ts';

export interface NotificationFieldProps {
  notifications: NotificationState;
  onAllowNotifications: () => void;
}

/** Whether the browser lets Latchdesk notify, and the way to let it. */
export function NotificationField({ notifications, onAllowNotifications }: NotificationFieldProps) {
  const { settings: words } = useDashboardText();
  const isAllowed = notifications === 'allowed';
  const isTrouble = notifications === 'refused' || notifications === 'failed';
  return (
    <>
      <p class={isTrouble ? 'field-problem' : 'mark'} data-tone={isAllowed ? 'good' : 'quiet'} role="status">
        <Icon name={isAllowed ? 'roomy' : isTrouble ? 'near' : 'switchedOff'} />
        {words.notification[notifications]}
      </p>
      {!isAllowed && (
        <button type="button" class="button" onClick={onAllowNotifications}>
          {words.allow}
        </button>
      )}
    </>
  );
}
