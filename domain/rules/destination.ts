/** Where rules may send: set up by the user, one by one, each seen with a preview before it is used. */

/**
 * `webhook`: an own server, n8n, Make, Albato. `portal`: an incoming webhook of a Bitrix24 portal, for tasks.
 * The address and the key are secrets and kept apart from this.
 */
export interface Destination {
  id: string;
  name: string;
  kind: 'webhook' | 'portal';
  /** Host and port; no path, it may be a secret. */
  host: string;
  /** Addresses of the own computer or network may be called. */
  isPrivateAllowed: boolean;
  /** The receiver takes a call with a known key only once, so that it may be repeated. */
  knowsKeys: boolean;
  /** Epoch ms at which the user has agreed, having seen what is sent; null: not yet. */
  agreedAt: number | null;
  /** Grows when it leads elsewhere: what was agreed to is one address. */
  addressVersion: number;
  /** Calls in a row that failed; from `BREAKER_OPENS_AT` on nothing is sent before `closedUntil`. */
  failures: number;
  /** Epoch ms until which nothing is sent; 0: it may. */
  restsUntil: number;
}

/** Kept in a table of its own; never leaves it but for the call. */
export interface DestinationSecret {
  /** Of the destination. */
  id: string;
  address: string;
  /** `whsec_` and Base64; empty: calls are not signed (incoming webhooks of a portal). */
  signingKey: string;
}

/** A destination as pages show it. */
export interface DestinationView extends Destination {
  /** The address with everything masked that may be secret. */
  maskedAddress: string;
  hasKey: boolean;
  /** Names of the rules that use it. */
  usedBy: readonly string[];
}

export type AddressProblem =
  | 'notAnAddress'
  | 'notHttps'
  | 'hasUser'
  | 'private'
  | 'loopback'
  | 'tooLong'
  /** For `portal`: not of the form …/rest/1/key/. */
  | 'notIncomingWebhook';

export type SavedDestination =
  | {
      kind: 'saved';
      destination: DestinationView;
      /** A key that was just made, to be copied to the receiver: it is shown this once. Null: none was made. */
      newKey: string | null;
      /** Host permission that the browser has to give before anything can be sent. */
      pattern: string;
    }
  | { kind: 'refused'; problem: AddressProblem };

/**
 * What becomes of an agreement. `changed`: it leads elsewhere since it was shown; `gone`: it was removed. Nothing is agreed
 * to then.
 */
export type AgreementKind = 'agreed' | 'changed' | 'gone';

/** A call as it goes out, secrets masked. */
export interface DestinationPreview {
  /** Of the destination; an agreement is to this one. */
  addressVersion: number;
  method: 'POST';
  maskedAddress: string;
  headers: readonly { name: string; value: string }[];
  body: string;
}
