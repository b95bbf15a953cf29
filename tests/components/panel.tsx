/** A panel to draw, and the ways to reach into it. */
import { screen } from '@testing-library/preact';
import { Panel, type PanelProps } from '../../components/Panel.tsx';
import { NOW, portal } from './samples.ts';

export const nothing = () => undefined;

export function panel(changes: Partial<PanelProps> = {}) {
  return (
    <Panel
      view={portal()}
      now={NOW}
      position={{ edge: 'right', offset: 40 }}
      search={null}
      onClose={nothing}
      onOpenDialog={nothing}
      onDetails={nothing}
      onSearch={nothing}
      onNewDialog={nothing}
      onPrepareQuestion={nothing}
      onDrafts={nothing}
      onReadAgain={nothing}
      onHideHere={nothing}
      onOpenRequest={nothing}
      onTellAccess={nothing}
      onRegister={nothing}
      {...changes}
    />
  );
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const rows = () => [...document.querySelectorAll<HTMLElement>('.dialog-row')];
