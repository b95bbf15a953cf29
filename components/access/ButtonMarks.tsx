import { useBannerText } from './banner-text-context.ts';

/** Where something stands in the window, in px. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Words beside a frame: the middle of their upper edge, or of their left one. */
export interface Spot {
  side: 'below' | 'right';
  left: number;
  top: number;
}

/** What a press on one of the portal's buttons answers, and where to say so. */
export interface MarkLabel extends Spot {
  answer: 'allow' | 'deny';
}

/** A frame around the portal's own buttons under a request. */
export interface Mark {
  key: string;
  /** `unsure`: which button answers what is not certain; `message`: there are no buttons. */
  what: 'answer' | 'unsure' | 'revoke' | 'message';
  box: Box;
  labels: readonly MarkLabel[];
  /** Where to say what is framed; it must not cover what the message says. */
  caption: Spot;
  /** True for a moment after somebody asked for it. */
  isFresh: boolean;
}

/** Room around what is framed. */
const MARGIN = 6;

/** Frames for the eyes only: the portal's buttons say the same, and what they mean stands in the banner. */
export function ButtonMarks({ marks }: { marks: readonly Mark[] }) {
  const { mark: text } = useBannerText();
  return (
    <div aria-hidden="true">
      {marks.map(({ key, what, box, labels, caption, isFresh }) => (
        <div key={key}>
          <div class="access-mark" data-fresh={isFresh} style={around(box)} />
          <span class="access-mark-caption" data-side={caption.side} style={at(caption)}>
            {text[what]}
          </span>
          {labels.map(({ answer, ...spot }) => (
            <span
              key={`${answer} ${spot.left} ${spot.top}`}
              class="access-mark-label"
              data-side={spot.side}
              style={at(spot)}
            >
              {text[answer]}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

const at = ({ left, top }: Spot) => ({ left: `${left}px`, top: `${top}px` });

const around = ({ left, top, width, height }: Box) => ({
  left: `${left - MARGIN}px`,
  top: `${top - MARGIN}px`,
  width: `${width + 2 * MARGIN}px`,
  height: `${height + 2 * MARGIN}px`,
});
