/**
 * What is typed into the form of a destination: kept while the page is open, whichever section is on show. Not longer,
 * because an address may be a secret.
 */
import { createStore } from '@xstate/store';
import type { DestinationForm } from '../../../components/rules/destinations/destination-form.ts';

const CLOSED: { form: DestinationForm | null } = { form: null };

export const destinationDraft = createStore({
  context: CLOSED,
  on: {
    opened: (_known, { form }: { form: DestinationForm }) => ({ form }),
    changed: ({ form }, { changes }: { changes: Partial<DestinationForm> }) => ({
      form: form && { ...form, ...changes },
    }),
    closed: () => CLOSED,
  },
});
