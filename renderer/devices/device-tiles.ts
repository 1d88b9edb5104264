/** What the tiles of a device say: one number, its unit, a sentence, and the name of its series. Pure. */
import type { DeviceDetail } from '../../shared/contract/devices.ts';
import type { DeviceLatest, DeviceMetric } from '../../shared/contract/series.ts';
import { formatBytes } from '../../shared/units/bytes.ts';
import { formatDuration } from '../../shared/units/durations.ts';
import { countText } from '../ui/count-text.ts';

export interface TileText {
  readonly title: string;
  /** "1.8", or null where nobody knows. */
  readonly value: string | null;
  readonly unit: string;
  readonly detail: string;
  readonly metric: DeviceMetric | null;
}

function split(text: string): { readonly value: string; readonly unit: string } {
  const at = text.lastIndexOf(' ');
  return { value: text.slice(0, at), unit: text.slice(at + 1) };
}

const percent = (value: number): string => String(Math.round(value));

function answerTile(latest: DeviceLatest | undefined): TileText {
  const rtt = latest?.rttAvg ?? null;
  const { value, unit } = rtt === null ? { value: null, unit: '' } : split(formatDuration(rtt));
  const loss = latest?.loss ?? null;
  const lossText = loss === null ? 'never asked' : loss === 0 ? 'no loss' : `${percent(loss)} % lost`;
  const jitter = latest?.jitter ?? null;
  const detail = jitter === null ? lossText : `${lossText}, jitter ${jitter.toFixed(1)} ms`;
  return { title: 'Answer time', value, unit, detail, metric: 'rttAvg' };
}

function processorTile(latest: DeviceLatest | undefined, facts: DeviceDetail['facts'] | undefined): TileText {
  const cpu = latest?.cpu ?? null;
  const processors = facts?.processors ?? [];
  const known = processors.map((one) => one.percent).filter((one) => one !== null);
  const peak = known.length > 1 ? `, peak ${percent(Math.max(...known))} %` : '';
  const detail = processors.length === 0 ? 'not told' : `${countText(processors.length, 'core')}${peak}`;
  return { title: 'Processor', value: cpu === null ? null : percent(cpu), unit: '%', detail, metric: 'cpu' };
}

function memoryTile(latest: DeviceLatest | undefined, facts: DeviceDetail['facts'] | undefined): TileText {
  const memory = latest?.memory ?? null;
  const main = facts?.memory.find((one) => one.totalBytes !== null) ?? facts?.memory[0];
  const total = main?.totalBytes ?? null;
  const used = main?.usedBytes ?? null;
  const ofTotal = used === null ? '' : `${formatBytes(used)} of `;
  const sizes = total === null ? (main?.name ?? 'not told') : `${ofTotal}${formatBytes(total)}`;
  return {
    title: 'Memory',
    value: memory === null ? null : percent(memory),
    unit: '%',
    detail: sizes,
    metric: 'memory',
  };
}

function temperatureTile(facts: DeviceDetail['facts'] | undefined): TileText | null {
  const sensors = (facts?.sensors ?? []).filter((sensor) =>
    /temp|celsius/i.test(`${sensor.kind} ${sensor.unit ?? ''}`),
  );
  const hottest = sensors.reduce<(typeof sensors)[number] | null>(
    (best, sensor) => (sensor.value !== null && sensor.value > (best?.value ?? -Infinity) ? sensor : best),
    null,
  );
  if (hottest === null || hottest.value === null) return null;
  const more = sensors.length > 1 ? `${hottest.name}, ${sensors.length} sensors` : hottest.name;
  return { title: 'Temperature', value: percent(hottest.value), unit: '°C', detail: more, metric: null };
}

function powerTile(facts: DeviceDetail['facts'] | undefined): TileText | null {
  const supplies = (facts?.sensors ?? []).filter(
    (sensor) => /power|psu|supply/i.test(sensor.kind) && sensor.status !== null,
  );
  if (supplies.length === 0) return null;
  const good = supplies.filter((sensor) => /^(ok|on|normal|up|good)$/i.test(sensor.status ?? '')).length;
  const bad = supplies.find((sensor) => !/^(ok|on|normal|up|good)$/i.test(sensor.status ?? ''));
  const detail = bad === undefined ? 'all supplies well' : `${bad.name}: ${bad.status ?? ''}`;
  return { title: 'Power', value: `${good} of ${supplies.length}`, unit: 'on', detail, metric: null };
}

function pollTile(latest: DeviceLatest | undefined, polls: DeviceDetail['polls']): TileText {
  const pollMs = latest?.pollMs ?? null;
  const { value, unit } = pollMs === null ? { value: null, unit: '' } : split(formatDuration(pollMs));
  const tuned = polls.find((poll) => poll.tuned !== null)?.tuned;
  const counters = polls.find((poll) => /counter/i.test(poll.job)) ?? polls[0];
  const every =
    counters === undefined ? 'not polled' : `every ${formatDuration(counters.intervalMs).replace(/\.0+ /, ' ')}`;
  return { title: 'SNMP poll', value, unit, detail: tuned ?? every, metric: 'pollMs' };
}

/** Tiles of a device; temperature and power only where the device tells them. */
export function tileTexts(latest: DeviceLatest | undefined, detail: DeviceDetail | undefined): readonly TileText[] {
  const facts = detail?.facts;
  const tiles = [
    answerTile(latest),
    processorTile(latest, facts),
    memoryTile(latest, facts),
    temperatureTile(facts),
    powerTile(facts),
    pollTile(latest, detail?.polls ?? []),
  ];
  return tiles.filter((tile) => tile !== null);
}
