/** The extension's surfaces as text: what the tour prints and checks. */
import { LOCALES } from '../../locales/catalogue.ts';
import { findSpoken, spoken, spokenWithin } from '../lib/surface.mjs';

/** What follows the label in the chip's name, in any language. */
export const SUBJECT = new RegExp(` (?:${LOCALES.map(({ messages }) => messages.chip.subject).join('|')})(?:\\. |$)`);
const PANEL = new RegExp(`^(?:${LOCALES.map(({ messages }) => messages.panel.name('[^ ]+')).join('|')})$`);

/** @typedef {import('@playwright/test').Page} Page */

/** The slot chip, or null. @param {Page} page */
export async function readChip(page) {
  const node = await findSpoken(page, 'button', SUBJECT);
  if (!node) return null;
  const [label = '', sentence = ''] = node.name.split(SUBJECT);
  return { label, sentence, expanded: node.states.expanded === true };
}

/** What the open panel says, in reading order; null while it is closed. @param {Page} page */
export async function readPanel(page) {
  const nodes = await spokenWithin(page, 'dialog', PANEL);
  return nodes.length ? texts(nodes) : null;
}

const CARD_ROLES = ['dialog', 'alertdialog', 'region'];

/** The cards on show: their names and what they say. Parts of a card or of the panel are none. @param {Page} page */
export async function readCards(page) {
  const nodes = await spoken(page);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isFrame = (/** @type {import('../lib/surface.mjs').Spoken} */ { role, name }) =>
    CARD_ROLES.includes(role) && name !== '';
  const isPart = (/** @type {import('../lib/surface.mjs').Spoken} */ node) => {
    for (let at = byId.get(node.parentId); at; at = byId.get(at.parentId)) if (isFrame(at)) return true;
    return false;
  };
  const frames = nodes.filter((node) => isFrame(node) && !PANEL.test(node.name) && !isPart(node));
  return Promise.all(
    frames.map(async ({ role, name }) => ({ name, says: texts(await spokenWithin(page, role, name)).join(' | ') })),
  );
}

/** Everything a page says, in reading order. @param {Page} page */
export async function readPage(page) {
  return texts(await spoken(page));
}

/** @param {import('../lib/surface.mjs').Spoken[]} nodes @returns {string[]} */
function texts(nodes) {
  return nodes.filter(({ role, name }) => role === 'StaticText' && /[^\s.]/.test(name)).map(({ name }) => name);
}

/** Whether a label is what it should be; null is "not there". @param {string | null} seen @param {string | RegExp | null} wanted */
export function agrees(seen, wanted) {
  return wanted instanceof RegExp ? seen !== null && wanted.test(seen) : seen === wanted;
}

/** Whether a text has a part. @param {string} seen @param {string | RegExp} wanted */
export function includes(seen, wanted) {
  return wanted instanceof RegExp ? wanted.test(seen) : seen.includes(wanted);
}
