import type { PageContext } from '../pages.ts';
import { escapeHtml, makeDocument } from './document.ts';

/** The sign-in form: a `BX` object is there, but no user. */
export function loginPage(context: PageContext): string {
  const { role, language } = context.portal.state.scenario.user;
  const isRussian = language === 'ru';
  const title = isRussian ? 'Вход' : 'Sign in';
  const action = `/auth/?login=yes&backurl=${encodeURIComponent(String(context.query.backurl))}`;
  const note = isRussian ? 'Директор вывел пользователя из системы.' : 'The director has signed the user out.';
  const form =
    role === 'signedOut'
      ? `<p>${note}</p>`
      : `<form method="post" action="${escapeHtml(action)}"><button type="submit">${title}</button></form>`;
  const body = `<main class="login"><h1>${escapeHtml(context.portal.identity.host)}</h1>${form}</main>`;
  return makeDocument(context, { title, bodyClass: 'login-page', body, isSignedIn: false });
}
