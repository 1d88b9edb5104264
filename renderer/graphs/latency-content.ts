/** What a graph of answer times says. Pure. */
import { formatDuration } from '../../shared/units/durations.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import type { DataColumn, GraphContent, TooltipRow } from './graph-content.ts';
import { nothing, type Column } from './graph-model.ts';
import { ghostSigns } from './interface-content.ts';
import { latencyModel, MEDIAN, smokeLayers, type LatencyModelInput } from './latency-model.ts';
import { paintLossyMedian, paintSmoke } from './paint-smoke.ts';
import { medianStyle, type PlotStyle } from './plot-style.ts';
import { summary } from './summary.ts';
import { ghostRows, spread } from './traffic-rows.ts';

const style: PlotStyle = { ...medianStyle, under: paintSmoke, over: paintLossyMedian };
const [outer] = smokeLayers;

export function latencyContent(input: LatencyModelInput, subject: string): GraphContent {
  const { series, past, compare = 'none' } = input;
  const model = latencyModel(input);
  const mean = (metric: string): Column => series?.columns[metric]?.mean ?? nothing;
  const [median, jitter, loss] = [mean('rttAvg'), mean('jitter'), model.loss];
  const [low, high] = [model.columns[outer.low] ?? nothing, model.columns[outer.high] ?? nothing];
  const time = (title: string, values: Column): DataColumn => ({ title, unit: 'ms', values, format: formatDuration });
  const rows = (index: number): readonly TooltipRow[] => {
    const at = (values: Column): number | null => values[index] ?? null;
    const ghost = ghostRows({ compare, format: formatDuration, model, past, index }, [
      { name: 'answer', values: past?.columns['rttAvg']?.mean ?? nothing },
    ]);
    if (at(median) === null && at(loss) === null) return [{ name: 'gap', tone: 'neutral', text: 'no value' }, ...ghost];
    const detail = spread(at(low), at(high), formatDuration);
    return [
      { name: 'answer', tone: 'up', text: at(median) === null ? 'none' : formatDuration(at(median)), detail },
      { name: 'jitter', tone: 'neutral', text: formatDuration(at(jitter)) },
      { name: 'loss', tone: 'loss', text: formatPercent(at(loss)) },
      ...ghost,
    ];
  };
  const line = { fixed: true, alpha: 1, p95: undefined };
  return {
    name: 'Answer time',
    subject,
    model,
    style,
    series: [
      { ...line, key: 'median', name: 'Median', tone: 'up', means: median, highest: high, format: formatDuration },
      { ...line, key: 'loss', name: 'Loss', tone: 'loss', means: loss, highest: loss, format: formatPercent },
    ],
    signs: [
      { text: 'spread', sign: 'band', tone: 'neutral' },
      { text: 'loss', sign: 'triangle', tone: 'loss' },
      ...ghostSigns(compare),
    ],
    columns: [
      time('Median', model.columns[MEDIAN] ?? nothing),
      time('Fastest', low),
      time('Slowest', high),
      time('Jitter', jitter),
      { title: 'Loss', unit: '%', values: loss, format: formatPercent },
    ],
    rows,
    spoken: summary('Answer time', model, { up: 'median', format: formatDuration }),
  };
}
