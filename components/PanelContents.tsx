import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FinishFirst } from './FinishFirst.tsx';
import type { PanelProps } from './Panel.tsx';
import { isAccessPressing, NoAccess, PanelAccess } from './PanelAccess.tsx';
import { hasDialogs, PanelDialogs } from './PanelDialogs.tsx';
import { PanelNews } from './PanelNews.tsx';
import { PanelSlots } from './PanelSlots.tsx';

export interface PanelContentsProps extends PanelProps {
  field: RefObject<HTMLInputElement>;
  searchWanted: boolean;
  onWantSearch: () => void;
}

/** All of the panel that a reading has told. */
export function PanelContents(props: PanelContentsProps) {
  const { view, now, onSearch, onOpenDialog } = props;
  const [needyFirst, setNeedyFirst] = useState(false);
  const list = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (needyFirst) list.current?.querySelector<HTMLElement>('.dialog-row')?.focus();
  }, [needyFirst]);
  const putNeedyFirst = (wanted: boolean) => {
    if (wanted) onSearch('');
    setNeedyFirst(wanted);
  };
  const isPressing = isAccessPressing(view, now);
  return (
    <>
      <PanelNews {...props} needyFirst={needyFirst} onNeedyFirst={putNeedyFirst} />
      {isPressing && <PanelAccess {...props} />}
      <PanelSlots {...props} />
      {!isPressing && <PanelAccess {...props} />}
      {hasDialogs(view) && (
        <>
          <FinishFirst {...props} onOpen={onOpenDialog} />
          <PanelDialogs {...props} list={list} needyFirst={needyFirst} />
        </>
      )}
      <NoAccess {...props} />
    </>
  );
}
