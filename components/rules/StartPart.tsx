import { useState } from 'preact/hooks';
import type { RulesView } from '../../domain/rules/view.ts';
import { ChoiceField } from '../dashboard/access/fields.tsx';
import { WriteButton } from '../dashboard/WriteButton.tsx';
import { useRulesText } from './rules-text-context.ts';

export interface StartPartProps {
  /** On which it may be started. */
  portals: RulesView['portals'];
  /** Actions that were started; null: nothing was tried. */
  started: number | null;
  onStart: (portal: string) => void;
}

/** Starts a rule that nothing else starts. */
export function StartPart({ portals, started, onStart }: StartPartProps) {
  const { page, editor } = useRulesText();
  const [chosen, setChosen] = useState(portals[0]?.key ?? '');
  return (
    <section class="rules-part" aria-label={page.start.title}>
      <h3 class="part-title">{page.start.title}</h3>
      <p class="quiet">{portals.length > 0 ? page.start.text : editor.noPortals}</p>
      {portals.length > 0 && (
        <div class="toolbar">
          <ChoiceField
            label={page.startPortal}
            value={chosen}
            options={portals.map(({ key, label }) => [key, label] as const)}
            onChange={setChosen}
          />
          <WriteButton type="button" class="button strong" onClick={() => onStart(chosen)}>
            {page.startButton}
          </WriteButton>
        </div>
      )}
      <p class="quiet" role="status">
        {started === null ? '' : started > 0 ? page.started(started) : page.startedNothing}
      </p>
    </section>
  );
}
