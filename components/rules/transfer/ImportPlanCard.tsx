import { useState } from 'preact/hooks';
import type { ImportedRule, RulesImportPlan } from '../../../domain/rules/view.ts';
import { Icon, type IconName } from '../../Icon.tsx';
import { useRunsText } from '../runs/runs-text-context.ts';
import { placeName, valueName } from './difference-words.ts';
import { ProblemList } from './ProblemList.tsx';

interface ImportPlanCardProps {
  plan: RulesImportPlan;
  isTaking: boolean;
  onTake: (ids: string[]) => void;
  onLeave: () => void;
}

/** What a file would change, rule by rule, and which of it is taken. */
export function ImportPlanCard({ plan, isTaking, onTake, onLeave }: ImportPlanCardProps) {
  const { load: words } = useRunsText().runs.transfer;
  const takeable = plan.rules.filter(({ kind }) => kind !== 'same').map(({ id }) => id);
  const [chosen, setChosen] = useState<readonly string[]>(takeable);
  // What can be chosen stands before what stays as it is.
  const rules = [
    ...plan.rules.filter(({ kind }) => kind !== 'same'),
    ...plan.rules.filter(({ kind }) => kind === 'same'),
  ];
  const ids = takeable.filter((id) => chosen.includes(id));
  const isOff = isTaking || ids.length === 0;
  const choose = (id: string, isOn: boolean) =>
    setChosen(isOn ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <div class="preview">
      <ProblemList problems={plan.problems} />
      {plan.rules.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <fieldset class="weekdays checks">
          <legend class="field-label">{words.which}</legend>
          {rules.map((rule) => (
            <RuleChoice key={rule.id} rule={rule} isChosen={chosen.includes(rule.id)} onChoose={choose} />
          ))}
        </fieldset>
      )}
      <Destinations plan={plan} />
      {takeable.length > 0 && <p class="quiet">{words.startsDry}</p>}
      <div class="inline-actions">
        <button type="button" class="button" onClick={onLeave}>
          {words.leave}
        </button>
        {takeable.length > 0 && (
          <button type="button" class="button strong" aria-disabled={isOff} onClick={() => !isOff && onTake(ids)}>
            {words.take(ids.length)}
          </button>
        )}
      </div>
    </div>
  );
}

const SIGN: Record<ImportedRule['kind'], { icon: IconName; tone: string }> = {
  new: { icon: 'roomy', tone: 'good' },
  changed: { icon: 'refresh', tone: 'warning' },
  same: { icon: 'aside', tone: 'quiet' },
};

interface RuleChoiceProps {
  rule: ImportedRule;
  isChosen: boolean;
  onChoose: (id: string, isOn: boolean) => void;
}

function RuleChoice({ rule, isChosen, onChoose }: RuleChoiceProps) {
  const { load: words } = useRunsText().runs.transfer;
  const { id, name, kind, differences } = rule;
  const isSame = kind === 'same';
  return (
    <div class="import-rule">
      <label class="check">
        <input
          type="checkbox"
          disabled={isSame}
          checked={isChosen && !isSame}
          onChange={({ currentTarget }) => onChoose(id, currentTarget.checked)}
        />
        <span>
          <span dir="auto">{name}</span>{' '}
          <span class="mark" data-tone={SIGN[kind].tone}>
            <Icon name={SIGN[kind].icon} />
            {words.kind[kind]}
          </span>
        </span>
      </label>
      {kind === 'changed' && differences.length > 0 && (
        <details open>
          <summary>{words.changes(differences.length)}</summary>
          <Differences rule={rule} />
        </details>
      )}
    </div>
  );
}

function Differences({ rule: { name, differences } }: { rule: ImportedRule }) {
  const { runs, rules } = useRunsText();
  const { load: words } = runs.transfer;
  return (
    <table class="small-table difference" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{words.table.what}</th>
          <th scope="col">{words.table.here}</th>
          <th scope="col">{words.table.file}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ path, here, file }) => (
          <tr key={path}>
            <th scope="row">{placeName(path, rules) ?? <code dir="ltr">{path}</code>}</th>
            <td dir="auto">{valueName(path, here, rules) || <span class="quiet">{words.absent}</span>}</td>
            <td dir="auto">{valueName(path, file, rules) || <span class="quiet">{words.absent}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Destinations({ plan: { destinations } }: { plan: RulesImportPlan }) {
  const { load: words } = useRunsText().runs.transfer;
  if (destinations.length === 0) return null;
  return (
    <div class="import-destinations">
      <p class="field-label">{words.destinations}</p>
      <ul>
        {destinations.map(({ id, name, host, isThere }) => (
          <li key={id}>
            {/* A file may name it by nothing else; then that is what its JSON is searched for. */}
            {name === '' ? <code dir="ltr">{id}</code> : <span dir="auto">{name}</span>}{' '}
            <span class="quiet">{host}</span>{' '}
            <span class="mark" data-tone={isThere ? 'good' : 'warning'}>
              <Icon name={isThere ? 'roomy' : 'near'} />
              {isThere ? words.destinationThere : words.destinationMissing}
            </span>
          </li>
        ))}
      </ul>
      <p class="quiet">{words.consentAnew}</p>
    </div>
  );
}
