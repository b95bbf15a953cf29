/** The queue of a line: tags, and the hidden fields that are saved. */
const { tags, offers, addFirst, addMore } = JSON.parse(document.getElementById('demo-line-data').textContent);
const place = document.getElementById('users_for_queue');
const inputs = document.getElementById('input-config-queue');
const isReadOnly = place.dataset.readOnly === 'true';

function draw() {
  const container = make('div', `ui-tag-selector-container${isReadOnly ? ' ui-tag-selector-container-readonly' : ''}`);
  container.append(...tags.map(tagOf), ...(isReadOnly ? [] : [addButton()]));
  place.replaceChildren(container);
  inputs.replaceChildren(...tags.flatMap(({ kind, id }, n) => [field(n, 'type', kind), field(n, 'id', id)]));
}

function tagOf(entry) {
  const tag = make('div', 'ui-tag-selector-tag');
  const title = make('span', 'ui-tag-selector-tag-title');
  title.textContent = entry.title;
  tag.append(title);
  if (isReadOnly) return tag;
  const remove = make('button', 'ui-tag-selector-tag-remove');
  Object.assign(remove, { type: 'button', textContent: '✕', ariaLabel: `✕ ${entry.title}` });
  remove.addEventListener('click', () => {
    tags.splice(tags.indexOf(entry), 1);
    draw();
  });
  tag.append(remove);
  return tag;
}

function addButton() {
  const list = make('select', 'ui-tag-selector-add-button-caption');
  const caption = tags.length > 0 ? addMore : addFirst;
  list.ariaLabel = caption;
  const free = offers.filter(({ kind, id }) => !tags.some((tag) => tag.kind === kind && tag.id === id));
  list.append(option(caption, ''), ...free.map(({ kind, id, title }) => option(title, `${kind}:${id}`)));
  list.addEventListener('change', () => {
    const chosen = free.find(({ kind, id }) => `${kind}:${id}` === list.value);
    if (chosen) tags.push(chosen);
    draw();
  });
  return list;
}

const option = (textContent, value) => Object.assign(document.createElement('option'), { textContent, value });

function field(n, name, value) {
  const input = document.createElement('input');
  return Object.assign(input, { type: 'hidden', name: `CONFIG[QUEUE][${n}][${name}]`, value: String(value) });
}

const make = (name, className) => Object.assign(document.createElement(name), { className });

draw();
