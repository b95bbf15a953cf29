import type { ChatAppMessages } from '../../domain/chatapp-text.ts';

export const chatapp: ChatAppMessages = { title: 'ChatApp' };
