/** What is typed into the form of a destination, and what is asked of it. */
import { checkAddress } from '../../../domain/rules/address-check.ts';
import type { DestinationView } from '../../../domain/rules/destination.ts';
import type { DestinationRefusal } from '../../../domain/runs-text.ts';

export interface DestinationForm {
  /** Null: a new one. */
  id: string | null;
  name: string;
  kind: DestinationView['kind'];
  /** Empty while an address that is kept shall stay. */
  address: string;
  /** A webhook without a key gets one in any case. */
  keyChoice: 'make' | 'keep';
  isPrivateAllowed: boolean;
  knowsKeys: boolean;
}

export const NEW_DESTINATION: DestinationForm = {
  ...{ id: null, name: '', kind: 'webhook', address: '', keyChoice: 'make' },
  ...{ isPrivateAllowed: false, knowsKeys: false },
};

/** The form for one that is there; its address and key stay unless something is typed. */
export const formOf = ({ id, name, kind, isPrivateAllowed, knowsKeys }: DestinationView): DestinationForm => ({
  ...{ id, name, kind, isPrivateAllowed, knowsKeys },
  ...{ address: '', keyChoice: 'keep' },
});

/** The host permission that a destination needs; from its masked address, whose host is never masked. */
export function patternOf({ maskedAddress, host }: Pick<DestinationView, 'maskedAddress' | 'host'>): string {
  const [, name = host] = /^(\[[^\]]*\]|[^:]*)/.exec(host) ?? [];
  return `${maskedAddress.startsWith('http:') ? 'http' : 'https'}://${name}/*`;
}

/** What is to be saved, or why it cannot be; `pattern`: the host permission to ask for. */
export function readForm(
  form: DestinationForm,
  known: DestinationView | undefined,
): { kind: 'refused'; refusal: DestinationRefusal } | { kind: 'ready'; pattern: string } {
  if (form.name.trim() === '') return { kind: 'refused', refusal: 'noName' };
  if (form.address.trim() === '' && known) return { kind: 'ready', pattern: patternOf(known) };
  const check = checkAddress(form.address, form);
  return check.kind === 'refused'
    ? { kind: 'refused', refusal: check.problem }
    : { kind: 'ready', pattern: check.checked.pattern };
}

/** What is said of the key; null leaves it as it is. */
export const signingKeyOf = ({ kind, keyChoice }: DestinationForm): 'new' | null =>
  kind === 'webhook' && keyChoice === 'make' ? 'new' : null;
