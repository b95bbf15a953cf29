/** The bridge's ear: what leaves the page's world, and what does not. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BridgeToLink } from '../../bitrix24/bridge-protocol.ts';
import { hearLiveEvents } from '../../bridge/live-events.ts';

type Handler = (command: string, params: unknown, extra?: unknown) => void;

let told: BridgeToLink[];
let fire: Handler;

beforeEach(() => {
  told = [];
  vi.stubGlobal('window', {
    BX: {
      addCustomEvent: (_target: unknown, _name: string, handler: Handler) => {
        fire = handler;
      },
      PULL: { subscribe: () => undefined },
    },
  });
  hearLiveEvents((message) => told.push(message));
});
afterEach(() => vi.unstubAllGlobals());

const said = () => told.map((message) => (message.kind === 'event' ? message.params : null) as Record<string, unknown>);
const message = (changes: object, more: object = {}) => ({
  ...{
    chatId: 40,
    dialogId: 'chat40',
    multidialog: [],
    message: { id: 7, senderId: 2, text: '', params: {}, ...changes },
  },
  ...more,
});

describe('a message of an ordinary chat', () => {
  it.each(['Обед в час дня', 'Success, partners', '', undefined])('“%s” does not leave the page', (text) => {
    fire('messageChat', message({ text }));
    expect(told).toEqual([]);
  });

  it('leaves it when it may be about access, cut to five hundred characters', () => {
    fire('messageChat', message({ text: `Нужен доступ ${'я'.repeat(5_000)}` }));
    expect(said()[0]?.text).toHaveLength(500);
    expect(said()[0]).toMatchObject({ messageId: 7, chatId: 40, dialogId: 'chat40', multidialog: null });
  });

  it.each(['Нужен дocтyп', 'нужен д0ступ', 'Allow aсcеss'])(
    'leaves it with letters that only look right: “%s”',
    (text) => {
      fire('messageChat', message({ text }));
      expect(said()).toMatchObject([{ text }]);
    },
  );

  it.each(['supportAccess', 'support24'])('leaves it for its buttons of %s', (command) => {
    fire(
      'message',
      message({ params: { KEYBOARD: [{ COMMAND: command, COMMAND_PARAMS: 'activatePartnerSupport' }] } }),
    );
    expect(said()).toHaveLength(1);
  });
});

describe('a message of a support dialog', () => {
  it('is told, and its text only when it may be about access', () => {
    const multidialog = { multidialog: { chatId: 40, botId: 5 } };
    fire('messageChat', message({ text: 'Тайна' }, multidialog));
    fire('messageChat', message({ text: 'Нужен доступ' }, multidialog));
    expect(said().map(({ text }) => text)).toEqual([null, 'Нужен доступ']);
    expect(JSON.stringify(told)).not.toContain('Тайна');
  });
});

describe('what changes a message', () => {
  it.each(['messageUpdate', 'messageParamsUpdate', 'messageDelete', 'messageDeleteV2', 'messageDeleteComplete'])(
    'is told by %s',
    (command) => {
      fire(command, { id: 7, chatId: 40, text: 'Тайна', params: { KEYBOARD: 'N', ATTACH: [{ COLOR: '#aac337' }] } });
      expect(said()).toMatchObject([{ id: 7, chatId: 40, keyboard: 'N', text: null }]);
      expect(JSON.stringify(told)).not.toMatch(/Тайна|aac337/);
    },
  );
});

describe('whatever comes', () => {
  it.each([
    null,
    undefined,
    [],
    7,
    'x',
    { message: null },
    { message: 5 },
    { params: [] },
    { message: { params: { KEYBOARD: 5 } } },
  ])('%j throws nothing at the portal', (params) => {
    vi.spyOn(console, 'debug').mockReturnValue(undefined);
    for (const command of ['message', 'messageParamsUpdate', 'readAllChats', 'notifyAdd', 'startCall']) {
      expect(() => fire(command, params)).not.toThrow();
    }
  });

  it('without parameters is told all the same', () => {
    fire('readAllChats', null);
    expect(told).toHaveLength(1);
  });
});
