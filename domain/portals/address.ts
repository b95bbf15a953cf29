/** The address of a portal as somebody typed it, and why one is not taken. */

export interface PortalAddress {
  /** Scheme, host and port. */
  origin: string;
  /** Name with port, names of other alphabets in their ASCII form. */
  host: string;
  /** `/`, or the folder the portal lives in, as `/intranet/`. */
  prefix: string;
  /** `cloud`: the manifest knows it already. */
  kind: 'cloud' | 'own';
  /** Only in a local network, where the name may mean another machine elsewhere. */
  isLocal: boolean;
  /** Without encryption: whoever shares the network can read along and change pages. */
  isPlain: boolean;
  /** Bears the vendor's name in a domain that is not the vendor's: usual for own portals, and for imitations. */
  isNamedAfterVendor: boolean;
}

/** Where a portal is. One host has one portal: what is known of it is kept by its origin, with the prefix beside it. */
export type PortalPlace = Pick<PortalAddress, 'origin' | 'prefix'>;

/** The address of a page of the portal; `path` begins with a slash. */
export const addressAt = ({ origin, prefix }: PortalPlace, path: string): string =>
  `${origin}${prefix}${path.slice(1)}`;

/** The address that opens a dialog, scrolled to a message where one is named. */
export function dialogAddress(place: PortalPlace, dialogId: string, messageId: number | null = null): string {
  const message = messageId === null ? '' : `&IM_MESSAGE=${messageId}`;
  return addressAt(place, `/online/?IM_DIALOG=${encodeURIComponent(dialogId)}${message}`);
}

/**
 * Why an address is not taken. `http`: encryption is missing, and nobody has agreed to that. `vendor`: the vendor's own
 * site. `publicSite`: made with Bitrix24, but no workplace. `local`: a local network, and nobody has said that the
 * portal is on-premise. `signIn`: a name or password stands before the host. `mixedLetters`: letters of two alphabets
 * in one name, as imitations have them.
 */
export type AddressRefusal =
  | 'empty'
  | 'several'
  | 'notAnAddress'
  | 'otherScheme'
  | 'signIn'
  | 'http'
  | 'vendor'
  | 'publicSite'
  | 'local'
  | 'mixedLetters';

export interface AddressChoices {
  /** The user has said that the portal runs on a server of their own. */
  isOnPremise: boolean;
  /** The user was told what a missing encryption means, and wants it; counts for on-premise portals only. */
  takesHttp: boolean;
}

/** What became of a portal that somebody wanted to add; `known`: it is there already, and stays as it is. */
export type AddedPortal =
  | { origin: string; isKnown: boolean }
  | { refusal: AddressRefusal | 'noPermission' | 'policy' };
