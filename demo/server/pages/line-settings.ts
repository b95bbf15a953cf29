import type { DemoLine } from '../../model/market-state.ts';
import { departmentOf, lineOf } from '../../model/staff.ts';
import type { PortalState } from '../../model/state.ts';
import type { PageContext } from '../pages.ts';
import { integer } from '../params.ts';
import { CONTACT_CENTER } from './contact-center.ts';
import { CONTACT_TEXTS } from './contact-texts.ts';
import { dataBlock, escapeHtml } from './document.ts';
import { innerPage } from './inner-page.ts';
import { missingPage } from './stream.ts';

type Entry = DemoLine['queue'][number];

/** `/contact_center/lines_edit/?ID=<line>`: the queue as tags over hidden fields, or the older list of persons. */
export function lineSettingsPage(context: PageContext): string {
  const { query, portal } = context;
  const { state } = portal;
  const line = lineOf(state, integer(query.ID, 0));
  if (!line) return missingPage(context);
  const isOld = query.queue === 'old' || state.scenario.crm.oldQueue;
  const content = `<form id="imol_config_edit_form" method="post" action="${CONTACT_CENTER}lines_edit/">
<input type="hidden" name="sessid" value="${context.token}">
<input type="hidden" name="IFRAME" value="${query.IFRAME === 'Y' ? 'Y' : ''}">
<input type="hidden" name="CONFIG_ID" id="imol_config_id" value="${line.id}">
<input type="hidden" name="PAGE" id="imol_config_current_page" value="queue-crm">
${fields(context, line, isOld)}</form>${isOld ? '' : choices(state, line)}`;
  const look = { current: CONTACT_CENTER, styles: ['crm/crm.css'], modules: isOld ? [] : ['crm/line-settings.js'] };
  return innerPage(context, { ...look, title: line.name, content });
}

function fields({ portal, query }: PageContext, line: DemoLine, isOld: boolean): string {
  const { user } = portal.state.scenario;
  const texts = CONTACT_TEXTS[user.language];
  const queue = isOld ? oldQueue(portal.state, line) : newQueue(line, user.role === 'employee');
  const orders = Object.entries(texts.orders).map(([value, title]) => {
    return `<option value="${value}"${value === line.order ? ' selected' : ''}>${title}</option>`;
  });
  const save = user.role === 'employee' ? '' : `<button type="submit">${texts.save}</button>`;
  return `<div data-imol-page="queue-crm">
<div class="line-field"><p>${texts.queue}</p>${queue}</div>
<label class="line-field">${texts.order} <select id="imol_queue_type" name="CONFIG[QUEUE_TYPE]">${orders.join('')}</select></label>
<p><label><input type="checkbox" id="imol_check_available" name="CONFIG[CHECK_AVAILABLE]" value="Y"> ${texts.available}</label></p></div>
<div data-imol-page="work-time" hidden><p>${texts.other}</p></div>
${save}${query.saved === 'Y' ? `<p role="status">${texts.saved}</p>` : ''}`;
}

const newQueue = ({ queue }: DemoLine, isReadOnly: boolean): string => {
  const inputs = queue.map(({ kind, id }, n) => {
    const name = `CONFIG[QUEUE][${n}]`;
    return `<input type="hidden" name="${name}[type]" value="${kind}"><input type="hidden" name="${name}[id]" value="${id}">`;
  });
  return `<div id="users_for_queue" data-read-only="${isReadOnly}"></div><div id="input-config-queue">${inputs.join('')}</div>`;
};

/** Departments do not exist there. */
const oldQueue = (state: PortalState, { queue }: DemoLine): string => {
  const users = queue.filter(({ kind }) => kind === 'user');
  const items = users.map((entry) => {
    const input = `<input type="hidden" name="QUEUE[U][]" value="U${entry.id}">`;
    return `<span class="imopenlines-user-list-item">${input}${escapeHtml(nameOf(state, entry))}</span>`;
  });
  return `<div id="users_for_queue" class="imopenlines-user-list-input">${items.join(', ')}</div>`;
};

/** What the field of tags knows: names of those in the queue, and who else may be put there. */
function choices(state: PortalState, line: DemoLine): string {
  const texts = CONTACT_TEXTS[state.scenario.user.language];
  const tags = line.queue.map((entry) => ({ ...entry, title: nameOf(state, entry) }));
  const others = state.staff.employees.filter(({ isActive, isIntegrator }) => isActive && !isIntegrator).slice(0, 60);
  const offers: Entry[] = [
    ...state.staff.departments.slice(0, 20).map(({ id }): Entry => ({ kind: 'department', id })),
    ...others.map(({ id }): Entry => ({ kind: 'user', id })),
  ];
  const { addFirst, addMore } = texts;
  const named = offers.map((entry) => ({ ...entry, title: nameOf(state, entry) }));
  return dataBlock('demo-line-data', { tags, offers: named, addFirst, addMore });
}

const nameOf = (state: PortalState, { kind, id }: Entry): string =>
  (kind === 'user' ? state.people.get(id)?.name : departmentOf(state, id)?.name) ?? String(id);
