import type { PageContext } from '../pages.ts';
import { escapeHtml, makeDocument } from './document.ts';
import { portalFrame } from './frame.ts';
import { messengerData } from './stream.ts';

export interface InnerParts {
  /** The item of the menu that it belongs to. */
  current: string;
  title: string;
  content: string;
  styles?: string[];
  scripts?: string[];
  modules?: string[];
}

/** A page that may stand by itself or, without menu and header, in a slider. */
export function innerPage(context: PageContext, parts: InnerParts): string {
  const { title, content, current, styles = [], scripts = [], modules = [] } = parts;
  if (context.query.IFRAME === 'Y') {
    return makeDocument(context, {
      ...{ title, styles, modules, bodyClass: 'template-air --slider' },
      body: `<main class="slider-page"><h1>${escapeHtml(title)}</h1>${content}</main>`,
      scripts: ['bx/pull.js', 'bx/slider.js', ...scripts],
    });
  }
  const { scenario } = context.portal.state;
  const hasMessenger = scenario.quickAccess && scenario.messenger === 'v2';
  const frame = portalFrame(context, { current, title, content, hasChatBar: true });
  return makeDocument(context, {
    title,
    bodyClass: 'template-air',
    body: frame + messengerData(context, { embedded: false }),
    styles: [...(hasMessenger ? ['messenger.css'] : []), ...styles],
    scripts: [
      'bx/pull.js',
      'bx/slider.js',
      ...(scenario.messenger === 'v1' ? ['bx/old-messenger.js'] : []),
      ...scripts,
    ],
    modules: [...modules, ...(hasMessenger ? ['messenger/launch.js'] : [])],
  });
}
