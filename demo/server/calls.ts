/** What reached the portal: for tests that prove what was asked, and what was not. */

export type CallKind = 'page' | 'rest' | 'ajax' | 'socket' | 'socketMessage';

export interface Call {
  n: number;
  /** Epoch ms. */
  time: number;
  kind: CallKind;
  /** Path of a page, method of a call (`batch` for a batch). */
  method: string;
  /** The methods inside a batch, else the method alone. */
  methods: string[];
  params: unknown;
  cookie: boolean;
  /** True when the call carried the session's current token. */
  token: boolean;
  /** True when the call counted as activity of the user. */
  refreshedActivity: boolean;
  origin: string | null;
  /** `success`, an error code, or the fault that was played. */
  outcome: string;
}

const KEPT = 5000;

export class CallLog {
  private calls: Call[] = [];
  private unknown: Call[] = [];
  private counted = 0;

  add(call: Omit<Call, 'n' | 'time'>): Call {
    this.counted += 1;
    const entry: Call = { n: this.counted, time: Date.now(), ...call };
    this.calls.push(entry);
    if (this.calls.length > KEPT) this.calls.shift();
    return entry;
  }

  /** Remembers a call that the demo portal has no answer for. */
  addUnknown(call: Call): void {
    this.unknown.push(call);
  }

  list(): Call[] {
    return structuredClone(this.calls);
  }

  listUnknown(): Call[] {
    return structuredClone(this.unknown);
  }

  clear(): void {
    this.calls = [];
    this.unknown = [];
  }
}
