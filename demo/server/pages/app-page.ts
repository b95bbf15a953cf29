import { findApp, findAppById } from '../../model/market.ts';
import type { PageContext } from '../pages.ts';
import { appLayout, errorBlock, troubleOf } from './app-layout.ts';
import { innerPage } from './inner-page.ts';

/** `/marketplace/app/<number or code>/`: the application, its installer, or why it does not open. */
export function appPage(context: PageContext, named: string): string {
  const { portal, nonce, hostHeader } = context;
  const app = /^\d+$/.test(named) ? findAppById(portal.state, Number(named)) : findApp(portal.state, named);
  const trouble = troubleOf(portal, app);
  const content =
    trouble || !app
      ? errorBlock(context, trouble ?? 'notFound')
      : appLayout(context, { app, place: { code: 'DEFAULT', options: {} }, hostHeader, nonce });
  const title = app?.name ?? '';
  const parts = { current: '/market/', title, content, styles: ['crm/crm.css'], scripts: ['crm/app-layout.js'] };
  return innerPage(context, parts);
}
