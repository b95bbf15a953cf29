import { useId, useRef, useState } from 'preact/hooks';
import { accessSentence, wantsLook } from '../../domain/market/access-words.ts';
import { GUIDE_STEPS, stepNow } from '../../domain/market/guide.ts';
import type { NoteContent } from '../../domain/market/note.ts';
import type { MarketMessages } from '../../domain/market-text.ts';
import { useEscape } from '../cards/card-escape.ts';
import { useKeptFocus } from '../cards/card-focus.ts';
import { Icon } from '../Icon.tsx';
import { LatchMark } from '../LatchMark.tsx';
import { AccessNote } from './AccessNote.tsx';
import { CardWhy, UpdatedLine, WhyButton } from './CardWhy.tsx';
import { IdentityQuestion, isSingle } from './IdentityQuestion.tsx';
import { useMarketText } from './market-text-context.ts';
import type { NoteProps } from './note-props.ts';
import { PlaceButton } from './PlaceButton.tsx';
import { ReinstallGuide } from './ReinstallGuide.tsx';

/** The quiet note in a corner of the portal's pages: one line first, the rest on request. */
export function MarketNote(props: NoteProps) {
  const { content, size, onSize } = props;
  const text = useMarketText();
  const frame = useRef<HTMLElement>(null);
  useKeptFocus(frame);
  useEscape(frame, false, () => onSize('tab'));
  const line = lineOf(text, content);
  return (
    <aside
      class="market-note"
      aria-label={text.note.name}
      data-size={size}
      data-tone={toneOf(content)}
      tabIndex={-1}
      ref={frame}
    >
      {size === 'tab' ? (
        <button
          type="button"
          class="market-tab"
          aria-label={text.note.unfold(line)}
          title={line}
          aria-expanded={false}
          onClick={() => onSize('line')}
        >
          <LatchMark size={20} />
          {toneOf(content) !== 'plain' && <Icon name="near" />}
        </button>
      ) : (
        <Unfolded {...props} line={line} />
      )}
    </aside>
  );
}

function Unfolded(props: NoteProps & { line: string }) {
  const { line, size, content, isCutOff } = props;
  const { note } = useMarketText();
  const [isExplained, setExplained] = useState(false);
  const id = useId();
  return (
    <>
      <div class="market-head">
        <LatchMark size={20} />
        <p class="market-line" role="status" dir="auto">
          {toneOf(content) !== 'plain' && <Icon name="near" />}
          {line}
        </p>
        <HeadButtons {...props} bodyId={id} isExplained={isExplained} onExplain={() => setExplained(!isExplained)} />
      </div>
      {isExplained && <CardWhy card="marketNote" onHideHere={props.isReadOnly ? null : props.onHideHere} />}
      {isCutOff && <UpdatedLine onReload={props.onReload} />}
      <Told failure={props.failure} isBusy={props.isBusy} />
      {size === 'whole' && (
        <div class="market-body" id={id}>
          {props.isReadOnly && <p class="quiet">{note.readOnly}</p>}
          <Body {...props} />
        </div>
      )}
    </>
  );
}

interface HeadButtonsProps extends NoteProps {
  bodyId: string;
  isExplained: boolean;
  onExplain: () => void;
}

function HeadButtons({ size, bodyId, isExplained, onExplain, onSize }: HeadButtonsProps) {
  const { note } = useMarketText();
  const isWhole = size === 'whole';
  return (
    <div class="market-head-buttons">
      <button
        type="button"
        class="text-button"
        aria-expanded={isWhole}
        aria-controls={isWhole ? bodyId : undefined}
        onClick={() => onSize(isWhole ? 'line' : 'whole')}
      >
        {isWhole ? note.less : note.more}
      </button>
      <WhyButton isOpen={isExplained} onToggle={onExplain} />
      <button type="button" class="icon-button" aria-label={note.fold} title={note.fold} onClick={() => onSize('tab')}>
        <Icon name="aside" size={16} />
      </button>
    </div>
  );
}

/** What becomes of a wish, told politely. */
function Told({ failure, isBusy }: Pick<NoteProps, 'failure' | 'isBusy'>) {
  const { note } = useMarketText();
  return (
    <p class={failure ? 'market-line-warning' : 'market-busy quiet'} role="status">
      {failure ? note.failure[failure] : isBusy ? note.busy : ''}
    </p>
  );
}

function Body(props: NoteProps) {
  const text = useMarketText();
  const { content, now } = props;
  switch (content.kind) {
    case 'identity':
      return <IdentityQuestion {...props} content={content} />;
    case 'application':
      return <AccessNote {...props} content={content} />;
    case 'guide':
      return <ReinstallGuide {...props} content={content} />;
    case 'absent':
      return (
        <>
          <p>{text.note.absentText(text.age(content.at, now))}</p>
          <PlaceButton kind="detail" label={text.note.openPage} isStrong {...props} />
        </>
      );
  }
}

function toneOf(content: NoteContent): 'plain' | 'warning' | 'danger' {
  if (content.kind === 'guide') {
    if (content.run.state === 'dataWiped') return 'danger';
    return content.run.state === 'stopped' ? 'warning' : 'plain';
  }
  if (content.kind === 'application') return content.access && wantsLook(content.access) ? 'warning' : 'plain';
  return content.kind === 'absent' ? 'warning' : 'plain';
}

function lineOf(text: MarketMessages, content: NoteContent): string {
  switch (content.kind) {
    case 'identity':
      return (isSingle(content) ? text.identity.single : text.identity).question;
    case 'application':
      return accessSentence(text.access, content.access);
    case 'absent':
      return text.note.absent(content.app.name || content.app.code);
    case 'guide': {
      const { guide } = text;
      const { run } = content;
      if (run.state === 'stopped') return guide.stoppedLine;
      if (run.state === 'dataWiped') return guide.wipedLine;
      const step = GUIDE_STEPS[stepNow(run)];
      if (!step || run.state === 'compared') return guide.resultLine;
      return guide.line(GUIDE_STEPS.indexOf(step) + 1, GUIDE_STEPS.length, guide.step[step]);
    }
  }
}
