/** Draws the banner in a language, with what the page would know. */
import { render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { vi } from 'vitest';
import { AccessBanner } from '../../../components/access/AccessBanner.tsx';
import type { BannerProps } from '../../../components/access/banner-props.ts';
import { BannerTextContext } from '../../../components/access/banner-text-context.ts';
import { AccessTextContext, TextContext } from '../../../components/text-context.ts';
import { type BannerItem, isBannerItem, placesOf } from '../../../domain/access/banner-sentences.ts';
import type { AccessItem } from '../../../domain/access/view.ts';
import { bannerLocaleFor } from '../../../locales/access/banner/catalogue.ts';
import { accessLocaleFor } from '../../../locales/access/catalogue.ts';
import { localeFor } from '../../../locales/catalogue.ts';
import { NOW } from '../samples.ts';

/** An item of which a page has something to say. */
export function spoken(item: AccessItem | undefined): BannerItem {
  if (!item || !isBannerItem(item)) throw new Error('No banner says anything of this sample.');
  return item;
}

const inLanguage = (language: string, content: ComponentChildren) => (
  <TextContext.Provider value={localeFor(language)}>
    <AccessTextContext.Provider value={accessLocaleFor(language)}>
      <BannerTextContext.Provider value={bannerLocaleFor(language)}>{content}</BannerTextContext.Provider>
    </AccessTextContext.Provider>
  </TextContext.Provider>
);

export function drawIn(language: string, content: ComponentChildren) {
  document.documentElement.lang = language;
  const drawn = render(inLanguage(language, content));
  return { ...drawn, redraw: (next: ComponentChildren) => drawn.rerender(inLanguage(language, next)) };
}

export function bannerProps(item: AccessItem | undefined, changes: Partial<BannerProps> = {}): BannerProps {
  const shown = spoken(item);
  return {
    item: shown,
    others: [],
    otherCount: changes.others?.length ?? 0,
    now: NOW,
    isOpen: false,
    isFolded: false,
    places: placesOf(shown, '6', () => ''),
    dialogs: [
      { chatId: 2, name: 'Телефония' },
      { chatId: 3, name: 'Письма из воронки' },
    ],
    hasDialogs: true,
    typed: { reason: '', ticket: shown.ticket, chatId: shown.dialog?.chatId ?? null },
    saving: 'idle',
    isReadOnly: false,
    opened: null,
    onOpen: vi.fn(),
    onToggle: vi.fn(),
    onFold: vi.fn(),
    onUnfold: vi.fn(),
    onShow: vi.fn(),
    onSnooze: vi.fn(),
    onSetAside: vi.fn(),
    onConfirm: vi.fn(),
    onDismiss: vi.fn(),
    onAnswer: vi.fn(),
    onExtend: vi.fn(),
    onLink: vi.fn(),
    onType: vi.fn(),
    onReason: vi.fn(),
    onHideHere: vi.fn(),
    ...changes,
  };
}

export const banner = (item: AccessItem | undefined, changes: Partial<BannerProps> = {}) => (
  <AccessBanner {...bannerProps(item, changes)} />
);
