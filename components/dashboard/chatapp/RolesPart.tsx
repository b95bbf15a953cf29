import { useMemo } from 'preact/hooks';
import { employeesOf, isKnown, type Reach, type RoleGrant } from '../../../domain/chatapp/facts.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useReadOnly } from '../read-only-context.ts';
import { Block, DeedLine, PlaceButton } from './bits.tsx';
import type { ChatAppPartProps } from './chatapp-props.ts';
import { codeName, namesIn, shortList, sourceWords } from './chatapp-words.ts';
import { useDeed } from './use-deed.ts';

const REACHES = ['none', 'own', 'department', 'any'] as const satisfies readonly Reach[];
const COLUMNS = ['role', 'whom', 'views', 'joins'] as const;

/** Which roles on Open Channels are given, and to whom. */
export function RolesPart({ book: { facts }, now, onPlace, onTell }: ChatAppPartProps) {
  const text = useText();
  const { chatapp: words } = useDashboardText();
  const { roles } = facts;
  return (
    <Block title={words.roles.heading} source={sourceWords(roles, { words, text, now })}>
      <p class="quiet">{words.roles.lead}</p>
      {!isKnown(roles) && (
        <p class="mark" data-tone="quiet">
          <Icon name="unread" />
          {words.reading.why[roles.why].text}
        </p>
      )}
      {isKnown(roles) && roles.value.length === 0 && <p>{words.roles.none}</p>}
      {isKnown(roles) && roles.value.length > 0 && <Grants grants={roles.value} facts={facts} onTell={onTell} />}
      <PlaceButton place={{ kind: 'rolePermissions' }} label={words.roles.open} onPlace={onPlace} />
    </Block>
  );
}

interface GrantsProps extends Pick<ChatAppPartProps['book'], 'facts'>, Pick<ChatAppPartProps, 'onTell'> {
  grants: readonly RoleGrant[];
}

function Grants({ grants, facts, onTell }: GrantsProps) {
  const { chatapp: words } = useDashboardText();
  const { roles } = words;
  const names = useMemo(() => namesIn(facts), [facts]);
  const deed = useDeed();
  const choice = ({ roleName: role, ...grant }: RoleGrant, right: 'viewsLines' | 'joins') => (
    <ReachChoice
      name={`${roles.column[right === 'joins' ? 'joins' : 'views']}: ${role}`}
      reach={grant[right]}
      onChoose={(reach) => void deed.run(() => onTell({ type: 'role.told', role, right, reach }))}
    />
  );
  return (
    <>
      <p class="quiet">{roles.tell}</p>
      <table class="topics chatapp-table" aria-label={roles.heading}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {roles.column[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grants.map((grant) => (
            <tr key={`${grant.roleName} ${grant.code}`}>
              <th scope="row" data-column="role">
                <bdi>{grant.roleName}</bdi>
              </th>
              <td data-column="whom" data-label={roles.column.whom}>
                {codeName(grant.code, names, words)}
              </td>
              <td data-column="views" data-label={roles.column.views}>
                {choice(grant, 'viewsLines')}
              </td>
              <td data-column="joins" data-label={roles.column.joins}>
                {choice(grant, 'joins')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <DeedLine state={deed.state} failed={words.notSaved} doing={words.saving} done={words.saved} />
    </>
  );
}

interface ReachChoiceProps {
  name: string;
  reach: Reach | null;
  onChoose: (reach: Reach | null) => void;
}

/** How far a right reaches: the portal shows it on the role's own page, so a person says it. */
function ReachChoice({ name, reach, onChoose }: ReachChoiceProps) {
  const {
    chatapp: { roles },
  } = useDashboardText();
  const isReadOnly = useReadOnly();
  return (
    <select
      class="field"
      disabled={isReadOnly}
      aria-label={name}
      value={reach ?? ''}
      onChange={({ currentTarget }) => onChoose(REACHES.find((each) => each === currentTarget.value) ?? null)}
    >
      <option value="">{roles.notRead}</option>
      {REACHES.map((each) => (
        <option key={each} value={each}>
          {roles.reach[each]}
        </option>
      ))}
    </select>
  );
}

/** Who the administrators are, and what that means for a test. */
export function AdministratorsPart({ book: { facts } }: ChatAppPartProps) {
  const { chatapp: words } = useDashboardText();
  const { administrators: own } = words;
  const all = employeesOf(facts);
  const names = all.flatMap(({ name, standing }) =>
    isKnown(standing) && standing.value === 'administrator' ? [name] : [],
  );
  // Where the portal does not tell, only one's own standing is known: that is no count of them.
  const isRead = all.length > 0 && all.every(({ standing }) => isKnown(standing));
  return (
    <Block title={own.heading}>
      <p class="field-value">{isRead ? own.count(names.length) : own.unknown}</p>
      {names.length > 0 && <p>{shortList(names, own.more)}</p>}
      <p class="quiet">{own.exempt}</p>
      <p>{own.proof}</p>
    </Block>
  );
}
