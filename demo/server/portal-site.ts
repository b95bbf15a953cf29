import type { PortalEvent } from '../model/events.ts';
import { type PortalIdentity, PortalState } from '../model/state.ts';
import { type Call, CallLog } from './calls.ts';
import { Faults } from './faults.ts';
import type { Exchange } from './http.ts';
import { anyCase } from './params.ts';
import { PullHub } from './pull.ts';
import { Sessions } from './sessions.ts';

export const SESSION_COOKIE = 'PHPSESSID';

type LogEntry = Pick<Call, 'kind' | 'method' | 'methods' | 'params'> & { token?: boolean };

/** One portal: its state and everything through which it is reached. */
export class Portal {
  readonly identity: PortalIdentity;
  readonly state: PortalState;
  readonly sessions: Sessions;
  readonly pull = new PullHub();
  readonly faults = new Faults();
  readonly calls = new CallLog();

  constructor(identity: PortalIdentity) {
    this.identity = identity;
    this.state = new PortalState(identity);
    this.sessions = new Sessions(identity.name);
    this.pull.onMessage = (text) => {
      const base = { cookie: true, token: false, refreshedActivity: false, origin: null, outcome: 'success' };
      this.calls.add({ kind: 'socketMessage', method: 'message', methods: [], params: text, ...base });
    };
  }

  isSignedIn(exchange: Exchange): boolean {
    return this.state.scenario.user.role !== 'signedOut' && this.sessions.isValid(sessionOf(exchange));
  }

  tokenOf(exchange: Exchange): string {
    return this.sessions.tokenOf(sessionOf(exchange));
  }

  /** True when the call brings any token, right or wrong. */
  sendsToken(exchange: Exchange): boolean {
    return tokensIn(exchange).length > 0;
  }

  /** True when the call brings the session's current token. */
  carriesToken(exchange: Exchange): boolean {
    return tokensIn(exchange).includes(this.tokenOf(exchange));
  }

  log(exchange: Exchange, entry: LogEntry): Call {
    return this.calls.add({
      token: false,
      ...entry,
      cookie: this.sessions.isValid(sessionOf(exchange)),
      refreshedActivity: false,
      origin: exchange.request.headers.origin ?? null,
      outcome: '',
    });
  }

  /** Events that a call has caused follow its answer, they do not come before it. */
  sendEvents(events: readonly PortalEvent[]): void {
    this.pull.send(events, this.state.scenario.pace.event);
  }

  close(): void {
    this.faults.close();
    this.pull.close();
  }
}

export function sessionOf(exchange: Exchange): string | undefined {
  return exchange.cookies.get(SESSION_COOKIE);
}

function tokensIn({ request, query, body }: Exchange): unknown[] {
  const tokens = [request.headers['x-bitrix-csrf-token'], anyCase(body, 'sessid'), anyCase(query, 'sessid')];
  return tokens.filter((token) => token !== undefined);
}
