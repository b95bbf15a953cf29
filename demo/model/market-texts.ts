/** What the server answers around applications, and what its pages of applications say. */
import type { Language } from './scenario.ts';

export interface MarketTexts {
  denied: string;
  notFound: string;
  moduleMissing: string;
  subscription: string;
}

export const MARKET_TEXTS: Record<Language, MarketTexts> = {
  ru: {
    denied: 'Доступ запрещён',
    notFound: 'Приложение не найдено',
    moduleMissing: 'Не установлен модуль "rest"',
    subscription: 'Для продолжения установки приложения необходима подписка Битрикс24 Маркет Плюс',
  },
  en: {
    denied: 'Access denied',
    notFound: 'Application not found',
    moduleMissing: 'The "rest" module is not installed',
    subscription: 'Bitrix24 Market Plus subscription is required to continue installing the application.',
  },
};
