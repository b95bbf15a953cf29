import { useBannerText } from './banner-text-context.ts';

/** Where something stands in the window, in px. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What a press on one of the portal's buttons answers, and where to say so. */
export interface MarkLabel {
  answer: 'allow' | 'deny';
  side: 'below' | 'right';
  left: number;
  top: number;
}

/** A frame around the portal's own buttons under a request. */
export interface Mark {
  key: string;
  /** `unsure`: which button answers what is not certain; `message`: there are no buttons. */
  what: 'answer' | 'unsure' | 'revoke' | 'message';
  box: Box;
  labels: readonly MarkLabel[];
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
      {marks.map(({ key, what, box, labels, isFresh }) => (
        <div key={key}>
          <div class="access-mark" data-fresh={isFresh} style={around(box)} />
          <span
            class="access-mark-caption"
            style={{ left: `${box.left + MARGIN}px`, top: `${box.top - MARGIN - 4}px` }}
          >
            {text[what]}
          </span>
          {labels.map(({ answer, side, left, top }) => (
            <span
              key={`${answer} ${left} ${top}`}
              class="access-mark-label"
              data-side={side}
              style={{ left: `${left}px`, top: `${top}px` }}
            >
              {text[answer]}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

const around = ({ left, top, width, height }: Box) => ({
  left: `${left - MARGIN}px`,
  top: `${top - MARGIN}px`,
  width: `${width + 2 * MARGIN}px`,
  height: `${height + 2 * MARGIN}px`,
});
