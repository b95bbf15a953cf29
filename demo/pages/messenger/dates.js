const DAY = 86_400_000;

const language = () => BX.message('LANGUAGE_ID') || 'en';

/** A time today, a weekday within the week, else a day. */
export function shortDate(date) {
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) return '';
  const age = Date.now() - date.getTime();
  if (date.toDateString() === new Date().toDateString()) return time(date);
  const parts = age < 6 * DAY ? { weekday: 'short' } : { day: 'numeric', month: 'short' };
  return date.toLocaleDateString(language(), parts);
}

export function time(date) {
  return date.toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit' });
}

/** The heading of a day in a conversation. */
export function dayTitle(date) {
  if (date.toDateString() === new Date().toDateString()) return BX.message('DEMO_TODAY');
  return date.toLocaleDateString(language(), { day: 'numeric', month: 'long' });
}
