import type { Params } from '../server/params.ts';
import type { Director } from './director.ts';

type Operation = (director: Director, body: Params) => unknown;

/** What `POST /__director/api/<operation>` takes; the same names as the methods of `Director`. */
const OPERATIONS: Record<string, Operation> = {
  reset: (director, body) => director.reset(body),
  openDialog: (director, body) => director.openDialog(body),
  reply: (director, body) => director.reply(as(body)),
  confirm: (director, body) => director.confirm(as(body)),
  closeDialog: (director, body) => director.closeDialog(as(body)),
  rename: (director, body) => director.rename(as(body)),
  hide: (director, body) => director.hide(as(body)),
  typing: (director, body) => director.typing(as(body)),
  setLimit: (director, body) => director.setLimit(Number(body.limit), { push: body.push !== false }),
  setRole: (director, body) => director.setRole(as<{ role: 'administrator' }>(body).role),
  setLanguage: (director, body) => director.setLanguage(as<{ language: 'ru' }>(body).language),
  setMessenger: (director, body) => director.setMessenger(as<{ messenger: 'v2' }>(body).messenger),
  setSupportBot: (director, body) => director.setSupportBot(body.present !== false),
  expireToken: (director) => director.expireToken(),
  expireSession: (director) => director.expireSession(),
  fault: (director, body) => director.fault(as(body)),
  clearFaults: (director) => director.clearFaults(),
  dropConnection: (director, body) => director.dropConnection({ block: body.block === true }),
  restoreConnection: (director, body) => director.restoreConnection({ lose: body.lose === true }),
  push: (director, body) => director.push(as(body)),
  askForAccess: (director, body) => director.askForAccess(body),
  answerAccess: (director, body) => director.answerAccess(as(body)),
  imitateRequest: (director, body) => director.imitateRequest(body),
  askForPartner: (director, body) => director.askForPartner(body),
  answerPartner: (director, body) => director.answerPartner(as(body)),
  editMessage: (director, body) => director.editMessage(as(body)),
  deleteMessage: (director, body) => director.deleteMessage(as(body)),
  removeKeyboard: (director, body) => director.removeKeyboard(as(body)),
  signIn: (director, body) => director.signIn(body),
  addIntegrator: (director, body) => director.addIntegrator(body),
  announceUser: (director, body) => director.announceUser(body),
  setGeneration: (director, body) => director.setGeneration(as<{ generation: 'new' }>(body).generation),
  rerenderMarket: (director) => director.rerenderMarket(),
  setAccessList: (director, body) => director.setAccessList(as(body)),
  unpublish: (director, body) => director.unpublish(body),
  veto: (director, body) => director.veto(as<{ words?: string }>(body).words),
  installError: (director, body) => director.installError(as<{ error?: null }>(body).error),
  setSubscription: (director, body) => director.setSubscription({ isWanted: body.isWanted !== false }),
  uninstallApp: (director, body) => director.uninstallApp(body),
  installApp: (director, body) => director.installApp(body),
  finishInstallation: (director, body) => director.finishInstallation(body),
  marketState: (director) => director.marketState(),
  setQueue: (director, body) => director.setQueue(as(body)),
  setLine: (director, body) => director.setLine(as(body)),
  dropLine: (director, body) => director.dropLine(as(body)),
  setEmployee: (director, body) => director.setEmployee(as(body)),
  setDepartment: (director, body) => director.setDepartment(as(body)),
  dropDepartment: (director, body) => director.dropDepartment(as(body)),
  setRoles: (director, body) => director.setRoles(as<{ roles: [] }>(body).roles),
  setAdminList: (director, body) => director.setAdminList(as<{ adminList: 'open' }>(body).adminList),
  setOpenLines: (director, body) => director.setOpenLines(body.present !== false),
  setTab: (director, body) => director.setTab(body),
  staffState: (director) => director.staffState(),
  setStrip: (director, body) => director.setStrip(as<{ strip: 'new' }>(body).strip),
  tasks: (director) => director.tasks(),
  setTasks: (director, body) => director.setTasks(body),
  webhookAddress: (director) => director.webhookAddress(),
  state: (director) => director.state(),
  calls: (director) => director.calls(),
  clearCalls: (director) => director.clearCalls(),
  unknownCalls: (director) => director.unknownCalls(),
};

/** Runs an operation by name; an unknown one throws with the list of those there are. */
export function runOperation(director: Director, name: string, body: Params): unknown {
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!operation) throw new Error(`No operation "${name}". There are: ${Object.keys(OPERATIONS).join(', ')}.`);
  return operation(director, body) ?? { done: true };
}

/** The director's callers are our own tests and page: a wrong body shows at once in the state. */
function as<Shape>(body: Params): Shape {
  return body as Shape;
}
