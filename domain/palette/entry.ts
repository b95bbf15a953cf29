/** What the command palette can find: one entry each, with where it leads to. */

/** What can be done at once; each needs a portal, but for the rest, which is for all of them. */
export const PALETTE_ACTIONS = [
  'newDialog',
  'mainChat',
  'openRequest',
  'enterAccess',
  'explainer',
  'copyFacts',
  'readAgain',
  'restUntilTomorrow',
] as const;
export type PaletteAction = (typeof PALETTE_ACTIONS)[number];

export type PaletteTarget =
  | { kind: 'section'; section: string }
  | { kind: 'action'; action: PaletteAction; portal: string | null }
  | { kind: 'portal'; portal: string }
  | { kind: 'dialog'; portal: string; chatId: number }
  | { kind: 'employee'; portal: string; id: string };

export interface PaletteEntry {
  target: PaletteTarget;
  /** What is shown, in the language of the surface. */
  title: string;
  /** What else it is found by: an address, tags, a ticket, the same action in the other language. */
  words: string;
}

/** A portal with its label, address and number. */
export const portalEntry = (portal: { key: string; host: string; userId: string }, label: string): PaletteEntry => ({
  target: { kind: 'portal', portal: portal.key },
  title: label || portal.host,
  words: portal.host,
});

/** A dialog by the name it is shown with; its other names, tags, ticket and number find it as well. */
export const dialogEntry = (
  portal: string,
  dialog: { chatId: number; title: string | null; tags: readonly string[]; ticket: string | null },
  name: string,
): PaletteEntry => ({
  target: { kind: 'dialog', portal, chatId: dialog.chatId },
  title: name,
  words: [dialog.title === name ? '' : dialog.title, ...dialog.tags, dialog.ticket, dialog.chatId]
    .filter(Boolean)
    .join(' '),
});

/** An employee by name; `more` is whatever else is said of the person. */
export const employeeEntry = (portal: string, person: { id: string; name: string }, more = ''): PaletteEntry => ({
  target: { kind: 'employee', portal, id: person.id },
  title: person.name,
  words: more,
});
