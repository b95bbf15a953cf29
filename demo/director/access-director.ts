import type { AccessWish, SentCopy } from '../model/access-requests.ts';
import * as requests from '../model/access-requests.ts';
import * as log from '../model/event-log.ts';
import type { PortalEvent } from '../model/events.ts';
import { type Imitation, imitateRequest } from '../model/lookalikes.ts';
import * as messages from '../model/messages.ts';
import { announceUser } from '../model/notifications.ts';
import * as partner from '../model/partner-request.ts';
import type { PortalState } from '../model/state.ts';
import { portalDate } from '../model/wire.ts';
import { StaffDirector } from './staff-director.ts';

interface Named {
  messageId: number;
}

/** Plays what happens around access to a portal: requests, answers, imitations, sign-ins. */
export class AccessDirector extends StaffDirector {
  /** Support asks for access; answers where it arrived, nowhere for those who are no administrators. */
  askForAccess(wish: AccessWish = {}): SentCopy[] {
    return this.sendCopies(requests.askForAccess(this.portal.state, wish));
  }

  /** The request is answered, by a colleague unless told otherwise. */
  answerAccess({ messageId, ...wish }: Named & requests.AnswerWish): void {
    this.tell(requests.answerAccess(this.portal.state, messageId, wish));
  }

  /** Somebody who is not the vendor sends what looks like a request. */
  imitateRequest(wish: Imitation = {}): SentCopy[] {
    return this.sendCopies(imitateRequest(this.portal.state, wish));
  }

  /** A partner offers to take the support over. */
  askForPartner({ name }: { name?: string } = {}): SentCopy {
    const { messageId, events } = partner.askForPartner(this.portal.state, name);
    this.tell(events);
    return { messageId, dialogId: String(this.portal.state.botId) };
  }

  answerPartner({ messageId, ...wish }: Named & partner.PartnerAnswerWish): void {
    this.tell(partner.answerPartner(this.portal.state, messageId, wish));
  }

  editMessage({ messageId, text }: Named & { text: string }): void {
    this.tell(messages.edit(this.portal.state, this.find(messageId), text));
  }

  deleteMessage({ messageId, ...deletion }: Named & messages.Deletion): void {
    this.tell(messages.remove(this.portal.state, this.find(messageId), deletion));
  }

  /** The buttons go, and nothing tells why. */
  removeKeyboard({ messageId }: Named): void {
    this.tell([messages.setParams(this.portal.state, this.find(messageId), { KEYBOARD: 'N' })]);
  }

  /** Somebody signs in, as the event log tells it. */
  signIn(wish: log.SignInWish = {}): { userId: number } {
    return { userId: log.signIn(this.portal.state, wish).userId };
  }

  /** A partner's employee gets an account. */
  addIntegrator(wish: { name?: string; userId?: number } = {}): { userId: number } {
    return { userId: log.addIntegrator(this.portal.state, wish).id };
  }

  /** Somebody wants to join the portal: a confirm notification that is no request for access. */
  announceUser({ name }: { name?: string } = {}): Named {
    const { notification, event } = announceUser(this.portal.state, name);
    this.tell([event]);
    return { messageId: notification.id };
  }

  protected describeAccess() {
    const { access, people } = this.portal.state;
    const accounts = [...people.values()].filter(({ account }) => account !== 'employee');
    return {
      requests: access.requests.map(({ copies, ...request }) => ({
        ...request,
        copies: copies.map((id) => describeCopy(this.portal.state, id)),
      })),
      notifications: access.notifications.map(({ id, tag }) => ({ id, tag })),
      partner: { ...access.partner },
      accounts: accounts.map(({ id, name, account }) => ({ id, name, account })),
      log: access.log.map(({ at, ...row }) => ({ ...row, at: portalDate(at) })),
    };
  }

  private sendCopies({ copies, events }: { copies: SentCopy[]; events: PortalEvent[] }): SentCopy[] {
    this.tell(events);
    return copies;
  }

  private tell(told: PortalEvent[]): void {
    this.portal.pull.send(told);
  }

  private find(messageId: number): messages.Found {
    const found = messages.findMessage(this.portal.state, messageId);
    if (!found) throw new Error(`There is no message ${messageId}: askForAccess and others answer the ids.`);
    return found;
  }
}

/** A copy as it stands now; without a dialog when the message is gone. */
function describeCopy(state: PortalState, messageId: number) {
  const found = messages.findMessage(state, messageId);
  return { messageId, dialogId: found?.chat.dialogId ?? null, params: found?.message.params ?? {} };
}
