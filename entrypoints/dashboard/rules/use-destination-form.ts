import { useSelector } from '@xstate/store-preact';
import { useState } from 'preact/hooks';
import type { SaveOutcome } from '../../../components/rules/destinations/DestinationEditor.tsx';
import {
  type DestinationForm,
  readForm,
  signingKeyOf,
} from '../../../components/rules/destinations/destination-form.ts';
import type { SavedDestination } from '../../../domain/rules/destination.ts';
import type { RulesView } from '../../../domain/rules/view.ts';
import { requestOrigin } from '../../../platform/permissions.ts';
import { ask } from '../ask.ts';
import { destinationDraft } from './destination-draft.ts';

type Saved = Extract<SavedDestination, { kind: 'saved' }>;

/** The form of a destination: what is typed, and the browser's question in the press itself. */
export function useDestinationForm(view: RulesView, onSaved: (saved: Saved) => void) {
  const form = useSelector(destinationDraft, ({ context }) => context.form);
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null);
  const known = view.destinations.find(({ id }) => id === form?.id) ?? null;

  const submit = () => {
    if (!form) return;
    const read = readForm(form, known ?? undefined);
    if (read.kind === 'refused') return setOutcome(read);
    // First of all: after anything was waited for, the browser no longer believes that somebody has pressed.
    const asked = requestOrigin(read.pattern);
    setOutcome({ kind: 'saving' });
    void save(asked, form).then((answer) => {
      if ('refusal' in answer) return setOutcome({ kind: 'refused', ...answer });
      setOutcome(null);
      destinationDraft.trigger.closed();
      onSaved(answer);
    });
  };
  return {
    ...{ form, known, outcome, submit },
    open: (next: DestinationForm) => {
      setOutcome(null);
      destinationDraft.trigger.opened({ form: next });
    },
    change: (changes: Partial<DestinationForm>) => {
      setOutcome(null);
      destinationDraft.trigger.changed({ changes });
    },
    close: () => {
      setOutcome(null);
      destinationDraft.trigger.closed();
    },
  };
}

type Refusal = Pick<Extract<SaveOutcome, { kind: 'refused' }>, 'refusal'>;

async function save(asked: Promise<boolean>, form: DestinationForm): Promise<Saved | Refusal> {
  try {
    if (!(await asked)) return { refusal: 'denied' };
    const { id, name, kind, address, isPrivateAllowed, knowsKeys } = form;
    const answer = await ask<SavedDestination | null>({
      type: 'destination.saved',
      ...{ id, name: name.trim(), kind, isPrivateAllowed, knowsKeys: kind === 'webhook' && knowsKeys },
      address: address.trim() === '' ? null : address.trim(),
      signingKey: signingKeyOf(form),
    });
    if (!answer) return { refusal: 'failed' };
    return answer.kind === 'saved' ? answer : { refusal: answer.problem };
  } catch (error) {
    console.error('Latchdesk: a destination could not be saved', error);
    return { refusal: 'failed' };
  }
}
