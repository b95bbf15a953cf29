/** What would change, in words: each setting's name and its value as people read it. */
import type { ChipPlace } from '../../../domain/chip.ts';
import type { DashboardMessages } from '../../../domain/dashboard-text.ts';
import type { Feature } from '../../../domain/preferences.ts';
import type { DifferenceField, DifferenceRow } from '../../../domain/settings-file/difference.ts';
import type { PortalLook } from '../../../domain/settings-file/file.ts';
import { clockText } from '../settings-input.ts';

export interface DifferenceWords {
  name: string;
  from: string;
  to: string;
}

/** Language codes under their own names. */
type LanguageNames = ReadonlyMap<string, string>;

export function differenceWords(
  { field, from, to }: DifferenceRow,
  words: DashboardMessages,
  languages: LanguageNames,
): DifferenceWords {
  const said = (value: unknown) => valueText(field, value, words, languages);
  return { name: words.allPortals.difference.field[field], from: said(from), to: said(to) };
}

/** Every value comes out of a parsed file, or from here: its field tells its type. */
function valueText(field: DifferenceField, value: unknown, words: DashboardMessages, languages: LanguageNames): string {
  const { difference: text } = words.allPortals;
  switch (field) {
    case 'language':
      return value === '' ? text.ofPortal : (languages.get(value as string) ?? (value as string));
    case 'isReadOnly':
    case 'knowsOneQuestion':
    case 'warnsOfSecrets':
    case 'guardsOthers':
      return value ? text.on : text.off;
    case 'featuresOff':
    case 'hiddenCards':
      return listText(
        (value as readonly Feature[]).map((each) => words.allPortals.feature[each].title),
        text.nothing,
      );
    case 'waitingHours':
      return text.hours(value as number);
    case 'idleDays':
    case 'accessDays':
      return text.days(value as number);
    case 'integratorReviewDays':
      return value === 0 ? text.never : text.days(value as number);
    case 'accessReminders':
      return listText([...(value as readonly number[])].sort((a, b) => b - a).map(text.days), text.nothing);
    case 'chip':
      return chipText(value as ChipPlace, words);
    case 'look':
      return lookText(value as PortalLook | null, words);
    default:
      return workingTimeText(field, value, words);
  }
}

function workingTimeText(
  field: Extract<DifferenceField, `workingTime.${string}`>,
  value: unknown,
  words: DashboardMessages,
): string {
  const { difference: text } = words.allPortals;
  switch (field) {
    case 'workingTime.timeZone':
      return value === '' ? text.ofComputer : (value as string);
    case 'workingTime.weekdays':
      return listText([...(value as readonly number[])].sort().map(words.weekday), text.nothing);
    case 'workingTime.from':
    case 'workingTime.until':
      return clockText(value as number);
    case 'workingTime.holidays':
    case 'workingTime.workdays':
      return datesText(value as readonly string[], words);
  }
}

/** How many, and from when to when: two years of days off are as many. */
function datesText(days: readonly string[], { date, report, allPortals }: DashboardMessages): string {
  const [first, ...others] = [...days].sort();
  const last = others.at(-1) ?? first;
  if (first === undefined || last === undefined) return allPortals.difference.nothing;
  const said = (day: string) => date(Date.parse(`${day}T12:00`));
  return `${allPortals.difference.dates(days.length)}: ${report.span(said(first), said(last))}`;
}

function chipText({ edge, offset, isHidden }: ChipPlace, { percent, allPortals }: DashboardMessages): string {
  const { difference: text } = allPortals;
  return isHidden ? text.hidden : text.place(text[edge], percent(offset / 100));
}

function lookText(look: PortalLook | null, { portals, allPortals }: DashboardMessages): string {
  const { difference: text } = allPortals;
  return look ? `${look.label || text.unnamed}, ${portals.colourName[look.colour]}` : text.unnamed;
}

const listText = (parts: readonly string[], nothing: string): string => (parts.length > 0 ? parts.join(', ') : nothing);
