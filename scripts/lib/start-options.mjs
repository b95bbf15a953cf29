/** The options of `npm start`. */
import { Trouble } from './say.mjs';

/**
 * @typedef {object} StartOptions
 * @property {string | null} tour directory for the pictures; null opens a window
 * @property {'ru' | 'en'} lang
 * @property {boolean} keep
 */

const HELP = 'options are: --tour [DIR], --lang ru|en, --keep.';

/** @param {string[]} args @returns {StartOptions} */
export function readOptions(args) {
  /** @type {StartOptions} */
  const options = { tour: null, lang: 'ru', keep: false };
  const rest = args.flatMap((arg) =>
    /^--\w+=/.test(arg) ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] : [arg],
  );
  const value = () => (rest[0] !== undefined && !rest[0].startsWith('--') ? rest.shift() : undefined);
  while (rest.length) {
    const name = rest.shift();
    if (name === '--tour') options.tour = value() ?? '.demo/tour';
    else if (name === '--keep') options.keep = true;
    else if (name === '--lang') {
      const lang = value();
      if (lang !== 'ru' && lang !== 'en') throw new Trouble(`--lang knows ru and en, not “${lang}”.`, HELP);
      options.lang = lang;
    } else throw new Trouble(`There is no option “${name}”.`, HELP);
  }
  return options;
}

/** Whether a window can be shown here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
