import { useRef, useState } from 'preact/hooks';

/** A place along an edge of the window. */
export interface ChipPosition {
  edge: 'left' | 'right';
  /** Distance from the top in percent of the free height, 0 to 100. */
  offset: number;
}

/** A press that moves less is a click. */
const DRAG_STARTS_AT = 5;
const KEY_STEP = 5;
/** Kept free at the top and the bottom, as in styles.css. */
const MARGIN = 8;

interface Press {
  x: number;
  y: number;
  from: ChipPosition;
}

/**
 * Lets a button be dragged along the window's edges, or moved with Alt and an arrow key.
 * While it is dragged the position is local; the owner hears of it once, at the drop.
 */
export function useEdgeDrag(position: ChipPosition, onMove: ((position: ChipPosition) => void) | undefined) {
  const press = useRef<Press | null>(null);
  const dropped = useRef(false);
  const [dragged, setDragged] = useState<ChipPosition | null>(null);
  const end = () => {
    press.current = null;
    setDragged(null);
  };
  const handlers = onMove && {
    onPointerDown(event: PointerEvent) {
      dropped.current = false;
      if (event.button !== 0) return;
      press.current = { x: event.clientX, y: event.clientY, from: position };
      // A fast pointer leaves the button with its first move.
      (event.currentTarget as Element).setPointerCapture?.(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const start = press.current;
      if (!start) return;
      if (!dragged && Math.hypot(event.clientX - start.x, event.clientY - start.y) < DRAG_STARTS_AT) return;
      setDragged(positionAt(event, start));
    },
    onPointerUp() {
      if (dragged) {
        dropped.current = true;
        onMove(dragged);
      }
      end();
    },
    onPointerCancel: end,
    onKeyDown(event: KeyboardEvent) {
      const step = event.key === 'ArrowUp' ? -KEY_STEP : event.key === 'ArrowDown' ? KEY_STEP : 0;
      if (step === 0 || !event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      onMove({ ...position, offset: clamp(position.offset + step) });
    },
  };
  /** True for the click that ends a drag; Enter and Space (no pointer, `detail` 0) are always meant. */
  const isDrop = (event: MouseEvent) => dropped.current && event.detail > 0;
  return {
    shown: dragged ?? position,
    dragging: dragged !== null,
    handlers: (handlers ?? {}) as Partial<NonNullable<typeof handlers>>,
    isDrop,
  };
}

function positionAt(event: PointerEvent, start: Press): ChipPosition {
  const { clientWidth, clientHeight } = (event.currentTarget as Element).ownerDocument.documentElement;
  const height = clientHeight - 2 * MARGIN - (event.currentTarget as Element).clientHeight;
  const moved = height > 0 ? ((event.clientY - start.y) / height) * 100 : 0;
  return { edge: event.clientX < clientWidth / 2 ? 'left' : 'right', offset: clamp(start.from.offset + moved) };
}

function clamp(offset: number): number {
  return Math.round(Math.min(100, Math.max(0, offset)) * 10) / 10;
}
