/** Everything a card of this page may do. */
import type { PageSide } from '../../link/page-side.ts';
import type { CardsStore } from './cards-store.ts';
import type { ComposerFlow } from './composer-flow.ts';
import type { DialogFlow } from './dialog-flow.ts';
import type { GuardFlow } from './guard-flow.ts';
import type { TypedTexts } from './typed-texts.ts';

export interface CardsWorld {
  store: CardsStore;
  page: PageSide;
  texts: TypedTexts;
  guard: GuardFlow;
  composer: ComposerFlow;
  dialog: DialogFlow;
}
