/** The portal's own calls to uninstall and to install, of both generations: what they ask for, and what comes back. */
import * as v from 'valibot';
import type { MarketGeneration } from '../domain/market/apps.ts';
import type { InstallRefusal } from '../domain/market/reinstall.ts';
import { codeFrom } from './market-dom.ts';

/** A call to uninstall. Latchdesk never makes one. */
export interface UninstallCall {
  generation: MarketGeneration;
  code: string | null;
  /** Settings and data go as well. */
  wipes: boolean;
}

/** Reads a call by its address and body; null for any other. Each server knows one word for "wipe" and no other. */
export function uninstallCallIn(address: string, body: URLSearchParams): UninstallCall | null {
  const { pathname, searchParams } = new URL(address, 'https://portal.invalid');
  const code = codeFrom(body.get('code'));
  if (pathname.endsWith('/bitrix/tools/rest.php')) {
    if (body.get('action') !== 'uninstall') return null;
    return { generation: 'old', code, wipes: body.get('clean') === 'true' };
  }
  const action = searchParams.get('action') ?? body.get('action') ?? '';
  const isUninstall = /^(?:market|rest)\.application\.uninstall$/i.test(action);
  return isUninstall ? { generation: 'new', code, wipes: body.get('clean') === 'Y' } : null;
}

const Text = v.optional(v.fallback(v.string(), ''), '');

const Reply = v.object({
  success: v.optional(v.unknown()),
  sliderUrl: Text,
  error: Text,
  errorDescription: Text,
  error_description: Text,
  helperCode: Text,
  id: v.optional(v.unknown()),
  installed: v.optional(v.unknown()),
});

/** `done` is the portal's word only: whether the application is gone, a page has to show. */
export type UninstallReply = { kind: 'done' } | { kind: 'refused'; message: string } | { kind: 'unclear' };

/** Reads the reply to an uninstallation. An empty array is what a call that was skipped gets, and no success. */
export function uninstallReplyIn(json: unknown): UninstallReply {
  const reply = replyOf(json);
  if (!reply) return { kind: 'unclear' };
  if (reply.error) return { kind: 'refused', message: messageOf(reply) };
  return isTrue(reply.success) || reply.sliderUrl ? { kind: 'done' } : { kind: 'unclear' };
}

export type InstallReply =
  /** `isFinished` is true for applications without an installer of their own. */
  | { kind: 'installed'; appId: number | null; isFinished: boolean }
  | { kind: 'refused'; refusal: InstallRefusal; message: string }
  | { kind: 'unclear' };

/** Reads the reply to an installation. */
export function installReplyIn(json: unknown): InstallReply {
  const reply = replyOf(json);
  if (!reply) return { kind: 'unclear' };
  if (reply.error) {
    return { kind: 'refused', refusal: refusalOf(reply.error, reply.helperCode), message: messageOf(reply) };
  }
  if (!isTrue(reply.success)) return { kind: 'unclear' };
  const appId = Number(reply.id);
  return {
    kind: 'installed',
    appId: Number.isSafeInteger(appId) && appId > 0 ? appId : null,
    isFinished: isTrue(reply.installed),
  };
}

/** Why the portal refused, from its code; a helper names the page that sells what is missing. */
export function refusalOf(code: string, helperCode = ''): InstallRefusal {
  if (/SUBSCRIPTION|PAYMENT|HOLD_INSTALL_BY_TRIAL|LICEN[CS]E/i.test(code) || helperCode !== '') return 'subscription';
  if (/ACCESS_DENIED/i.test(code)) return 'rights';
  return /NOT_FOUND/i.test(code) ? 'notFound' : 'other';
}

type Reply = v.InferOutput<typeof Reply>;

/** Replies come in an envelope from actions and without one from the old address. */
function replyOf(json: unknown): Reply | null {
  const { status, data, errors } = (json ?? {}) as { status?: unknown; data?: unknown; errors?: unknown };
  if (status === 'error') return { ...NO_REPLY, error: firstCode(errors) };
  const inner = status === 'success' ? data : json;
  const reply = v.safeParse(Reply, inner);
  return reply.success ? reply.output : null;
}

const NO_REPLY = v.parse(Reply, {});

function firstCode(errors: unknown): string {
  const [first] = Array.isArray(errors) ? errors : [];
  const { code, message } = (first ?? {}) as { code?: unknown; message?: unknown };
  return String(code || message || 'error').slice(0, 200);
}

const isTrue = (value: unknown): boolean => value === true || value === 1 || value === '1' || value === 'Y';

/** Markup stays text. */
const messageOf = ({ error, errorDescription, error_description }: Reply): string =>
  (errorDescription || error_description || error).trim().slice(0, 300);
