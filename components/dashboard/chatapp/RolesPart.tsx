import { useMemo } from 'preact/hooks';
import { employeesOf, isKnown, type Reach, type RoleGrant } from '../../../domain/chatapp/facts.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Block, PlaceButton } from './bits.tsx';
import type { ChatAppPartProps } from './chatapp-props.ts';
import { codeName, namesIn, shortList, sourceWords } from './chatapp-words.ts';

const COLUMNS = ['role', 'whom', 'views', 'joins'] as const;

/** Which roles on Open Channels are given, and to whom. */
export function RolesPart({ book: { facts }, now, onPlace }: ChatAppPartProps) {
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
      {isKnown(roles) && roles.value.length > 0 && <Grants grants={roles.value} facts={facts} />}
      <PlaceButton place={{ kind: 'rolePermissions' }} label={words.roles.open} onPlace={onPlace} />
    </Block>
  );
}

function Grants({ grants, facts }: { grants: readonly RoleGrant[] } & Pick<ChatAppPartProps['book'], 'facts'>) {
  const { chatapp: words } = useDashboardText();
  const { roles } = words;
  const names = useMemo(() => namesIn(facts), [facts]);
  const reach = (value: Reach | null) => (value === null ? roles.notRead : roles.reach[value]);
  return (
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
              {reach(grant.viewsLines)}
            </td>
            <td data-column="joins" data-label={roles.column.joins}>
              {reach(grant.joins)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
  const isRead = all.some(({ standing }) => isKnown(standing));
  return (
    <Block title={own.heading}>
      <p class="field-value">{isRead ? own.count(names.length) : own.unknown}</p>
      {names.length > 0 && <p>{shortList(names, own.more)}</p>}
      <p class="quiet">{own.exempt}</p>
      <p>{own.proof}</p>
    </Block>
  );
}
