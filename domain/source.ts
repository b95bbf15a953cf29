/** Where a value came from. */
export type Source = 'portal' | 'event' | 'page' | 'user' | 'assumed';
