import { accessGroups, remember } from './access.js';
import { marketGroups } from './market.js';
import { staffGroups } from './staff.js';

/** The director's page: buttons that call the director's API, and the state, read anew every second. */
const ORDER = ['open', 'new', 'close'];

const root = document.getElementById('director');
const notice = make('p', { id: 'notice', role: 'status' });
const dialogs = make('section');
const about = make('section');
const calls = make('section');

const titleField = make('input', { placeholder: 'Title (optional)' });

root.append(
  make('div', {}, [notice, dialogs, about, calls]),
  make('div', {}, [
    group('Support', [
      titleField,
      act('Opens a dialog', 'openDialog', () => ({ title: titleField.value || undefined })),
      act('Opens one, still new', 'openDialog', () => ({
        title: titleField.value || undefined,
        status: 'new',
      })),
    ]),
    group(
      'Limit',
      [-1, 0, 1, 2, 3, 5, 10].map((limit) => act(String(limit), 'setLimit', () => ({ limit }))),
    ),
    group(
      'Limit without an event',
      [3, 5].map((limit) => act(String(limit), 'setLimit', () => ({ limit, push: false }))),
    ),
    group('Who is signed in (reload the pages)', [
      ...['administrator', 'integrator', 'employee', 'signedOut'].map((role) => act(role, 'setRole', () => ({ role }))),
      ...['ru', 'en'].map((language) => act(language, 'setLanguage', () => ({ language }))),
    ]),
    group('Portal (reload the pages)', [
      act('New messenger', 'setMessenger', () => ({ messenger: 'v2' })),
      act('Old messenger', 'setMessenger', () => ({ messenger: 'v1' })),
      act('No support bot', 'setSupportBot', () => ({ present: false })),
      act('Support bot', 'setSupportBot', () => ({ present: true })),
    ]),
    ...accessGroups({ act, group }),
    ...marketGroups({ act, group }),
    ...staffGroups({ act, group }),
    group('Session', [act('Expire the token', 'expireToken'), act('Expire the session', 'expireSession')]),
    group('Failures of calls', [
      ...['500', 'html', 'slow', 'cutOff', 'timeout', 'wrongShape'].map((kind) => act(kind, 'fault', () => ({ kind }))),
      act('Clear', 'clearFaults'),
    ]),
    group('Live events', [
      act('Drop once', 'dropConnection'),
      act('Drop and block', 'dropConnection', () => ({ block: true })),
      act('Restore', 'restoreConnection'),
      act('Restore, events lost', 'restoreConnection', () => ({ lose: true })),
    ]),
    group('Start anew', [
      act('Default', 'reset'),
      act('Five of five', 'reset', () => ({ dialogs: openDialogs(5) })),
      act('Six of five', 'reset', () => ({ dialogs: openDialogs(6) })),
      act('Sixty dialogs', 'reset', () => ({ many: 60 })),
    ]),
  ]),
);

void refresh();
setInterval(refresh, 1000);

async function refresh() {
  if (document.hidden) return;
  try {
    const state = await ask('state');
    drawDialogs(state.dialogs.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status)));
    const { dialogs: _dialogs, ...rest } = state;
    about.replaceChildren(make('h2', {}, ['State']), make('pre', {}, [JSON.stringify(rest, null, 1)]));
    drawCalls(await ask('calls'), await ask('unknownCalls'));
  } catch (error) {
    notice.textContent = `The portal does not answer: ${error.message}`;
  }
}

function drawDialogs(list) {
  const rows = list.map(({ dialogId, title, status, unread }) =>
    make('tr', {}, [
      make('td', {}, [make('div', {}, [title]), make('small', {}, [dialogId])]),
      make('td', { className: `status-${status}` }, [status]),
      make('td', {}, [String(unread)]),
      make('td', {}, [
        make('div', { className: 'row' }, [
          act('Reply', 'reply', () => ({ dialogId })),
          act('Confirm', 'confirm', () => ({ dialogId })),
          act('Close', 'closeDialog', () => ({ dialogId })),
          act('Hide', 'hide', () => ({ dialogId })),
          act('Types', 'typing', () => ({ dialogId })),
        ]),
      ]),
    ]),
  );
  const head = make(
    'tr',
    {},
    ['Dialog', 'Status', 'Unread', 'Support…'].map((text) => make('th', {}, [text])),
  );
  replaceWhenChanged(dialogs, JSON.stringify(list), [make('h2', {}, ['Dialogs']), make('table', {}, [head, ...rows])]);
}

function drawCalls(list, unknown) {
  const line = ({ kind, methods, outcome }) => `${kind} ${methods.join(', ')} → ${outcome}`;
  const text = list.slice(-25).reverse().map(line).join('\n');
  const heading = unknown.length > 0 ? `Calls (${unknown.length} unknown)` : 'Calls';
  replaceWhenChanged(calls, text, [
    make('h2', {}, [heading]),
    make('div', { className: 'row' }, [act('Clear', 'clearCalls')]),
    make('pre', {}, [text]),
  ]);
}

/** Buttons that are about to be pressed must not be replaced under the pointer. */
function replaceWhenChanged(node, mark, children) {
  if (node.mark === mark) return;
  node.mark = mark;
  node.replaceChildren(...children);
}

function openDialogs(count) {
  return Array.from({ length: count }, () => ({ status: 'open', date: new Date().toISOString() }));
}

function group(title, buttons) {
  return make('section', {}, [make('h2', {}, [title]), make('div', { className: 'row' }, buttons)]);
}

function act(text, operation, body = () => ({})) {
  const button = make('button', { type: 'button' }, [text]);
  button.addEventListener('click', async () => {
    try {
      remember(await ask(operation, body()));
      notice.textContent = '';
    } catch (error) {
      notice.textContent = error.message;
    }
    await refresh();
  });
  return button;
}

async function ask(operation, body = {}) {
  const response = await fetch(`/__director/api/${operation}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

function make(tag, props = {}, children = []) {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
}
