import { beforeEach, describe, expect, test } from 'vitest';
import { eachWithVisitor, type Visitor } from './visitor.ts';

const visit = eachWithVisitor();
let live: Awaited<ReturnType<Visitor['listen']>>;

beforeEach(async () => {
  live?.socket.terminate();
  live = await visit.visitor.listen();
});

describe('an imitation', () => {
  test('by a bot of an application has the code and the name, and the id of its application', async () => {
    const [copy] = visit.director.imitateRequest({ by: 'marketBot' });
    const { params } = await live.next('message');
    expect(copy?.dialogId).toBe('8');
    expect(params.users[8]).toMatchObject({ name: 'Поддержка Битрикс24', bot_data: { code: 'marta', type: 'bot' } });
    expect(params.users[8].bot_data.app_id).toMatch(/^local\./);
    expect(params.message.params.KEYBOARD[0]).toMatchObject({ BOT_ID: 8, COMMAND: 'supportAccess' });
    visit.director.imitateRequest({ by: 'appAssistant', withButtons: false });
    const other = (await live.next('message')).params;
    expect(other.users[9]).toMatchObject({ name: 'Марта', bot_data: { code: 'marta' } });
    expect(other.message.params).toEqual([]);
  });

  test('by a colleague may carry the buttons of the assistant, in any chat', async () => {
    visit.director.imitateRequest({ by: 'colleague', dialogId: 'chat410', text: 'Look at this' });
    const { params } = await live.next('messageChat');
    expect(params.message).toMatchObject({ senderId: 1002, text: 'Look at this' });
    expect(params.users[1002].bot_data).toBeNull();
    expect(params.message.params.KEYBOARD[0].BOT_ID).toBe(7);
  });

  test('can be a flood, and its chat is listed like any other', async () => {
    expect(visit.director.imitateRequest({ count: 500 })).toHaveLength(500);
    const { body } = await visit.visitor.rest('im.recent.list');
    expect(body.result.items.find(({ id }: { id: number }) => id === 8)).toMatchObject({ counter: 500 });
  });
});

describe('a partner', () => {
  test('asks through the support bot with two commands of its own', async () => {
    visit.director.askForPartner({ name: 'Юг' });
    const { params } = await live.next('message');
    expect(params.message).toMatchObject({ senderId: 5 });
    expect(params.message.text).toContain('Юг');
    expect(params.message.params.KEYBOARD).toMatchObject([
      { COMMAND: 'support24', COMMAND_PARAMS: 'activatePartnerSupport', DISPLAY: 'LINE', BG_COLOR: '#29619b' },
      { COMMAND: 'support24', COMMAND_PARAMS: 'declinePartnerRequest', DISPLAY: 'LINE', BG_COLOR: '#990000' },
    ]);
  });

  test('is accepted with a link in place of the buttons, a word of its bot and the end of the conversation', async () => {
    visit.director.reset({ mainChat: { status: 'open' } });
    const { messageId } = visit.director.askForPartner();
    const fields = { MESSAGE_ID: String(messageId), DIALOG_ID: '5', BOT_ID: '5', COMMAND: 'support24' };
    await visit.visitor.rest('im.message.command', { ...fields, COMMAND_PARAMS: 'activatePartnerSupport' });
    const { params } = (await live.next('messageParamsUpdate')).params;
    expect(params.ATTACH).toMatchObject([{ COLOR: '#aac337' }]);
    expect(params.KEYBOARD).toMatchObject([{ LINK: '/settings/support.php', CONTEXT: 'DESKTOP' }]);
    expect(params.KEYBOARD[0]).not.toHaveProperty('COMMAND');
    await live.next('message');
    expect((await live.next('message')).params.dialogId).toBe(6);
    expect((await live.next('changeMultidialogStatus')).params.multidialog).toMatchObject({ status: 'close' });
  });

  test('is declined or disconnected, with the same box for yes and for the end', async () => {
    const { messageId } = visit.director.askForPartner();
    visit.director.answerPartner({ messageId, answer: 'decline' });
    expect((await live.next('messageParamsUpdate')).params.params).toMatchObject({
      KEYBOARD: 'N',
      ATTACH: [{ COLOR: '#df532d' }],
    });
    const again = visit.director.askForPartner();
    visit.director.answerPartner({ messageId: again.messageId, answer: 'accept', leavesEndButton: true });
    expect((await live.next('messageParamsUpdate')).params.params.KEYBOARD).toMatchObject([
      { COMMAND_PARAMS: 'deactivatePartnerSupport' },
    ]);
    visit.director.answerPartner({ messageId: again.messageId, answer: 'end' });
    expect((await live.next('messageParamsUpdate')).params.params.ATTACH).toMatchObject([{ COLOR: '#aac337' }]);
  });
});
