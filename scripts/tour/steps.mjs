/**
 * The tour, step by step. To add a step: put it into the file of its subject (or a new one, listed below), with a title
 * that says what happens and what must be seen afterwards; `play` drives the demo portal, `picture` names a picture.
 */
import { ACCESS } from './access.mjs';
import { CHATAPP } from './chatapp.mjs';
import { FAULTS } from './faults.mjs';
import { LOOKS } from './looks.mjs';
import { PEOPLE } from './people.mjs';
import { PORTALS } from './portals.mjs';
import { RULES } from './rules.mjs';
import { SLOTS } from './slots.mjs';
import { SUPPORT } from './support.mjs';

/** @typedef {import('./tour.mjs').Tour} Tour */
/** @typedef {import('../../domain/text.ts').Messages} Messages */
/** @typedef {import('../../domain/cards-text.ts').CardMessages} CardMessages */

/**
 * @typedef {object} Step
 * @property {string} title what happens, one sentence
 * @property {(tour: Tour) => unknown} [play] makes it happen
 * @property {(text: Messages) => string} [tooltip] part of what the toolbar button says
 * @property {string | RegExp | null} [chip] the chip's label afterwards; null: there is no chip (name a tooltip as well,
 *   which tells that the page has been looked at)
 * @property {(text: Messages) => string | RegExp} [sentence] part of what the chip says in words
 * @property {string | RegExp} [badge] the toolbar badge; '' is none
 * @property {(text: Messages) => (string | RegExp)[]} [panel] lines of the panel, which is opened for that
 * @property {(cards: CardMessages, text: Messages) => string | RegExp | null} [card] the name of the card on show; null:
 *   there is none
 * @property {(cards: CardMessages, text: Messages) => (string | RegExp)[]} [says] what the cards say
 * @property {(tour: Tour) => unknown} [check] anything else
 * @property {string} [picture]
 */

/** @type {Step[]} */
export const STEPS = [
  ...SLOTS,
  ...FAULTS,
  ...PEOPLE,
  ...LOOKS,
  ...SUPPORT,
  ...ACCESS,
  ...CHATAPP,
  ...PORTALS,
  ...RULES,
];
