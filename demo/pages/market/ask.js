/** Asks the old address; answers whatever came, which may be an empty array for a question that was skipped. */
export async function askOld(action, fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ action, ...fields, sessid: BX.bitrix_sessid() }))
    addField(body, name, value);
  const response = await fetch('/bitrix/tools/rest.php', { method: 'POST', credentials: 'same-origin', body });
  return response.json();
}

/** A form has no place for an empty object. */
function addField(form, name, value) {
  if (typeof value !== 'object' || value === null) form.append(name, value ?? '');
  else for (const [key, inner] of Object.entries(value)) addField(form, `${name}[${key}]`, inner);
}
