/** The words of the first steps, and of sections that have no portal yet. */

interface Told {
  title: string;
  text: string;
}

export interface StartMessages {
  lead: string;
  /** "Step 1 of 3". */
  step: (step: number, of: number) => string;
  portal: Told;
  found: string;
  foundNone: string;
  readPortal: (label: string) => string;
  notRead: string;
  openPortal: string;
  addOwn: string;
  see: Told;
  chip: Told;
  banner: Told;
  button: Told;
  /** Says that what is drawn is made up. */
  sample: string;
  sampleBanner: string;
  optional: Told;
  watch: Told;
  toPortals: string;
  pin: Told;
  isPinned: string;
  privacy: string;
  done: string;
  skip: string;
  failed: string;
  none: Told;
  noneOpened: Told;
  begin: string;
}
