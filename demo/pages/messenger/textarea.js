import { classes, h } from './dom.js';

/** Typing is told late, not again for a while, and not at all when the message was sent before. */
const TYPING_TOLD_AFTER = 5000;
const TYPING_LASTS = 15_000;
const MAX_LENGTH = 20_000;

/** The field in which messages are written. */
export function textarea(context, dialogId) {
  const field = context.ui.textarea;
  const isEmpty = field.text.trim() === '';
  return h(
    'div',
    { class: 'bx-im-send-panel__scope bx-im-send-panel__container', key: dialogId },
    h(
      'div',
      { class: 'bx-im-textarea__scope bx-im-textarea__container' },
      h('textarea', {
        class: 'bx-im-textarea__element',
        maxlength: MAX_LENGTH,
        placeholder: BX.message('IM_TEXTAREA_PLACEHOLDER_V3'),
        rows: 2,
        value: field.text,
        mounted: (node) => restoreDraft(context, field, node),
        on: {
          input: (event) => setText(context, field, event.target.value),
          keydown: (event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            sendTyped(context, field);
          },
        },
      }),
      h('div', {
        class: classes('bx-im-elements-send-button', { '--disabled': isEmpty }),
        on: { click: () => sendTyped(context, field) },
      }),
    ),
  );
}

/** Listens to texts that other code of the page puts in; only for the chat that is drawn, by its exact id. */
export function listenTextarea(context, ui) {
  const { EventEmitter } = BX.Event;
  const insert = (event) => {
    const { text, dialogId, withNewLine = false, replace = false } = event.getData();
    // Before the field is drawn nobody listens.
    if (dialogId !== ui.textarea.dialogId || !ui.textarea.node) return;
    setText(context, ui.textarea, joinText(ui.textarea, { text, withNewLine, replace }));
    ui.textarea.node.focus();
  };
  const send = (event) => {
    const { text, dialogId } = event.getData();
    if (dialogId === ui.textarea.dialogId) void context.services.sendMessage(dialogId, text);
  };
  EventEmitter.subscribe('IM.Textarea:insertText', insert);
  EventEmitter.subscribe('IM.Textarea:sendMessage', send);
  return () => {
    EventEmitter.unsubscribe('IM.Textarea:insertText', insert);
    EventEmitter.unsubscribe('IM.Textarea:sendMessage', send);
  };
}

function joinText({ text: before, node }, { text, withNewLine, replace }) {
  if (replace) return text;
  if (withNewLine) return before === '' ? text : `${before}\n${text}`;
  const caret = node?.selectionStart ?? before.length;
  const left = before.slice(0, caret);
  const right = before.slice(node?.selectionEnd ?? caret);
  const gap = left === '' || /\s$/.test(left) ? '' : ' ';
  return `${left}${gap}${text} ${right}`;
}

/** Comes late and writes over whatever stands in the field by then. */
async function restoreDraft(context, field, node) {
  field.node = node;
  const { text } = await context.drafts.getDraft(field.dialogId);
  if (text === field.text) return;
  field.text = text;
  context.refresh();
}

function setText(context, field, text) {
  field.text = text;
  context.drafts.setDraftText(field.dialogId, text);
  // Whoever sets the text by code is seen typing, too.
  if (text !== '') startTyping(context, field);
  context.refresh();
}

function startTyping(context, field) {
  if (Date.now() - (field.typingSince ?? 0) < TYPING_LASTS) return;
  field.typingSince = Date.now();
  field.typingTimer = setTimeout(() => context.services.notifyWriting(field.dialogId), TYPING_TOLD_AFTER);
}

function sendTyped(context, field) {
  const text = field.text.trim();
  if (text === '') return;
  field.text = '';
  field.typingSince = 0;
  clearTimeout(field.typingTimer);
  context.drafts.setDraftText(field.dialogId, '');
  context.refresh();
  void context.services.sendMessage(field.dialogId, text);
  BX.Event.EventEmitter.emit('IM.Textarea:onAfterSendMessage');
}
