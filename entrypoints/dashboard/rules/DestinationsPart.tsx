import { useState } from 'preact/hooks';
import { useReadOnly } from '../../../components/dashboard/read-only-context.ts';
import { Empty } from '../../../components/dashboard/States.tsx';
import { ConsentPanel } from '../../../components/rules/destinations/ConsentPanel.tsx';
import { DestinationEditor } from '../../../components/rules/destinations/DestinationEditor.tsx';
import { DestinationList } from '../../../components/rules/destinations/DestinationList.tsx';
import { formOf, NEW_DESTINATION, patternOf } from '../../../components/rules/destinations/destination-form.ts';
import { NewKey } from '../../../components/rules/destinations/NewKey.tsx';
import { useRunsText } from '../../../components/rules/runs/runs-text-context.ts';
import type { RulesView } from '../../../domain/rules/view.ts';
import { copyText } from '../../../platform/clipboard.ts';
import { ask } from '../ask.ts';
import { useNow } from '../use-now.ts';
import { useGrants } from '../use-permissions.ts';
import type { RulesPartProps } from './part-props.ts';
import { RunsTexts } from './RunsTexts.tsx';
import { useConsent } from './use-consent.ts';
import { useDestinationDeeds } from './use-destination-deeds.ts';
import { useDestinationForm } from './use-destination-form.ts';

/** Where rules may send: set up, seen, agreed to, tried and removed. */
export function DestinationsPart(props: RulesPartProps) {
  return (
    <RunsTexts>
      <Destinations {...props} />
    </RunsTexts>
  );
}

function Destinations({ view, onView }: RulesPartProps) {
  const { destination: words } = useRunsText().runs;
  const now = useNow();
  const isGranted = useGrants();
  const [told, setTold] = useState<{ name: string; newKey: string | null } | null>(null);
  const consent = useConsent(onView);
  const { removed, ...deeds } = useDestinationDeeds(onView);
  const editor = useDestinationForm(view, ({ destination, newKey }) => {
    setTold({ name: destination.name, newKey });
    void refreshed(onView).then(() => consent.show(destination.id));
  });
  const shown = view.destinations.find(({ id }) => id === consent.consent?.id);
  return (
    <section class="destinations-part" aria-label={words.heading}>
      <div>
        <h2 class="part-title">{words.heading}</h2>
        <p class="quiet">{words.lead}</p>
      </div>
      <p class="quiet" role="status">
        {told ? words.saved(told.name) : removed !== null && words.removing.done(removed)}
      </p>
      {told?.newKey && (
        <NewKey signingKey={told.newKey} onCopy={copyText} onPutAway={() => setTold({ ...told, newKey: null })} />
      )}
      {shown && consent.consent && (
        <ConsentPanel
          key={shown.id}
          {...consent.consent}
          destination={shown}
          onAgree={consent.agree}
          onRetry={() => consent.show(shown.id)}
          onClose={consent.close}
        />
      )}
      {view.destinations.length === 0 && !editor.form && <Empty {...words.none} />}
      {view.destinations.length > 0 && (
        <DestinationList
          {...deeds}
          destinations={view.destinations}
          now={now}
          isAllowed={(destination) => isGranted(patternOf(destination))}
          onEdit={(destination) => editor.open(formOf(destination))}
          onPreview={({ id }) => consent.show(id)}
        />
      )}
      {editor.form ? (
        <DestinationEditor
          key={editor.form.id ?? 'new'}
          form={editor.form}
          known={editor.known}
          outcome={editor.outcome}
          onChange={editor.change}
          onSubmit={editor.submit}
          onCancel={editor.close}
        />
      ) : (
        <AddButton onAdd={() => editor.open(NEW_DESTINATION)} />
      )}
    </section>
  );
}

function AddButton({ onAdd }: { onAdd: () => void }) {
  const { destination: words } = useRunsText().runs;
  const isReadOnly = useReadOnly();
  return (
    <button type="button" class="button" aria-disabled={isReadOnly} onClick={() => !isReadOnly && onAdd()}>
      {words.add}
    </button>
  );
}

/** The saved destination stands in the list when its preview opens. */
async function refreshed(onView: (next: RulesView) => void): Promise<void> {
  try {
    const next = await ask<RulesView | null>({ type: 'rules.wanted' });
    if (next) onView(next);
  } catch (error) {
    console.error('Latchdesk: the destinations could not be brought up to now', error);
  }
}
