import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { WriteButton } from '../WriteButton.tsx';
import { Block, DeedLine, PlaceButton } from './bits.tsx';
import type { ChatAppPartProps } from './chatapp-props.ts';
import { sourceWords } from './chatapp-words.ts';
import { useDeed } from './use-deed.ts';

const LOOKS = {
  finished: { icon: 'roomy', tone: 'good' },
  unfinished: { icon: 'near', tone: 'warning' },
  absent: { icon: 'near', tone: 'warning' },
} as const;

/** Whether the application has ended its installation; only a person sees it when no page told. */
export function InstallationPart({ portal: { market }, book: { facts }, now, onPlace, onTell }: ChatAppPartProps) {
  const text = useText();
  const { chatapp: words } = useDashboardText();
  const { installation: own } = words;
  const { installation } = facts;
  const deed = useDeed();
  const told = installation.from === 'nowhere' ? own.unknown : own.state[installation.value];
  const looks =
    installation.from === 'nowhere' ? ({ icon: 'unread', tone: 'quiet' } as const) : LOOKS[installation.value];
  const seen = market.presence;
  return (
    <Block title={own.heading} source={sourceWords(installation, { words, text, now })}>
      <p class="mark field-value" data-tone={looks.tone}>
        <Icon name={looks.icon} />
        {told.title}
      </p>
      <p class="quiet">{told.text}</p>
      {seen && seen.presence !== 'unknown' && (
        <p class="quiet">{own.presence[seen.presence](text.age(seen.at, now))}</p>
      )}
      <PlaceButton place={{ kind: 'application' }} label={own.openApplication} onPlace={onPlace} />
      {installation.from !== 'read' && (
        <fieldset class="tell">
          <legend class="field-label">{own.tell}</legend>
          <div class="inline-actions">
            {(['finished', 'unfinished'] as const).map((value) => (
              <WriteButton
                key={value}
                type="button"
                class="button"
                onClick={() => void deed.run(() => onTell({ type: 'installation.told', value }))}
              >
                {own.tellState[value]}
              </WriteButton>
            ))}
          </div>
        </fieldset>
      )}
      <DeedLine state={deed.state} failed={words.notSaved} doing={words.saving} done={words.saved} />
    </Block>
  );
}
