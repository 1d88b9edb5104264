/** What the tiles of a device say: one number, its unit, a sentence, and the name of its series. Pure. */
import type { DeviceDetail } from '../../shared/contract/devices.ts';
import type { DeviceLatest, DeviceMetric } from '../../shared/contract/series.ts';
import type { Sensor } from '../../shared/contract/hardware.ts';
import { isFault } from '../../shared/model/hardware.ts';
import { formatBytes } from '../../shared/units/bytes.ts';
import { formatDuration } from '../../shared/units/durations.ts';
import type { DeviceTab } from '../state/route.ts';
import { countText } from '../ui/count-text.ts';

export interface TileText {
  readonly title: string;
  /** "1.8", or null where nobody knows. */
  readonly value: string | null;
  readonly unit: string;
  readonly detail: string;
  readonly metric: DeviceMetric | null;
  /** Where more of it stands. */
  readonly tab?: DeviceTab | undefined;
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

/** The one that is nearest to its limit, or the hottest where none has limits. */
function temperatureTile(sensors: readonly Sensor[]): TileText | null {
  const told = sensors.filter((sensor) => sensor.kind === 'temperature' && sensor.value !== null);
  const own = told.filter((sensor) => sensor.optic === null);
  const [hottest] = (own.length > 0 ? own : told).toSorted((a, b) => heat(b) - heat(a));
  if (hottest === undefined || hottest.value === null) return null;
  const detail = told.length > 1 ? `${hottest.name}, ${told.length} sensors` : hottest.name;
  return { title: 'Temperature', value: percent(hottest.value), unit: '°C', detail, metric: null, tab: 'sensors' };
}

/** A fault first, then by degrees. */
const heat = (sensor: Sensor): number => (isFault(sensor.health) ? 1000 : 0) + (sensor.value ?? 0);

interface PartWords {
  readonly title: string;
  readonly unit: string;
  readonly well: string;
}

/** Fans or power supplies: how many of those that are in their bays say that they work. */
function partTile(sensors: readonly Sensor[], component: 'fan' | 'supply', words: PartWords): TileText | null {
  const parts = [
    ...Map.groupBy(
      sensors.filter((one) => one.component === component),
      (one) => one.assembly,
    ).values(),
  ];
  const there = parts.filter((group) => !group.every((one) => one.health === 'absent'));
  const judged = there.filter((group) => group.some((one) => one.health !== 'unknown'));
  if (judged.length === 0) return null;
  const bad = judged.flatMap((group) => group.find((one) => isFault(one.health)) ?? []);
  const empty = parts.length - there.length;
  const rest = empty === 0 ? words.well : `${words.well}, ${countText(empty, 'empty bay')}`;
  const detail = bad[0] === undefined ? rest : `${bad[0].name}: ${bad[0].because ?? bad[0].health}`;
  const value = `${judged.length - bad.length} of ${judged.length}`;
  return { title: words.title, value, unit: words.unit, detail, metric: null, tab: 'hardware' };
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

/** Tiles of a device; temperature, power and fans only where the device tells them. */
export function tileTexts(
  latest: DeviceLatest | undefined,
  detail: DeviceDetail | undefined,
  sensors: readonly Sensor[],
): readonly TileText[] {
  const facts = detail?.facts;
  const tiles = [
    answerTile(latest),
    processorTile(latest, facts),
    memoryTile(latest, facts),
    temperatureTile(sensors),
    partTile(sensors, 'supply', { title: 'Power', unit: 'on', well: 'all supplies well' }),
    partTile(sensors, 'fan', { title: 'Fans', unit: 'run', well: 'all fans well' }),
    pollTile(latest, detail?.polls ?? []),
  ];
  return tiles.filter((tile) => tile !== null);
}
