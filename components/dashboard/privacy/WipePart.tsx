import { useState } from 'preact/hooks';
import type { WipeProof } from '../../../domain/privacy.ts';
import { ChoiceField } from '../access/fields.tsx';
import { Block } from '../chatapp/bits.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { WipeForm } from './WipeForm.tsx';
import { WipeOutcomeNote } from './WipeOutcomeNote.tsx';

/** A portal that can be wiped. */
export interface WipeablePortal {
  origin: string;
  /** Its address as people read it, which is also what has to be typed. */
  host: string;
  /** As the user calls it; empty: by its address. */
  label: string;
  source: 'manifest' | 'added';
}

/** `host` is null when everything goes. */
export type WipeOutcome = { host: string | null; at: number } & (
  | { state: 'doing' | 'failed' }
  | { state: 'done'; proof: WipeProof }
);

export interface WipePartProps {
  portals: readonly WipeablePortal[];
  /** The portal on show, which is offered first. */
  origin: string | null;
  outcome: WipeOutcome | null;
  now: number;
  /** With null: everything. */
  onWipe: (portal: WipeablePortal | null) => void;
  onPutAway: () => void;
}

/** Takes away what is kept, of one portal or all of it, after it was said what goes and somebody has typed a word. */
export function WipePart(props: WipePartProps) {
  const {
    privacy: { wipe: words },
  } = useDashboardText();
  const { outcome, onWipe } = props;
  const isDoing = outcome?.state === 'doing';
  return (
    <Block title={words.heading}>
      <p>{words.text}</p>
      <p class="quiet">{words.saveFirst}</p>
      <WipeOutcomeNote {...props} />
      <OnePortal {...props} isDoing={isDoing} />
      <WipeForm
        {...words.all}
        goes={words.goesAll}
        stays={[words.staysAll, ...words.staysAlways]}
        begin={words.beginAll}
        word={words.word}
        confirm={words.confirmAll}
        isDoing={isDoing}
        onConfirm={() => onWipe(null)}
      />
    </Block>
  );
}

function OnePortal({ portals, origin, isDoing, onWipe }: WipePartProps & { isDoing: boolean }) {
  const {
    privacy: { wipe: words },
  } = useDashboardText();
  const [chosen, setChosen] = useState<string | null>(null);
  const portal = portals.find((each) => each.origin === (chosen ?? origin)) ?? portals[0];
  if (!portal) return <p class="quiet">{words.noPortals}</p>;
  const { host, source } = portal;
  return (
    <WipeForm
      // Another portal has to be typed anew.
      key={portal.origin}
      {...words.one}
      goes={words.goesOne}
      stays={[words.staysOne[source], ...words.staysAlways]}
      begin={words.begin}
      word={host}
      confirm={words.confirm(host)}
      isDoing={isDoing}
      onConfirm={() => onWipe(portal)}
    >
      {portals.length > 1 ? (
        <ChoiceField
          label={words.choose}
          value={portal.origin}
          options={portals.map((each) => [each.origin, nameOf(each)] as const)}
          onChange={setChosen}
        />
      ) : (
        <p class="portal-name">{nameOf(portal)}</p>
      )}
    </WipeForm>
  );
}

const nameOf = ({ label, host }: WipeablePortal): string =>
  label === '' || label === host ? host : `${label} (${host})`;
