import { useRunsText } from '../../../components/rules/runs/runs-text-context.ts';
import { LoadRules } from '../../../components/rules/transfer/LoadRules.tsx';
import { SaveRules } from '../../../components/rules/transfer/SaveRules.tsx';
import { ask } from '../ask.ts';
import type { RulesPartProps } from './part-props.ts';
import { RunsTexts } from './RunsTexts.tsx';
import { useRuleFile } from './use-rule-file.ts';
import { useTextFile } from './use-text-file.ts';

/** Rules out of a file and into one. */
export function TransferPart(props: RulesPartProps) {
  return (
    <RunsTexts>
      <Transfer {...props} />
    </RunsTexts>
  );
}

function Transfer({ view, onView }: RulesPartProps) {
  const { transfer: words } = useRunsText().runs;
  const { file, save } = useTextFile('rules');
  const loading = useRuleFile(onView);
  return (
    <section class="transfer" aria-label={words.heading}>
      <div>
        <h2 class="part-title">{words.heading}</h2>
        <p class="quiet">{words.lead}</p>
      </div>
      <SaveRules
        view={view}
        file={file}
        onSave={(ids) => save(() => ask<string | null>({ type: 'rules.exported', ids }))}
      />
      <LoadRules {...loading} />
    </section>
  );
}
