import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { LatchMark } from './LatchMark.tsx';
import type { PanelProps } from './Panel.tsx';
import { useText } from './text-context.ts';

export interface PanelHeaderProps extends PanelProps {
  nameId: string;
  menuOpen: boolean;
  menuToggle: RefObject<HTMLButtonElement>;
  onMenu: (open: boolean) => void;
}

/** Whose panel this is, and its menu: a plain disclosure, so Tab walks through it in reading order. */
export function PanelHeader(props: PanelHeaderProps) {
  const { view, nameId, menuOpen, menuToggle, onMenu, onClose } = props;
  const text = useText();
  return (
    <header class="panel-header">
      <LatchMark size={20} />
      <h2 class="panel-title" id={nameId} aria-label={text.panel.name(view.host)} title={view.host}>
        {view.host}
      </h2>
      <button
        type="button"
        class="icon-button"
        ref={menuToggle}
        aria-label={text.panel.menu}
        title={text.panel.menu}
        aria-expanded={menuOpen}
        onClick={() => onMenu(!menuOpen)}
      >
        <Icon name="more" size={16} />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={text.panel.close}
        title={text.panel.close}
        onClick={onClose}
      >
        <Icon name="cross" size={16} />
      </button>
      {menuOpen && <Menu {...props} />}
    </header>
  );
}

function Menu({ onOtherSide, onHideHere }: PanelHeaderProps) {
  const text = useText();
  const [why, setWhy] = useState(false);
  return (
    <div class="panel-menu">
      {onOtherSide && (
        <button type="button" class="menu-item" onClick={onOtherSide}>
          {text.panel.otherSide}
        </button>
      )}
      <button type="button" class="menu-item" onClick={onHideHere}>
        {text.panel.hideHere}
      </button>
      <button type="button" class="menu-item fold" aria-expanded={why} onClick={() => setWhy(!why)}>
        {text.panel.why}
        <Icon name="chevron" />
      </button>
      {why && (
        <div class="menu-why">
          <p>{text.panel.whyText}</p>
          <p>{text.product.independent}.</p>
        </div>
      )}
    </div>
  );
}
