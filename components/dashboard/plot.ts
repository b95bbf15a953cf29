/** Draws a chart in the colours of the page; everything the plotting library needs to know is here. */
import type uPlot from 'uplot';

/** Times in epoch seconds, then one list for each series. */
export type PlotData = [number[], ...(number | null)[][]];

export interface PlotSeries {
  label: string;
  look: 'steps' | 'bars' | 'points' | 'limit';
}

export interface Plot {
  data: PlotData;
  series: readonly PlotSeries[];
  /** Ends of the axis in epoch seconds. */
  span: readonly [number, number];
  /** Where the axis is labelled, if not wherever it suits; fewer of them where there is little room. */
  marks?: readonly number[];
  timeText: (at: number) => string;
  valueText: (value: number) => string;
}

const HEIGHT = 200;
const FONT = '12px system-ui, sans-serif';

/** Draws into an element; the result is to be destroyed. */
export async function drawPlot(target: HTMLElement, plot: Plot): Promise<{ destroy: () => void } | null> {
  const { default: UPlot } = await import('uplot');
  // Where the browser gives no canvas, the table below the chart says the same.
  if (!target.isConnected || !document.createElement('canvas').getContext('2d')) return null;
  return new UPlot(optionsOf(UPlot, target, plot), plot.data, target);
}

function optionsOf(UPlot: typeof uPlot, target: HTMLElement, plot: Plot): uPlot.Options {
  const style = getComputedStyle(target);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const axis = { stroke: colour('--quiet'), font: FONT, ticks: { show: false } };
  const grid = { stroke: colour('--line'), width: 1 };
  const most = Math.max(1, ...plot.data.slice(1).flatMap((values) => values.map((value) => value ?? 0)));
  const width = Math.max(200, target.clientWidth);
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: true, range: () => [...plot.span] as [number, number] },
      y: { range: () => [0, most * 1.1] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 28,
        values: (_plot, splits) => splits.map(plot.timeText),
        ...marksOf(plot, width),
      },
      {
        ...axis,
        grid,
        size: 48,
        incrs: [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500],
        values: (_plot, splits) => splits.map(plot.valueText),
      },
    ],
    series: [{}, ...plot.series.map((series) => seriesOf(UPlot, series, colour))],
  };
}

/** px that a date on the axis takes. */
const MARK_SPACE = 80;

function marksOf({ marks }: Plot, width: number): uPlot.Axis {
  if (!marks) return { space: MARK_SPACE };
  const every = Math.ceil((marks.length * MARK_SPACE) / width);
  return { splits: () => marks.filter((_mark, index) => index % every === 0) };
}

function seriesOf(UPlot: typeof uPlot, { label, look }: PlotSeries, colour: (name: string) => string): uPlot.Series {
  const accent = colour('--accent');
  const { stepped, bars } = UPlot.paths;
  switch (look) {
    case 'steps':
      return {
        label,
        stroke: accent,
        width: 2,
        fill: `color-mix(in srgb, ${accent} 16%, transparent)`,
        points: { show: false },
        ...withPaths(stepped?.({ align: 1 })),
      };
    case 'limit':
      return {
        label,
        stroke: colour('--danger'),
        width: 2,
        dash: [6, 4],
        points: { show: false },
        ...withPaths(stepped?.({ align: 1 })),
      };
    case 'bars':
      return {
        label,
        stroke: accent,
        fill: accent,
        points: { show: false },
        ...withPaths(bars?.({ size: [0.6, 48] })),
      };
    case 'points':
      return { label, stroke: accent, ...withPaths(() => null), points: { show: true, size: 9, fill: accent } };
  }
}

const withPaths = (paths: uPlot.Series.PathBuilder | undefined) => (paths ? { paths } : {});
