/** The message that answers and changes mean: the last one that a button has sent. */
let lastMessageId = 0;
const last = (body = {}) => ({ messageId: lastMessageId, ...body });

/** Requests and offers answer where they arrived. */
export function remember(answer) {
  const sent = Array.isArray(answer) ? answer[0] : answer;
  if (sent?.messageId) lastMessageId = sent.messageId;
}

/** Buttons around access to the portal. */
export function accessGroups({ act, group }) {
  const request = (text, body) => act(text, 'askForAccess', () => body);
  const imitation = (text, body) => act(text, 'imitateRequest', () => body);
  const answer = (text, body) => act(text, 'answerAccess', () => last(body));
  const partner = (text, body) => act(text, 'answerPartner', () => last(body));
  return [
    group('Support asks for access', [
      request('Main chat', { from: 'support' }),
      request('Assistant', { from: 'assistant' }),
      request('Both', { from: 'both' }),
      request('Chat of all administrators', { from: 'notifier' }),
      request('Notification', { from: 'notification' }),
      request('For 7 days', { days: 7 }),
      request('For 400 days', { days: 400 }),
      request('No length', { days: null }),
      request('Another command', { buttons: 'unknownCommand' }),
    ]),
    group('Answered elsewhere (the last request)', [
      answer('Allowed', { answer: 'allow' }),
      answer('Allowed, can be ended', { answer: 'allow', leavesRevokeButton: true, leavesText: true }),
      answer('Denied', { answer: 'deny', leavesText: true }),
      answer('Ended', { answer: 'end', leavesText: true }),
      answer('Allowed without a word', { answer: 'allow', tone: false }),
    ]),
    group('The last message', [
      act('Loses its buttons', 'removeKeyboard', () => last()),
      act('Is edited', 'editMessage', () => last({ text: '…' })),
      act('Is deleted', 'deleteMessage', () => last()),
      act('Is gone', 'deleteMessage', () => last({ completely: true })),
    ]),
    group('Somebody else', [
      imitation('Bot called like support', { by: 'marketBot' }),
      imitation('Bot with the assistant’s code', { by: 'appAssistant' }),
      imitation('Colleague quotes it', { by: 'colleague', withButtons: false }),
      imitation('500 of them', { by: 'marketBot', count: 500 }),
      act('A new user wants in', 'announceUser'),
    ]),
    group('Partner', [
      act('Offers support', 'askForPartner'),
      partner('Accepted', { answer: 'accept' }),
      partner('Accepted, can be ended', { answer: 'accept', leavesEndButton: true }),
      partner('Declined', { answer: 'decline' }),
      partner('Ended', { answer: 'end' }),
      act('Integrator gets an account', 'addIntegrator'),
    ]),
    group(
      'Signs in',
      ['employee', 'controller', 'integrator'].map((kind) => act(kind, 'signIn', () => ({ kind }))),
    ),
  ];
}
