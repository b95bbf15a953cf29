import type { ComponentChildren } from 'preact';
import { hasMessage } from '../../domain/access/banner-sentences.ts';
import { ENDS } from '../../domain/access/banner-text.ts';
import { Icon } from '../Icon.tsx';
import { AnswersMean } from './AnswersMean.tsx';
import { BannerChoices } from './BannerChoices.tsx';
import { BannerWhy, Reasons } from './BannerWhy.tsx';
import type { BannerProps } from './banner-props.ts';
import { useBannerText } from './banner-text-context.ts';
import { Checklist } from './Checklist.tsx';
import { Facts } from './Facts.tsx';
import { OtherItems } from './OtherItems.tsx';
import { ReasonForm } from './ReasonForm.tsx';

/** The card below the line: everything one has to know, and what can be said of it. */
export function BannerBody(props: BannerProps & { id: string }) {
  return (
    <div class="access-body" id={props.id}>
      <OtherItems {...props} />
      <OpenedLine {...props} />
      <Contents {...props} />
      <BannerChoices {...props} />
      <BannerWhy {...props} />
    </div>
  );
}

/** What became of the wish to open the request. */
function OpenedLine({ opened }: BannerProps) {
  const text = useBannerText();
  const isTold = opened !== null && opened !== 'opening';
  return (
    <p class={isTold ? 'access-told' : ''} role="status">
      {isTold && <Icon name={opened === 'nowhere' || opened === 'failed' ? 'near' : 'roomy'} />}
      {isTold && text.opened[opened]}
    </p>
  );
}

function Contents(props: BannerProps) {
  const { item } = props;
  const text = useBannerText();
  switch (item.banner) {
    case 'request':
    case 'partner':
    case 'probable':
      return <Request {...props} />;
    case 'lookalike':
      return (
        <Explained {...props} texts={[text.lookalike.what, text.lookalike.real, text.lookalike.ask]}>
          <Checklist {...props} />
          <div class="access-part">
            <h3 class="section-title">{text.becauseTitle}</h3>
            <Reasons item={item} />
          </div>
        </Explained>
      );
    case 'answered':
      return props.isReadOnly ? <Facts {...props} /> : <ReasonForm {...props} />;
    case 'answeredElsewhere':
      return <Explained {...props} texts={[text.elsewhere]} />;
    case 'unclear': {
      const hasRun = item.kind === 'vendor' && item.startsAt !== null;
      return <Explained {...props} texts={[hasRun ? text.unclear.endWhat : text.unclear.what, text.unclear.ask]} />;
    }
    default:
      return <Ending {...props} />;
  }
}

function Request(props: BannerProps) {
  const { probable } = useBannerText();
  const { item } = props;
  return (
    <>
      {item.state === 'seen' && (
        <Texts texts={item.banner === 'probable' ? [probable.what, probable.ask] : [probable.ask]} />
      )}
      <Facts {...props} />
      <AnswersMean isPartner={item.kind === 'partner'} />
      <Checklist {...props} />
    </>
  );
}

function Ending(props: BannerProps) {
  const { ticketClosed } = useBannerText();
  return (
    <>
      {props.item.banner === 'ticketClosed' && <Texts texts={[ticketClosed]} />}
      <Facts {...props} />
      {ENDS.has(props.item.banner) && <RevokePlaces {...props} />}
    </>
  );
}

/** Where an access is ended: Latchdesk does not do it. */
function RevokePlaces({ item }: BannerProps) {
  const { revoke, rules } = useBannerText();
  return (
    <div class="access-part">
      <h3 class="section-title">{revoke.title}</h3>
      {!hasMessage(item) && <p>{revoke.noMessage}</p>}
      <ol class="access-steps">
        {revoke.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="quiet">{rules.yours}</p>
    </div>
  );
}

function Explained(props: BannerProps & { texts: readonly string[]; children?: ComponentChildren }) {
  return (
    <>
      <Texts texts={props.texts} />
      <Facts {...props} />
      {props.children}
    </>
  );
}

function Texts({ texts }: { texts: readonly string[] }) {
  return (
    <div class="access-part">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}
