/** Rows of the permissions of Open Channels: taken out, or added for the next code that has none. */
const { offers, roles, remove } = JSON.parse(document.getElementById('demo-permissions-data').textContent);
const form = document.getElementById('imol_permissions_edit_form');
const rows = form.querySelector('.bx-vi-js-role-access-table tbody');

form.addEventListener('click', (event) => {
  const link = event.target.closest('.bx-vi-js-delete-access, .bx-vi-js-add-access');
  if (!link) return;
  event.preventDefault();
  if (link.matches('.bx-vi-js-delete-access')) link.closest('tr').remove();
  else addRow();
});

function addRow() {
  const used = new Set([...rows.querySelectorAll('tr')].map((row) => row.dataset.accessCode));
  const next = offers.find(({ id }) => !used.has(id));
  if (!next) return;
  const row = document.createElement('tr');
  Object.assign(row.dataset, { accessCode: next.id, roleId: String(roles.at(-1).id) });
  const list = Object.assign(document.createElement('select'), {
    className: 'bx-vi-js-select-role',
    name: `PERMS[${next.id}]`,
  });
  const option = document.createElement('option');
  list.append(...roles.map(({ id, name }) => Object.assign(option.cloneNode(), { textContent: name, value: id })));
  list.value = row.dataset.roleId;
  const link = Object.assign(document.createElement('a'), {
    className: 'bx-vi-js-delete-access',
    href: '#',
    textContent: remove,
  });
  row.append(...[next.name, list, link].map(cell));
  rows.append(row);
}

function cell(content) {
  const element = document.createElement('td');
  element.append(content);
  return element;
}
