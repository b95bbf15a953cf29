import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useDashboardText } from './dashboard-text-context.ts';
import { drawPlot, type Plot } from './plot.ts';

export interface ChartProps {
  title: string;
  /** What the chart shows, in words. */
  summary: string;
  /** Null: nothing to draw. */
  plot: Plot | null;
  /** What the lines are. */
  legend?: readonly { label: string; look: 'steps' | 'limit' }[];
  /** The same as a table. */
  table: { columns: readonly string[]; rows: readonly (readonly string[])[] };
  children?: ComponentChildren;
}

/** A chart with its summary in words and its numbers as a table. */
export function Chart({ title, summary, plot, legend, table, children }: ChartProps) {
  const { report: words } = useDashboardText();
  const canvas = useRef<HTMLDivElement>(null);
  const id = useId();
  usePlot(canvas, plot);
  return (
    <section class="chart" aria-labelledby={id}>
      <h3 class="chart-title" id={id}>
        {title}
      </h3>
      <p class="quiet">{plot ? summary : words.noData}</p>
      {plot && legend && (
        <ul class="legend" aria-hidden="true">
          {legend.map(({ label, look }) => (
            <li key={label} data-look={look}>
              {label}
            </li>
          ))}
        </ul>
      )}
      {children}
      {plot && <div class="chart-plot" ref={canvas} aria-hidden="true" />}
      {plot && (
        <details class="desk-details">
          <summary>{words.asTable}</summary>
          <ChartTable {...table} title={title} />
        </details>
      )}
    </section>
  );
}

function ChartTable({ columns, rows, title }: ChartProps['table'] & { title: string }) {
  return (
    <table class="small-table" aria-label={title}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, index) => (
          <tr key={`${index} ${cells[0]}`}>
            {cells.map((cell, column) => (
              <td key={columns[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the drawing depends on besides its data: it is made of pixels and does not follow by itself. */
const LOOKS = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)', 'print'];

/** Draws, and draws anew when the page looks different or the room changes. */
function usePlot(element: { current: HTMLDivElement | null }, plot: Plot | null): void {
  useEffect(() => {
    const target = element.current;
    if (!target || !plot) return;
    let drawn: { destroy: () => void } | null = null;
    let latest = 0;
    const draw = async () => {
      latest += 1;
      const turn = latest;
      const next = await drawPlot(target, plot);
      if (turn !== latest) return next?.destroy();
      drawn?.destroy();
      drawn = next;
    };
    const looks = LOOKS.map((query) => window.matchMedia(query));
    const redraw = () => void draw();
    for (const look of looks) look.addEventListener('change', redraw);
    let width = 0;
    const observer = new ResizeObserver(() => {
      if (target.clientWidth === width) return;
      width = target.clientWidth;
      redraw();
    });
    observer.observe(target);
    return () => {
      latest += 1;
      for (const look of looks) look.removeEventListener('change', redraw);
      observer.disconnect();
      drawn?.destroy();
    };
  }, [plot]);
}
