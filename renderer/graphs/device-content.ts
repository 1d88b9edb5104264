/** What a graph of one number of a device says. Pure. */
import type { DeviceGraphKind } from '../../shared/contract/boards.ts';
import { formatDuration } from '../../shared/units/durations.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import { deviceGraphNames } from '../boards/new-graph.ts';
import { deviceQuantity } from './axis-units.ts';
import { deviceModel, type DeviceModelInput } from './device-model.ts';
import type { GraphContent } from './graph-content.ts';
import { nothing } from './graph-model.ts';
import { ghostSigns } from './interface-content.ts';
import { singleStyle } from './plot-style.ts';
import { summary } from './summary.ts';
import { ghostRows, spread } from './traffic-rows.ts';

/** Those that are one line; answer time is a graph of its own kind. */
export type PlainDeviceKind = Exclude<DeviceGraphKind, 'latency'>;

export function deviceContent(input: DeviceModelInput, metric: PlainDeviceKind, subject: string): GraphContent {
  const { past, compare = 'none' } = input;
  const model = deviceModel(input);
  const percent = deviceQuantity[metric] === 'percent';
  const [format, unit] = percent ? [formatPercent, '%'] : [formatDuration, 'ms'];
  const [mean = nothing, max = nothing, min = nothing] = model.columns;
  const name = deviceGraphNames[metric];
  return {
    name,
    subject,
    model,
    style: singleStyle,
    series: [
      { key: 'mean', name: 'Mean', tone: 'neutral', alpha: 1, means: mean, highest: max, p95: undefined, format },
    ],
    signs: [{ text: 'min to max', sign: 'band', tone: 'neutral' }, ...ghostSigns(compare)],
    columns: [
      { title: 'Mean', unit, format, values: mean },
      { title: 'Lowest', unit, format, values: min },
      { title: 'Highest', unit, format, values: max },
    ],
    rows: (index) => [
      {
        name: 'mean',
        tone: 'neutral',
        text: format(mean[index] ?? null),
        detail: spread(min[index] ?? null, max[index] ?? null, format),
      },
      ...ghostRows({ compare, format, model, past, index }, [
        { name: 'mean', values: past?.columns[metric]?.mean ?? nothing },
      ]),
    ],
    spoken: summary(name, model, { up: 'mean', format }),
  };
}
