import { lineRoles } from '../../model/line-roles.ts';
import { selectable } from '../../model/market-access.ts';
import { STAFF_WORDS } from '../../model/staff-names.ts';
import type { PortalState } from '../../model/state.ts';
import type { PageContext } from '../pages.ts';
import { integer } from '../params.ts';
import { CONTACT_CENTER } from './contact-center.ts';
import { CONTACT_TEXTS } from './contact-texts.ts';
import { dataBlock, escapeHtml } from './document.ts';
import { innerPage } from './inner-page.ts';
import { missingPage } from './stream.ts';

const LOOK = { current: CONTACT_CENTER, styles: ['crm/crm.css'] };

/** `/contact_center/permissions/`: which access code has which role. Saving replaces all of it. */
export function permissionsPage(context: PageContext): string {
  const { portal, token, query } = context;
  const { state } = portal;
  const texts = CONTACT_TEXTS[state.scenario.user.language];
  if (state.scenario.user.role === 'employee') return refusal(context);
  const roles = lineRoles(state);
  const list = roles.map(({ id, name }) => {
    const link = `<a href="${CONTACT_CENTER}permissions/editrole.php?ID=${id}">${escapeHtml(name)}</a>`;
    return `<tr data-role-id="${id}"><td>${link}</td></tr>`;
  });
  const content = `<form id="imol_permissions_edit_form" method="post" action="${CONTACT_CENTER}permissions/">
<input type="hidden" name="sessid" value="${token}"><input type="hidden" name="act" value="save">
<input type="hidden" name="IFRAME" value="${query.IFRAME === 'Y' ? 'Y' : ''}">
<div id="imol-permissions-edit"><table class="bx-vi-js-role-access-table"><tbody>${accessRows(state).join('')}</tbody></table>
<p><a href="#" class="bx-vi-js-add-access">${texts.addAccess}</a></p>
<h2>${texts.roleList}</h2><table class="role-list"><tbody>${list.join('')}</tbody></table>
<button type="submit">${texts.save}</button></div></form>
${query.saved === 'Y' ? `<p role="status">${texts.saved}</p>` : ''}
${dataBlock('demo-permissions-data', { offers: selectable(state).slice(0, 80), roles, remove: texts.remove })}`;
  return innerPage(context, { ...LOOK, title: texts.permissions, content, modules: ['crm/permissions.js'] });
}

function accessRows(state: PortalState): string[] {
  const { language } = state.scenario.user;
  const texts = CONTACT_TEXTS[language];
  const roles = lineRoles(state);
  return state.staff.roles.map(({ code, role }) => {
    const roleId = roles.find(({ key }) => key === role)?.id ?? 0;
    const options = roles.map(({ id, name }) => {
      return `<option value="${id}"${id === roleId ? ' selected' : ''}>${escapeHtml(name)}</option>`;
    });
    return `<tr data-access-code="${code}" data-role-id="${roleId}"><td>${escapeHtml(nameOf(state, code))}</td>
<td><select class="bx-vi-js-select-role" name="PERMS[${code}]" aria-label="${texts.role}">${options.join('')}</select></td>
<td><a href="#" class="bx-vi-js-delete-access" data-access-code="${code}">${texts.remove}</a></td></tr>`;
  });
}

/** `/contact_center/permissions/editrole.php?ID=<role>`: how far a role reaches. */
export function rolePage(context: PageContext): string {
  const { state } = context.portal;
  const texts = CONTACT_TEXTS[state.scenario.user.language];
  if (state.scenario.user.role === 'employee') return refusal(context);
  const role = lineRoles(state).find(({ id }) => id === integer(context.query.ID, 0));
  if (!role) return missingPage(context);
  const rows = texts.rights.map(([entity, action], n) => {
    return `<tr><td>${entity}</td><td>${action}</td><td>${texts.reach[role.rights[n] ?? 'none']}</td></tr>`;
  });
  return innerPage(context, { ...LOOK, title: role.name, content: `<table><tbody>${rows.join('')}</tbody></table>` });
}

function refusal(context: PageContext): string {
  const texts = CONTACT_TEXTS[context.portal.state.scenario.user.language];
  return innerPage(context, { ...LOOK, title: texts.permissions, content: `<p class="errortext">${texts.denied}</p>` });
}

function nameOf(state: PortalState, code: string): string {
  const words = STAFF_WORDS[state.scenario.user.language];
  if (code === 'G1') return words.administrators;
  return selectable(state).find(({ id }) => id === code)?.name ?? code;
}
