import type { ExplainerMessages } from '../../domain/explainer-text.ts';

export const explainer: ExplainerMessages = { title: '' };
