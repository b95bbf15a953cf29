import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { AccessListPart } from './AccessListPart.tsx';
import { Block } from './bits.tsx';
import type { ChatAppPartProps } from './chatapp-props.ts';
import { InstallationPart } from './InstallationPart.tsx';
import { LinesPart } from './LinesPart.tsx';
import { AdministratorsPart, RolesPart } from './RolesPart.tsx';
import { stateFile } from './state-export.ts';

/** How things stand: who is let in, whether the application is installed, which channels and roles there are. */
export function StatePart(props: ChatAppPartProps) {
  const { chatapp: words } = useDashboardText();
  const text = useText();
  const { book, now, fileButtons } = props;
  return (
    <>
      <div class="inline-actions chatapp-files">{fileButtons(() => stateFile(book, { words, text, now }))}</div>
      <AccessListPart {...props} />
      <InstallationPart {...props} />
      <LinesPart {...props} />
      <RolesPart {...props} />
      <AdministratorsPart {...props} />
      <LastWipe {...props} />
    </>
  );
}

function LastWipe({ portal: { market }, now }: ChatAppPartProps) {
  const text = useText();
  const {
    chatapp: { lastWipe: words, identity },
  } = useDashboardText();
  const attempt = market.lastWipe;
  return (
    <Block title={words.heading}>
      {attempt ? (
        <>
          <p class="field-value">
            <bdi>{words.what(attempt.name || identity.nameless, text.time(attempt.at, now))}</bdi>
          </p>
          <p>{words.end[attempt.end]}</p>
        </>
      ) : (
        <p class="quiet">{words.none}</p>
      )}
    </Block>
  );
}
