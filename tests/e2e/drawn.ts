/** What the extension draws into a page, beyond what a screen reader says of it. */
import { expect, type Page } from '@playwright/test';
import { cdpOf } from '../../scripts/lib/surface.mjs';

interface DomNode {
  localName: string;
  nodeType: number;
  nodeValue: string;
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

const inside = ({ children = [], shadowRoots = [] }: DomNode): DomNode[] => [...children, ...shadowRoots];

/** All elements below a node that are drawn, styles left out. */
const elementsIn = (node: DomNode): string[] =>
  inside(node).flatMap((child) =>
    child.localName === 'style' || child.localName === 'link'
      ? []
      : [...(child.nodeType === 1 ? [child.localName] : []), ...elementsIn(child)],
  );

const ours = (node: DomNode): DomNode[] =>
  node.localName.startsWith('latchdesk-') ? [node] : inside(node).flatMap(ours);

/** Buttons, marks, texts and the rest of what Latchdesk has in a page, its closed shadow roots included. */
export async function drawnByUs(page: Page): Promise<string[]> {
  const cdp = await cdpOf(page);
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const containers = ours(root as DomNode);
  return containers.flatMap(elementsIn).filter((name) => name !== 'div');
}

/** Waits until a page shows nothing of Latchdesk. */
export const expectNothingDrawn = (page: Page): Promise<void> =>
  expect.poll(() => drawnByUs(page), { message: 'nothing of Latchdesk', timeout: 15_000 }).toEqual([]);
