import { CHATAPP, identify, type ListedApp } from '../../../domain/market/apps.ts';
import type { MarketPlace, MarketView } from '../../../domain/market/view.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { WriteButton } from '../WriteButton.tsx';
import { Block, DeedLine, Note, PlaceButton } from './bits.tsx';
import { useDeed } from './use-deed.ts';

export interface IdentityPartProps {
  market: MarketView;
  now: number;
  /** Null: none of those on the list. */
  onConfirm: (code: string | null) => Promise<boolean>;
  onForget: () => Promise<boolean>;
  onPlace: (place: MarketPlace) => Promise<boolean>;
}

/** Which application of the portal is ChatApp: known, asked for, or not seen yet. */
export function IdentityPart(props: IdentityPartProps) {
  const {
    chatapp: { identity: words },
  } = useDashboardText();
  const { market } = props;
  const isOpen = ({ code }: ListedApp) => code === null || !market.declined.includes(code);
  const listed = [...market.candidates, ...market.nameless];
  const identity = identify(CHATAPP, listed.filter(isOpen), market.confirmed);
  const deed = useDeed();
  const isKnown = identity.state === 'known';
  const asked = (
    <>
      {isKnown && <Known {...props} run={deed.run} />}
      {identity.state === 'ask' && <Ask {...props} apps={listed.filter(isOpen)} run={deed.run} />}
      {identity.state === 'none' && <None {...props} />}
      {market.isUnpublished && <Note tone="warning" title={words.unpublished} />}
      <DeedLine state={deed.state} />
    </>
  );
  // What is settled takes a line and no more.
  return isKnown ? (
    <section class="identity-line" aria-label={words.heading}>
      {asked}
    </section>
  ) : (
    <Block title={words.heading}>{asked}</Block>
  );
}

interface RunProps {
  run: (deed: () => Promise<boolean>) => Promise<boolean>;
}

function Known({ market, now, onForget, run }: IdentityPartProps & RunProps) {
  const text = useText();
  const {
    chatapp: { identity: words },
  } = useDashboardText();
  const app = market.confirmed;
  if (!app) return null;
  return (
    <div class="identity-known">
      <p>
        <bdi class="field-value">{app.name ? words.known(app.name) : words.knownNameless}</bdi>{' '}
        <span class="quiet">
          {words.code(app.code)} · {words.confirmedAt(text.time(app.confirmedAt, now))}
        </span>
      </p>
      <WriteButton type="button" class="text-button" onClick={() => void run(onForget)}>
        {words.another}
      </WriteButton>
    </div>
  );
}

function Ask({ apps, market, now, onConfirm, onPlace, run }: IdentityPartProps & RunProps & { apps: ListedApp[] }) {
  const text = useText();
  const {
    chatapp: { identity: words },
  } = useDashboardText();
  const isSingle = apps.length === 1;
  const { title, text: told } = isSingle ? words.askSingle : words.ask;
  return (
    <>
      <Note tone="warning" title={title} text={told} />
      <ul class="identity-apps">
        {apps.map((app) => {
          const name = app.name || words.nameless;
          return (
            <li key={app.code}>
              <div>
                <p class="field-value">
                  <bdi>{name}</bdi>
                </p>
                {app.name === '' && <p class="quiet">{words.namelessWhy}</p>}
                <p class="quiet">
                  {[app.developer && words.developer(app.developer), words.code(app.code ?? '')]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <WriteButton
                type="button"
                class={isSingle ? 'button strong' : 'button'}
                aria-label={words.confirmNamed(`${name}, ${app.code}`)}
                onClick={() => void run(() => onConfirm(app.code))}
              >
                {words.confirm}
              </WriteButton>
            </li>
          );
        })}
      </ul>
      <div class="inline-actions">
        <WriteButton type="button" class="text-button" onClick={() => void run(() => onConfirm(null))}>
          {isSingle ? words.askSingle.none : words.noneOfThese}
        </WriteButton>
        <PlaceButton place={{ kind: 'installed' }} label={words.openList} onPlace={onPlace} />
        {market.listedAt !== null && <span class="quiet">{words.listedAt(text.age(market.listedAt, now))}</span>}
      </div>
    </>
  );
}

function None({ market, now, onPlace }: IdentityPartProps) {
  const text = useText();
  const {
    chatapp: { identity: words },
  } = useDashboardText();
  const told = market.listedAt === null ? words.none : words.noneListed;
  return (
    <div class="identity-none">
      <p class="mark field-value">
        <Icon name="unread" />
        {told.title}
      </p>
      <p class="quiet">{told.text}</p>
      {market.listedAt !== null && <p class="quiet">{words.listedAt(text.age(market.listedAt, now))}</p>}
      <PlaceButton place={{ kind: 'installed' }} label={words.openList} isStrong onPlace={onPlace} />
    </div>
  );
}
