/** Handlers of shared/contract/series.ts. */
import { CallError } from '../../../shared/contract/errors.ts';
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import type { EngineContext } from './context.ts';

type Handlers = Pick<
  EngineHandlers,
  | 'series.interface'
  | 'series.device'
  | 'series.stack'
  | 'series.percentiles'
  | 'series.sensor'
  | 'series.sensor-sparklines'
  | 'series.sparklines'
  | 'rate.why'
>;

export function seriesHandlers(engine: EngineContext): Handlers {
  const { store } = engine;
  return {
    'series.interface': async ({ interfaceId, ...query }) => {
      checkRange(query);
      const found = (await store.readInterfaceSeries({ interfaceIds: [interfaceId], ...query })).get(interfaceId);
      if (found === undefined) throw new CallError('not-found', `There is no interface ${interfaceId}.`);
      return found;
    },
    'series.device': async ({ deviceId, ...query }) => {
      checkRange(query);
      const found = (await store.readDeviceSeries({ deviceIds: [deviceId], ...query })).get(deviceId);
      if (found === undefined) throw new CallError('not-found', `There is no device ${deviceId}.`);
      return found;
    },
    'series.sensor': async ({ sensorId, ...query }) => {
      checkRange(query);
      const found = (await store.readSensorSeries({ sensorIds: [sensorId], ...query })).get(sensorId);
      if (found === undefined) throw new CallError('not-found', `There is no sensor ${sensorId}.`);
      return found;
    },
    'series.sensor-sparklines': async (query) => {
      checkRange(query);
      const found = await store.readSensorSeries(query);
      return [...found].map(([sensorId, { atMs, columns }]) => ({
        sensorId,
        atMs,
        values: columns['value']?.mean ?? [],
      }));
    },
    'series.percentiles': (query) => {
      checkRange(query);
      return store.readPercentiles(query);
    },
    'series.stack': (query) => {
      checkRange(query);
      return store.readStack(query);
    },
    'series.sparklines': (query) => {
      checkRange(query);
      return store.readSparklines(query);
    },
    'rate.why': ({ interfaceId }) => engine.poller.explain(interfaceId),
  };
}

function checkRange({ fromMs, toMs }: { fromMs: number; toMs: number }): void {
  if (toMs > fromMs) return;
  throw new CallError('bad-argument', 'The end of the range lies before its start.', { path: 'toMs' });
}
