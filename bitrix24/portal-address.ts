/** What people type or paste as the address of a portal. See docs/portal-contract.md, "Addresses". */

import type { AddressChoices, AddressRefusal, PortalAddress } from '../domain/portals/address.ts';
import { CLOUD_ZONES, isCloudPortalHost, VENDOR_GLOBS } from './addresses.ts';
import { hostKindOf } from './host-kinds.ts';
import { prefixOf } from './portal-prefix.ts';

export type AddressAnswer = { address: PortalAddress } | { refusal: AddressRefusal };

const CAREFUL: AddressChoices = { isOnPremise: false, takesHttp: false };
/** Nobody types more; a whole text pasted by mistake should not cost time. */
const LONGEST = 2_000;

/** The one portal that a text names, or why it names none. */
export function parsePortalAddress(typed: string, choices: AddressChoices = CAREFUL): AddressAnswer {
  const candidates = candidatesIn(typed);
  if (candidates.length === 0) return { refusal: 'empty' };
  const answers = candidates.map((candidate) => answerTo(candidate, choices));
  const [first, ...others] = answers;
  if (!first) return { refusal: 'empty' };
  return others.every((other) => isSame(first, other)) ? first : { refusal: 'several' };
}

const isSame = (one: AddressAnswer, other: AddressAnswer): boolean =>
  'address' in one && 'address' in other
    ? one.address.origin === other.address.origin && one.address.prefix === other.address.prefix
    : 'refusal' in one && 'refusal' in other && one.refusal === other.refusal;

/** Addresses with a scheme where there are any, else the words with a dot or a port, else the only word. */
function candidatesIn(typed: string): string[] {
  const text = typed
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replaceAll('\\', '/')
    .replaceAll('view-source:', ' ');
  const whole = text.match(/[a-z][a-z\d+.-]*:\/\/[^\s<>"'«»“”]+/gi);
  if (whole) return whole.map(withoutTail);
  const words = text
    .split(/[\s<>"'«»“”]+/u)
    .map((word) => withoutTail(word.replace(/^[(,;]+/, '')))
    .filter(Boolean);
  const named = words.filter((word) => /[^.]\.[^.]|^\[|:\d|^localhost|^https?[:/]/i.test(word));
  return named.length > 0 ? named : words.length > 1 ? [words.join(' ')] : words;
}

/** What follows an address in a sentence is not part of it. */
const withoutTail = (word: string): string => word.replace(/[),;:!?.*]+$/, '');

function answerTo(candidate: string, choices: AddressChoices): AddressAnswer {
  // `https//`, `https:/` and `https:` are what people write when they mean `https://`.
  const repaired = candidate.replace(/^(https?)(?::\/*|\/{2,})/i, '$1://');
  const url = urlOf(repaired);
  if (typeof url === 'string') return { refusal: url };
  if (url.username || url.password) return { refusal: 'signIn' };
  const name = url.hostname.replace(/\.$/, '');
  const refusal = refusalOf(repaired, name, url.protocol === 'http:', choices);
  return refusal ? { refusal } : { address: addressOf(url, name) };
}

/** Without a scheme `https` is meant, but for the port that only `http` has. */
function urlOf(candidate: string): URL | AddressRefusal {
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(candidate)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return 'otherScheme';
  const usual = /^[^/?#]*:80(?:[/?#]|$)/.test(candidate) ? 'http' : 'https';
  const address = scheme ? candidate : `${usual}://${candidate.replace(/^\/+/, '')}`;
  return URL.canParse(address) ? new URL(address) : 'notAnAddress';
}

function refusalOf(candidate: string, name: string, isHttp: boolean, choices: AddressChoices): AddressRefusal | null {
  const kind = hostKindOf(name);
  const written = candidate.replace(/^[a-z]+:\/+|^\/+/i, '').split(/[/?#:]/)[0] ?? '';
  // Nobody writes a host in percent signs, unless its letters should not be seen.
  if (kind === 'none' || written.includes('%')) return 'notAnAddress';
  if (hasMixedLetters(written)) return 'mixedLetters';
  if (isVendorSite(name)) return 'vendor';
  if (PUBLIC_SITE.test(name)) return 'publicSite';
  if (kind === 'local' && !choices.isOnPremise) return 'local';
  const takesHttp = isCloudPortalHost(name) || (choices.isOnPremise && choices.takesHttp);
  return isHttp && !takesHttp ? 'http' : null;
}

function addressOf(url: URL, name: string): PortalAddress {
  const isCloud = isCloudPortalHost(name);
  // Cloud portals are encrypted, on the usual port and without a folder, whatever was typed.
  const host = isCloud ? name : `${name}${url.port && `:${url.port}`}`;
  const scheme = isCloud ? 'https:' : url.protocol;
  return {
    origin: `${scheme}//${host}`,
    host,
    prefix: isCloud ? '/' : prefixOf(url.pathname),
    kind: isCloud ? 'cloud' : 'own',
    isLocal: hostKindOf(name) === 'local',
    isPlain: scheme === 'http:',
    isNamedAfterVendor: !isCloud && /bitrix24|b24/.test(name),
  };
}

const PUBLIC_SITE = /(?:^|\.)(?:b24site\.[a-z]+|bitrix24\.(?:site|shop))$/;
const OTHER_VENDOR_SITE = /(?:^|\.)(?:bitrix24\.net|1c-bitrix\.[a-z]+|bitrixsoft\.com|bitrix\.info)$/;
/** One ending, or two as in `com.br`: `bitrix24.company.ru` is a customer's. */
const ANY_ZONE = '(?:[a-z]{2,}|com?\\.[a-z]{2})';
const VENDOR_NAMES = VENDOR_GLOBS.flatMap((glob) => /^https:\/\/(.+)\.bitrix24\./.exec(glob)?.[1] ?? [])
  .join('|')
  .replaceAll('*', '[a-z\\d-]*');
const VENDOR_SITE = new RegExp(`^(?:(?:${VENDOR_NAMES})\\.)?bitrix24\\.${ANY_ZONE}$`);
const IN_CLOUD_ZONE = new RegExp(`\\.bitrix24\\.(?:${CLOUD_ZONES.join('|').replaceAll('.', '\\.')})$`);

const isVendorSite = (name: string): boolean =>
  !PUBLIC_SITE.test(name) &&
  (VENDOR_SITE.test(name) || OTHER_VENDOR_SITE.test(name) || (IN_CLOUD_ZONE.test(name) && !isCloudPortalHost(name)));

/** A part of the name with letters that look alike from two alphabets; whole words of another alphabet are fine. */
const hasMixedLetters = (written: string): boolean =>
  written.split('.').some((part) => /[a-z]/i.test(part) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(part));
