/** Buttons under messages and coloured boxes inside them, in the upper-case form of REST and live events. */
import { createHash } from 'node:crypto';
import type { AccessRequest, Answer, ParamsStyle } from './access-state.ts';
import { ACCESS_TEXTS } from './access-texts.ts';
import type { PortalState } from './state.ts';

export type RawButton = Record<string, unknown>;

export const NEWLINE: RawButton = { TYPE: 'NEWLINE' };

const LOOK = { allow: ['#29619b', 'primary'], deny: ['#990000', 'alert'], end: ['#29619b', 'base'] } as const;

/** One button of a request; only its label tells a person what it does. */
export function accessButton(state: PortalState, request: AccessRequest, answer: Answer, command = 'supportAccess') {
  const { user, access } = state.scenario;
  const [colour, token] = LOOK[answer];
  return button({
    BOT_ID: request.botId,
    COMMAND: command,
    COMMAND_PARAMS: paramsOf(request.style, request.id, answer),
    TEXT: ACCESS_TEXTS[user.language][answer],
    BG_COLOR: colour,
    ...(access.colourTokens ? { BG_COLOR_TOKEN: token } : {}),
  });
}

/** What a button's parameters mean; null for those of another request. */
export function answerIn(request: AccessRequest, params: string): Answer | null {
  const answers: Answer[] = ['allow', 'deny', 'end'];
  return answers.find((answer) => paramsOf(request.style, request.id, answer) === params) ?? null;
}

/** A button with what all of them share; parts that are given win. */
export function button(parts: RawButton): RawButton {
  return { TYPE: 'BUTTON', DISPLAY: 'LINE', TEXT_COLOR: '#fff', BLOCK: 'Y', CONTEXT: 'ALL', ...parts };
}

export type Tone = 'positive' | 'negative' | 'attention';

const COLOURS: Record<Tone, string> = { positive: '#aac337', negative: '#df532d', attention: '#e8a441' };

/** A box with one line of text; pages draw the token and know nothing of the colour. */
export function attachBox(id: number, tone: Tone, text: string): Record<string, unknown>[] {
  return [{ ID: id, BLOCKS: [{ MESSAGE: text }], DESCRIPTION: '', COLOR: COLOURS[tone], COLOR_TOKEN: 'base' }];
}

function paramsOf(style: ParamsStyle, id: string, answer: Answer): string {
  const word = answer === 'end' ? 'cancel' : answer;
  if (style === 'letters') return `${id}:${{ allow: 'Y', deny: 'N', end: 'C' }[answer]}`;
  if (style === 'json') return JSON.stringify({ ACTION: word, ID: id });
  if (style === 'opaque') return createHash('md5').update(`${id} ${word}`).digest('hex').slice(0, 16);
  return `${word}|${id}`;
}
