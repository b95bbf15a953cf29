import { describe, expect, test } from 'vitest';
import { eachWithVisitor } from './visitor.ts';

const visit = eachWithVisitor();

describe('people', () => {
  test('in the list of employees are neither bots nor the people of the vendor nor integrators', async () => {
    visit.director.reset({ staff: { employees: [] } });
    visit.director.signIn({ kind: 'controller' });
    visit.director.addIntegrator();
    visit.director.signIn({ kind: 'employee', userId: 1050 });
    const { body } = await visit.visitor.rest('user.get');
    const ids = body.result.map(({ ID }: { ID: string }) => ID);
    expect(ids).toEqual(['1', '1001', '1002', '1050']);
    expect(body.total).toBe(4);
    const some = await visit.visitor.rest('user.get', { 'FILTER[ID][0]': '9001', 'FILTER[ID][1]': '1050' });
    expect(some.body.result).toHaveLength(1);
  });

  test('the list of employees comes in pages of fifty, in a batch as well', async () => {
    visit.director.reset({ staff: { employees: [] } });
    for (let n = 0; n < 60; n += 1) visit.director.signIn({ userId: 2000 + n });
    const { body } = await visit.visitor.rest('user.get');
    expect([body.result.length, body.next, body.total]).toEqual([50, 50, 63]);
    const batch = await visit.visitor.batch({ a: 'user.get?start=50', b: 'user.admin' });
    expect(batch.body.result.result.a).toHaveLength(13);
    expect(batch.body.result.result_total).toEqual({ a: 63 });
  });

  test('one by one anybody is told, with what made the account', async () => {
    visit.director.signIn({ kind: 'controller' });
    const controller = await visit.visitor.rest('im.user.get', { ID: '9001' });
    expect(controller.body.result).toMatchObject({ external_auth_id: '__controller', bot_data: null });
    expect((await visit.visitor.rest('im.user.get', { ID: '7' })).body.result.bot_data.code).toBe('marta');
    expect((await visit.visitor.rest('im.user.get', { ID: '4711' })).body.error).toBe('USER_NOT_EXISTS');
  });

  test('in a list of ids nobody is null', async () => {
    const asText = await visit.visitor.rest('im.user.list.get', { ID: '[5, 4711]' });
    expect(asText.body.result['5'].bot_data.code).toBe('network_cloud');
    expect(asText.body.result['4711']).toBeNull();
    const asList = await visit.visitor.rest('im.user.list.get', { 'ID[0]': '1001' });
    expect(Object.keys(asList.body.result)).toEqual(['1001']);
    expect((await visit.visitor.rest('im.user.list.get')).body.error).toBe('INVALID_FORMAT');
  });

  test('the parameters of the help window tell rights, bot and partner; they are for pages only', async () => {
    const queryOf = async () => {
      const { body } = await visit.visitor.ajax('ui.infoHelper.getInitParams', { currentUrl: '/stream/' });
      return new URL(body.data.frameUrlTemplate).searchParams;
    };
    visit.director.setRole('integrator');
    const { messageId } = visit.director.askForPartner({ name: 'Юг' });
    const asked = Object.fromEntries(await queryOf());
    expect(asked).toMatchObject({ is_admin: '1', is_integrator: '1', is_cloud: '1', support_bot: '5' });
    expect(asked.support_partner_name).toBe('Юг');
    visit.director.answerPartner({ messageId, answer: 'decline' });
    expect((await queryOf()).get('support_partner_name')).toBe('');
    visit.director.reset({ access: { paidSupport: false } });
    expect((await queryOf()).get('support_bot')).toBe('0');
    expect((await visit.visitor.rest('ui.infoHelper.getInitParams')).status).toBe(404);
  });
});

describe('notifications', () => {
  const list = async () => (await visit.visitor.rest('im.notify.get')).body.result;

  test('without any the answer lacks everything else', async () => {
    expect(await list()).toEqual({ notifications: [], users: [] });
  });

  test('a request among them has its buttons in a text, in the event in a list', async () => {
    const live = await visit.visitor.listen();
    const [copy] = visit.director.askForAccess({ from: 'notification' });
    expect(copy?.dialogId).toBe('notify');
    const { params } = await live.next('notifyAdd');
    expect(params).toMatchObject({ id: copy?.messageId, type: 1, userId: 5 });
    expect(params.buttons.map(({ VALUE }: { VALUE: string }) => VALUE)).toEqual(['Y', 'N']);
    const [notification] = (await list()).notifications;
    expect(notification).toMatchObject({
      id: copy?.messageId,
      notify_type: 1,
      notify_module: 'bitrix24',
      author_id: 5,
    });
    expect(JSON.parse(notification.notify_buttons)[0]).toMatchObject({
      COMMAND: 'notifyConfirm',
      COMMAND_PARAMS: `${copy?.messageId}|Y`,
    });
    live.socket.terminate();
  });

  test('an answer takes it out of the list and is told', async () => {
    const live = await visit.visitor.listen();
    const [copy] = visit.director.askForAccess({ from: 'notification' });
    const answer = { NOTIFY_ID: String(copy?.messageId), NOTIFY_VALUE: 'Y' };
    const { body } = await visit.visitor.rest('im.notify.confirm', answer);
    expect(body.result.result_message).toEqual(['Вы выбрали: «Разрешить»']);
    expect((await live.next('notifyConfirm')).params).toMatchObject({ id: copy?.messageId, counter: 0 });
    expect((await list()).notifications).toEqual([]);
    expect(visit.director.state().access.requests[0]?.state).toBe('granted');
    live.socket.terminate();
  });

  test('a newcomer who wants in looks much the same', async () => {
    visit.director.announceUser({ name: 'Вера' });
    const [notification] = (await list()).notifications;
    expect(notification).toMatchObject({ notify_type: 1, notify_module: 'bitrix24' });
    expect(notification.notify_tag).toMatch(/^BITRIX24\|REGISTER\|\d+\|/);
  });

  test('go on from an id only together with its type', async () => {
    visit.director.announceUser();
    const { body } = await visit.visitor.rest('im.notify.get', { LAST_ID: '1' });
    expect(body.error).toBe('LAST_ID_AND_LAST_TYPE');
  });
});
