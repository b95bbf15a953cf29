/** Secrets in a text that is about to be sent: where they stand, and how to show that without showing them. */

export type SecretKind = 'password' | 'token' | 'webhook' | 'cookie' | 'card' | 'key';

/** Part of the text, as positions in UTF-16 units. */
export interface SecretFinding {
  kind: SecretKind;
  start: number;
  end: number;
}

const MASK = '••••';

/** Judging a value needs no more of it; the rest could only cost time. */
const ENOUGH = 200;

/** What stands in for a secret in documentation, logs and templates. */
const STAND_IN =
  /^(.)\1*$|x{5}|\*{3}|•|^(?:your|ваш|example|пример|put_)|^[<[{(]|^%.*%$|^\$[\w{]+\}?$|^[\w.$]+\(\)?$/iu;
/** An address, a mailbox, a folder, "12-значный", a product: words that follow "password" without being one. */
const NO_PASSWORD =
  /^[a-z]+:\/\/|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$|^[^@]+@[\w.-]+\.[a-z]{2,}$|^(?:[/~.\\]|[a-z]:\\)|^\d+-?[а-яё]+$|^(?:bitrix|битрикс|b|office|microsoft|windows|win|outlook|exchange|oauth|iphone|ios|android|chrome|firefox|sql|sha|wi-?fi|utf)[\s-]?\d+[.\d]*$/iu;
const NO_WORD_PASSWORD =
  /^(?:required|incorrect|invalid|wrong|error|null|undefined|true|false|none|string|hidden|empty)$/i;

const isToken = (value: string) => /[a-z]/i.test(value) && /\d.*\d/.test(value) && !NO_PASSWORD.test(value);

/** How many of: small letters, capitals, digits, signs that words and identifiers do without. */
const classesIn = (value: string) =>
  [/[a-z]/, /[A-Z]/, /\d/, /[!@#$%^&*+=~?]/].filter((some) => some.test(value)).length;

/** Without a colon only what is no word of any language counts; Cyrillic is left to the rule with a colon. */
const looksMadeUp = (value: string, classes: number) =>
  value.length >= 6 &&
  !/[а-яё]/i.test(value) &&
  /\d/.test(value) &&
  /[a-z]/i.test(value) &&
  (classesIn(value) >= classes || (classes < 4 && value.length >= 8 && /\d.*\d/.test(value))) &&
  !NO_PASSWORD.test(value);

function isPasswordAfterColon(raw: string, [whole]: RegExpExecArray, after: string): boolean {
  // In an address the next parameter is no part of the password.
  const [value = ''] = raw.split(/&\w+=/);
  if (NO_PASSWORD.test(value)) return false;
  // A line of its own may be the next sentence.
  if (whole.includes('\n')) return looksMadeUp(value, 3);
  if (/^\d+$/.test(value) || (/\d/.test(value) && /\p{L}/u.test(value))) return true;
  if (/[a-z]/i.test(value) && /[!@#$%^&*+=~?]\w/.test(value)) return true;
  // A Latin word where the sentence is Russian and ends.
  return (
    /^парол/i.test(whole) &&
    /^[a-z]{5,}$/i.test(value) &&
    !NO_WORD_PASSWORD.test(value) &&
    /^[.,;]?\s*(\n|$)/.test(after)
  );
}

const isPasswordAfterSpace = (value: string, [, more, link]: RegExpExecArray) =>
  (link !== undefined && /^\d{6,}$/.test(value)) || looksMadeUp(value, more ? 4 : 3);

/** Numbers of the schemes met here; a mailbox of digits, a phone or a moment in time starts otherwise. */
const CARD_START =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720|6011|64[4-9]|65|35[2-8]\d|8600|9860|9112)\d+(?<=^\d{16})|(?:220[0-4]|62|5018|5020|5038|5[68]\d\d|6304|6390|676\d)\d+(?<=^\d{16,19})|3[47]\d{13}|3(?:0[0-5]|6|8)\d+(?<=^\d{14}))$/;

/** Remainder of the digits' weighted sum; `alternate` gives what every second digit from the right counts for. */
function remainder(digits: string, alternate: (digit: number) => number): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    sum += index % 2 ? alternate(digit) : digit;
  }
  return sum % 10;
}

const isCard = (digits: string) =>
  CARD_START.test(digits) &&
  remainder(digits, (digit) => (digit > 4 ? digit * 2 - 9 : digit * 2)) === 0 &&
  // The barcode of a product has 13 digits too, and its own check digit.
  (digits.length !== 13 || remainder(digits, (digit) => digit * 3) !== 0);

/** The three digits from a card's back may follow its number. */
function isCardOrWithCode(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  return isCard(digits) || (value !== digits && digits.length === 19 && isCard(digits.slice(0, 16)));
}

const SIGN = '["\'\\]»]?\\s{0,3}(?:=>|[:=])\\s{0,3}["\'«“]?';
const WORD = '[^\\s"\'«»“”]';
const PASSWORD = '(?:парол(?:ь|я|ю|ем|и|ей)(?!\\p{L})|password|passwd|(?<![a-z])(?:pass|pwd)(?![a-z]))';
/** "пароль от портала", "password for admin", "пароль (временный)". */
const MORE =
  '( (?:от|для|к|на|for|to|of)(?: [\\p{L}\\d.-]{1,30}){1,3}| (?:админ|пользов|сотруд|уч[её]тн|прилож|портал|врем|нов)\\p{L}{0,12}(?: \\p{L}{1,20})?| ?\\([^()\\n]{1,30}\\))?';
const TOKEN = '([\\w+~][\\w.~+/=%-]{15,})';

type Accept = (value: string, match: RegExpExecArray, after: string) => boolean;

/** A secret is what the last group of a pattern holds, else the whole match. The first kinds win an overlap. */
const RULES: readonly (readonly [SecretKind, RegExp, Accept?])[] = [
  [
    'key',
    /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?=.{0,99}?[A-Za-z0-9+/]{24}).*?(?:-----END[^\n-]{0,50}-----|$)/gs,
  ],
  [
    'webhook',
    /\/rest\/(?:api\/)?\d{1,10}\/([a-z0-9]{10,64})(?![\w-]|\.\w)/gi,
    (value) => /\d/.test(value) || value.length === 16,
  ],
  [
    'webhook',
    /(?:hooks\.(?:slack|zapier)\.com\/(?:[a-z]+\/){1,2}|discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d+\/|webhook\.office\.com\/|hook\.[\w.]{1,9}make\.com\/)([\w/@-]{16,})/gi,
    isToken,
  ],
  [
    'token',
    /(?<![\w-])(?:eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*){0,3}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|A[KS]IA[A-Z0-9]{16}(?!\w)|xox[a-z]-[\w-]{10,}|sk-(?:(?:proj|ant|svcacct)-[\w-]{20,}|\w{20,})|glpat-[\w-]{20,}|AIza[\w-]{35})|(?<!\d)\d{8,10}:AA[\w-]{30,}/g,
    (value) => /\d/.test(value),
  ],
  ['token', new RegExp(`(?:(?:authorization${SIGN}(?:basic|token)?|(?<!\\w)bearer)\\s{0,3})${TOKEN}`, 'gi'), isToken],
  [
    'token',
    new RegExp(
      `(?:(?<![a-z])(?:(?:access|refresh|auth|api|app|application|bot|secret|client|private|секретн\\p{L}\\p{L}?)[ _-]?(?:token|key|secret|токен|ключ|код)|auth|sessid|secret|token)|токен\\p{L}{0,2}(?: доступа)?|ключ (?:api|доступа)|код вебхука)(?:${SIGN}| (?:[-–—] |is )?)${TOKEN}`,
      'giu',
    ),
    isToken,
  ],
  ['cookie', /cookie["']?\s{0,3}:\s{0,3}([^\r\n"']{4,})/gi, (value) => /=[^\s;"']{8,}/.test(value)],
  ['cookie', /(?:PHPSESSID|BITRIX_SM_\w{1,40})["']?\s{0,3}[=:]\s{0,3}["']?([^\s;"'&,]{4,})/gi],
  [
    'card',
    /(?<![\w+/#]|\d{3}[ \u00a0.,-])\d(?:\d{12,18}|\d{3}(?:[ \u00a0‐-―-]\d{4}){2,3}(?:[ \u00a0‐-―-]\d{1,3}(?!\s?[/.]))?|\d{3}[ \u00a0‐-―-]\d{6}[ \u00a0‐-―-]\d{4,5})(?!\w|[.,]\d|[ \u00a0‐-―-]?\d(?!\d?\s?[/.]\s?\d))/g,
    isCardOrWithCode,
  ],
  ['password', /:\/\/[^\s/:@]{1,64}:([^\s/@]{3,128})(?=@)/g],
  [
    'password',
    new RegExp(
      `(?:логин|login|user(?:name)?|e-?mail|почта) ?(?:[/,&|]|и|and) ?(?:пароль|password|pass|pwd)[\\s:=–—-]{1,5}[\\w.@+-]{2,64}(?: ?[/,;|:] ?| )(${WORD}{5,})`,
      'giu',
    ),
    (value) => /^\d{6,}$/.test(value) || looksMadeUp(value, 3),
  ],
  ['password', new RegExp(`${PASSWORD}${MORE}(?: is| это| такой)?${SIGN}(${WORD}{4,})`, 'giu'), isPasswordAfterColon],
  [
    'password',
    new RegExp(`${PASSWORD.replace('pass|', '')}${MORE} (?:([-–—]|is|это) )?["'«“]?(${WORD}{6,})`, 'giu'),
    isPasswordAfterSpace,
  ],
];

/** Finds what nobody should send: passwords, tokens, webhooks, cookies, card numbers and private keys, in order. */
export function findSecrets(text: string): SecretFinding[] {
  const { plain, origin } = unveil(text);
  const found = RULES.flatMap((rule) => matchesOf(rule, plain));
  const merged: SecretFinding[] = [];
  // A stable sort: of two that start together the one of the earlier rule stays first and gives the kind.
  for (const finding of found.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && finding.start < last.end) last.end = Math.max(last.end, finding.end);
    else merged.push(finding);
  }
  if (!origin) return merged;
  return merged.map(({ kind, start, end }) => ({ kind, start: origin[start] ?? 0, end: origin[end] ?? 0 }));
}

/** The text with dots in place of every finding; the dots tell nothing of its length. */
export function maskSecrets(text: string, findings: readonly SecretFinding[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of findings) {
    masked += text.slice(from, start) + MASK;
    from = end;
  }
  return masked + text.slice(from);
}

/** Enough of a finding to recognise it by: two characters and dots. */
export function excerptOf(text: string, { start, end }: SecretFinding): string {
  return [...unveil(text.slice(start, end)).plain].slice(0, 2).join('') + MASK;
}

function matchesOf([kind, pattern, accept]: (typeof RULES)[number], text: string): SecretFinding[] {
  const findings: SecretFinding[] = [];
  for (const match of text.matchAll(pattern)) {
    const raw = match.at(-1) ?? '';
    const start = match.index + match[0].length - raw.length;
    let length = raw.length;
    while (length > 0 && '.,;:)]}>'.includes(raw.charAt(length - 1))) length--;
    const value = raw.slice(0, Math.min(length, ENOUGH));
    const after = text.slice(start + length, start + length + 9);
    if (value !== '' && !STAND_IN.test(value) && (!accept || accept(value, match, after)))
      findings.push({ kind, start, end: start + length });
  }
  return findings;
}

/**
 * The text without characters that are not seen and with wide ones made narrow, so that neither hides a secret;
 * `origin` leads back to the places in the text, null where they are the same.
 */
function unveil(text: string): { plain: string; origin: number[] | null } {
  if (!/[\p{DI}\p{Cf}\uff01-\uff5e\u{1d400}-\u{1d7ff}]/u.test(text)) return { plain: text, origin: null };
  let plain = '';
  let at = 0;
  const origin: number[] = [];
  for (const sign of text) {
    const seen = /[\p{DI}\p{Cf}]/u.test(sign) ? '' : sign > '\u2fff' ? sign.normalize('NFKC') : sign;
    for (let unit = 0; unit < seen.length; unit++) origin.push(at);
    plain += seen;
    at += sign.length;
  }
  origin.push(at);
  return { plain, origin };
}
