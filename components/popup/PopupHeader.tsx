import { Icon, type IconName } from '../Icon.tsx';
import { LatchMark } from '../LatchMark.tsx';
import { usePopupText, useText } from '../text-context.ts';

export interface PopupHeaderProps {
  /** The palette shall open. */
  onFind: () => void;
  /** Latchdesk's own page shall open. */
  onOverview: () => void;
  /** Keeps this open at the side of the window; null where the browser cannot, or it is there already. */
  onKeepOpen: (() => void) | null;
  /** True after the browser did not open it. */
  isKeepOpenFailed?: boolean;
}

/** The mark, and the ways on that belong to no portal. */
export function PopupHeader({ onFind, onOverview, onKeepOpen, isKeepOpenFailed = false }: PopupHeaderProps) {
  const text = useText();
  const popup = usePopupText();
  return (
    <header class="popup-header">
      <LatchMark size={20} />
      <h1 class="popup-title">{popup.title}</h1>
      <span class="quiet">{text.product.name}</span>
      <HeaderButton icon="search" name={popup.find} keys="Control+K /" onPress={onFind} />
      <HeaderButton icon="details" name={popup.dashboardAll} onPress={onOverview} />
      {onKeepOpen && <HeaderButton icon="panel" name={popup.keepOpen} onPress={onKeepOpen} />}
      {isKeepOpenFailed && (
        <p class="action-failure" role="status">
          <Icon name="near" />
          {popup.keepOpenFailed}
        </p>
      )}
    </header>
  );
}

interface HeaderButtonProps {
  icon: IconName;
  name: string;
  keys?: string;
  onPress: () => void;
}

function HeaderButton({ icon, name, keys, onPress }: HeaderButtonProps) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} aria-keyshortcuts={keys} onClick={onPress}>
      <Icon name={icon} size={16} />
    </button>
  );
}
