import { formatNumber, type PluralForms, plural } from '../../domain/format.ts';

const FORMAT = 'en';
export const number = (value: number): string => formatNumber(FORMAT, value);
export const count = (value: number, forms: PluralForms): string => `${number(value)} ${plural(FORMAT, value, forms)}`;
export const hours = (value: number): string => count(value, { one: 'hour', other: 'hours' });
export const days = (value: number): string => count(value, { one: 'day', other: 'days' });
export const minutes = (value: number): string => count(value, { one: 'minute', other: 'minutes' });

export const list = (type: 'conjunction' | 'disjunction') => {
  // British: without a comma before the last.
  const format = new Intl.ListFormat('en-GB', { type });
  return (texts: readonly string[]): string => format.format(texts);
};
