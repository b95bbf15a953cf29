/** What a portal remembers of access to it: requests, confirm notifications, the partner, the event log. */
export type Answer = 'allow' | 'deny' | 'end';

/** How the parameters of buttons are written; the real way is not known, so nothing may rely on one. */
export type ParamsStyle = 'words' | 'letters' | 'json' | 'opaque';

export interface AccessRequest {
  id: string;
  state: 'pending' | 'granted' | 'declined' | 'ended';
  /** Length as the answers name it. */
  length: string;
  /** Message ids: the portal sends the same request to several places. */
  copies: number[];
  notificationId: number | null;
  botId: number;
  style: ParamsStyle;
}

/** A notification with two buttons; its ids come from the same row as those of messages. */
export interface Notification {
  id: number;
  authorId: number;
  text: string;
  at: number;
  module: string;
  event: string;
  tag: string;
  buttons: { TITLE: string; VALUE: 'Y' | 'N'; TYPE: 'accept' | 'cancel' }[];
}

export interface LogRow {
  id: number;
  at: number;
  severity: 'SECURITY' | 'INFO';
  auditTypeId: string;
  userId: number;
  address: string;
  description: unknown;
}

export interface AccessState {
  requests: AccessRequest[];
  notifications: Notification[];
  /** Code and name as the portal's options hold them: a declined offer leaves the code without a name. */
  partner: { code: string; name: string; messageId: number };
  log: LogRow[];
}

export function noAccess(): AccessState {
  return { requests: [], notifications: [], partner: { code: '', name: '', messageId: 0 }, log: [] };
}
