/** What a sensor's graph says. Pure. */
import type { GraphContent } from '../graphs/graph-content.ts';
import { nothing } from '../graphs/graph-model.ts';
import { plainStyle } from '../graphs/plot-style.ts';
import { summary } from '../graphs/summary.ts';
import { spread } from '../graphs/traffic-rows.ts';
import { sensorModel, type SensorModelInput } from './sensor-model.ts';
import { sensorText } from './sensor-value.ts';

export function sensorContent(input: SensorModelInput): GraphContent {
  const { sensor } = input;
  const model = sensorModel(input);
  // Columns are in the unit of the axis, which for small currents is not that of the sensor.
  const milli = model.unit.name === 'mA';
  const format = (value: number | null): string =>
    sensorText(sensor, value === null ? null : milli ? value / 1000 : value);
  const unit = model.unit.name;
  const [mean = nothing, max = nothing, min = nothing] = model.columns;
  return {
    name: sensor.name,
    subject: sensor.name,
    model,
    style: plainStyle,
    series: [
      { key: 'mean', name: 'Mean', tone: 'neutral', alpha: 1, means: mean, highest: max, p95: undefined, format },
    ],
    signs: [{ text: 'min to max', sign: 'band', tone: 'neutral' }],
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
    ],
    spoken: summary(sensor.name, model, { up: 'mean', format }),
  };
}
