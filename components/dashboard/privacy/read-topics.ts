/** The portal's methods behind each thing that is read, as the list of calls names them. */
import type { ReadTopic } from '../../../domain/privacy-text.ts';

/** Empty: nothing is asked for it, it is in the open page. */
export const METHODS: Record<ReadTopic, readonly string[]> = {
  dialogs: ['imbot.Network.Chat.list', 'imbot.Network.Chat.count'],
  unread: ['im.v2.Counter.get'],
  self: ['profile', 'user.admin'],
  access: ['im.v2.Chat.Message.tail', 'im.dialog.messages.get', 'im.recent.list'],
  notifications: ['im.notify.get'],
  signIns: ['main.eventlog.tail', 'user.get', 'im.user.list.get'],
  employees: ['user.get', 'department.get', 'user.admin.list'],
  accessList: ['market.Application.getRights', 'rest.Application.getRights', '/bitrix/tools/rest.php'],
  lines: ['imopenlines.config.list.get'],
  roles: ['imopenlines.config.path.get', '/contact_center/permissions/'],
  pages: [],
  rename: ['im.chat.updateTitle'],
  task: ['tasks.task.add'],
};
