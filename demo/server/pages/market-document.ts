import type { PageContext } from '../pages.ts';
import { escapeHtml, makeDocument } from './document.ts';
import { portalFrame } from './frame.ts';
import { messengerData } from './stream.ts';

interface MarketParts {
  title: string;
  content: string;
  modules: string[];
}

/** A page of applications: with the portal's frame around it, or bare as the inside of a slider. */
export function marketDocument(context: PageContext, { title, content, modules }: MarketParts): string {
  const { scenario, market } = context.portal.state;
  const styles = ['market.css'];
  const scripts = ['bx/pull.js', 'bx/slider.js'];
  if (context.query.IFRAME === 'Y') {
    const body = `<main class="slider-page"><h1>${escapeHtml(title)}</h1>${content}</main>`;
    return makeDocument(context, { title, bodyClass: 'template-air --slider', body, styles, scripts, modules });
  }
  const current = market.generation === 'new' ? '/market/' : '/marketplace/installed/';
  const hasMessenger = scenario.quickAccess && scenario.messenger === 'v2';
  const body = portalFrame(context, { current, title, content, hasChatBar: true });
  return makeDocument(context, {
    title,
    bodyClass: 'template-air',
    body: body + messengerData(context, { embedded: false }),
    styles: [...styles, ...(hasMessenger ? ['messenger.css'] : [])],
    scripts: [...scripts, ...(scenario.messenger === 'v1' ? ['bx/old-messenger.js'] : [])],
    modules: [...modules, ...(hasMessenger ? ['messenger/launch.js'] : [])],
  });
}
