import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';

const FORMAT = 'ru';
export const number = (value: number): string => formatNumber(FORMAT, value);
export const count = (value: number, forms: PluralForms): string => `${number(value)} ${plural(FORMAT, value, forms)}`;
export const hours = (value: number): string => count(value, { one: 'час', few: 'часа', many: 'часов', other: 'часа' });
export const days = (value: number): string => count(value, { one: 'день', few: 'дня', many: 'дней', other: 'дня' });
/** As in "rests for a minute". */
export const minutes = (value: number): string =>
  count(value, { one: 'минуту', few: 'минуты', many: 'минут', other: 'минуты' });

export const list = (type: 'conjunction' | 'disjunction') => {
  const format = new Intl.ListFormat(FORMAT, { type });
  return (texts: readonly string[]): string => format.format(texts);
};
