import { ComposerWarning } from '../../components/cards/ComposerWarning.tsx';
import { excerptOf } from '../../domain/secrets.ts';
import { suggestTitle } from '../../domain/titles.ts';
import type { CardsState } from './cards-store.ts';
import { newTyped } from './cards-store.ts';
import { hideHere } from './hide-here.ts';
import { aboveField } from './place.ts';
import type { CardsWorld } from './world.ts';

interface ComposerHostProps {
  state: CardsState;
  world: CardsWorld;
  risk: NonNullable<CardsState['risk']>;
}

/** The warning beside the portal's message field. */
export function ComposerHost({ state, world, risk }: ComposerHostProps) {
  const { slots } = state.view;
  return (
    <ComposerWarning
      onHideHere={() => {
        hideHere(world, 'composer')();
        world.composer.back();
      }}
      phase={risk.phase}
      place={risk.phase === 'before' ? aboveField() : 'centre'}
      noSlot={risk.noSlot && { status: risk.noSlot, others: slots.used ?? 0, atMost: slots.atMost }}
      secrets={risk.secrets.map((finding) => ({ kind: finding.kind, excerpt: excerptOf(risk.text, finding) }))}
      isSecondTopic={risk.isSecondTopic}
      onPark={() => void park(world, risk.text)}
      onWhichFinished={() => whichFinished(world)}
      onDismiss={() => world.composer.dismiss()}
      onSendAnyway={() => world.composer.allow()}
      onBack={() => world.composer.back()}
    />
  );
}

function whichFinished({ composer, guard }: CardsWorld): void {
  composer.dismiss();
  guard.begin('panel');
}

/** The text stays in the portal's field, too: what to do with it there is its writer's business. */
async function park({ store, guard, composer }: CardsWorld, text: string): Promise<void> {
  if (text.trim() === '') return guard.begin('panel');
  const { id } = newTyped();
  const isKept = await guard.keepParked({ id: composer.takeKept() ?? id, topic: suggestTitle('', text), text });
  composer.dismiss();
  store.trigger.changed({ hint: { kind: isKept ? 'parked' : 'notKept', detail: null } });
}
