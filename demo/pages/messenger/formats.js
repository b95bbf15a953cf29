/** From the shapes of answers and events to those of the store. */

export function userOf(raw) {
  const bot = raw.botData ?? raw.bot_data;
  return {
    id: raw.id,
    name: raw.name,
    type: raw.type ?? 'user',
    isAdmin: raw.isAdmin ?? false,
    workPosition: raw.workPosition ?? raw.work_position ?? '',
    bot: bot
      ? {
          code: bot.code,
          type: bot.type,
          appId: bot.appId ?? bot.app_id ?? '',
          isHidden: bot.isHidden ?? bot.is_hidden ?? false,
          isSupportOpenline: bot.isSupportOpenline ?? bot.is_support_openline ?? false,
          isHuman: false,
          backgroundId: null,
          reactionsEnabled: false,
        }
      : null,
  };
}

export function chatOf(raw) {
  return {
    dialogId: String(raw.dialogId),
    chatId: raw.id,
    type: raw.type,
    name: raw.name,
    ownerId: raw.owner,
    role: raw.role ?? 'member',
    permissions: raw.permissions ?? {},
    isTextareaEnabled: raw.textFieldEnabled ?? raw.text_field_enabled ?? true,
  };
}

/** Answers of support are written by the bot; a made-up user stands for the person who wrote them. */
export function messageOf(raw, chatId) {
  const params = Array.isArray(raw.params) ? {} : (raw.params ?? {});
  const senderId = Number(raw.author_id ?? raw.senderId ?? 0);
  const isOperator = params.NAME !== undefined && params.USER_ID !== undefined;
  return {
    id: raw.id,
    templateId: raw.uuid ?? raw.templateId ?? '',
    chatId,
    authorId: isOperator ? `network-${senderId}-${params.USER_ID}` : senderId,
    date: new Date(raw.date),
    text: raw.text,
    ...paramsOf(params),
    isDeleted: params.IS_DELETED === 'Y',
    operatorName: isOperator ? params.NAME : undefined,
    isSending: false,
    hasError: false,
  };
}

/** What the parameters of a message mean; `IS_DELIVERED` is not among the things that the page reads. */
export function paramsOf(params) {
  const fields = {};
  if (params.COMPONENT_ID !== undefined) fields.componentId = params.COMPONENT_ID;
  if (params.COMPONENT_PARAMS !== undefined) fields.componentParams = params.COMPONENT_PARAMS;
  if (params.KEYBOARD !== undefined)
    fields.keyboard = Array.isArray(params.KEYBOARD) ? params.KEYBOARD.map(buttonOf) : [];
  if (params.IMOL_SID !== undefined) fields.sessionNumber = params.IMOL_SID;
  if (params.ATTACH !== undefined) fields.attach = Array.isArray(params.ATTACH) ? params.ATTACH.map(boxOf) : [];
  return fields;
}

/** The colour itself does not survive; pages know only its token. */
function boxOf(raw) {
  return {
    id: raw.ID,
    description: raw.DESCRIPTION ?? '',
    colorToken: raw.COLOR_TOKEN ?? 'base',
    blocks: (raw.BLOCKS ?? [])
      .filter(({ MESSAGE }) => MESSAGE !== undefined)
      .map(({ MESSAGE }) => ({ message: MESSAGE })),
  };
}

function buttonOf(raw) {
  return {
    type: raw.TYPE ?? 'BUTTON',
    text: raw.TEXT ?? '',
    command: raw.COMMAND ?? '',
    commandParams: raw.COMMAND_PARAMS ?? '',
    botId: raw.BOT_ID ?? 0,
    block: raw.BLOCK === 'Y',
    wait: false,
    disabled: raw.DISABLED === 'Y',
    bgColorToken: raw.BG_COLOR_TOKEN ?? 'base',
    display: raw.DISPLAY ?? 'BLOCK',
    link: raw.LINK ?? '',
    action: raw.ACTION ?? '',
    actionValue: raw.ACTION_VALUE ?? '',
    context: raw.CONTEXT ?? 'ALL',
  };
}

/** A notification from a list, where its buttons are a text, or from an event, where they are a list. */
export function notificationOf(raw) {
  const told = (raw.buttons ?? []).map(({ TITLE, VALUE }) => ({
    TEXT: TITLE,
    COMMAND: 'notifyConfirm',
    COMMAND_PARAMS: `${raw.id}|${VALUE}`,
  }));
  return { id: raw.id, text: raw.text, notifyButtons: raw.notify_buttons ? JSON.parse(raw.notify_buttons) : told };
}

/** Makes the users that stand for support people out of messages. */
export function operatorsOf(messages) {
  return messages
    .filter(({ operatorName }) => operatorName)
    .map(({ authorId, operatorName }) => ({ id: authorId, name: operatorName, type: 'user', bot: null }));
}
