import type { ReactNode } from 'react';
import type { Device, DeviceDetail } from '../../shared/contract/devices.ts';
import type { Series } from '../../shared/contract/series.ts';
import { useCall } from '../engine/use-call.ts';
import { useItem, useTopic } from '../engine/use-topic.ts';
import { Sparkline } from '../graphs/Sparkline.tsx';
import { routeHash, type DeviceTab } from '../state/route.ts';
import { useTimeRange, type TimeRange } from '../state/use-time-range.ts';
import { tileTexts, type TileText } from './device-tiles.ts';
import { useCutOff } from '../ui/cut-off.ts';
import styles from './DeviceTiles.module.css';

/** One a pixel or so: coarser, and a short gap would vanish in its neighbours. */
const POINTS = 100;

interface TileProps {
  readonly deviceId: number;
  readonly tile: TileText;
  readonly series: Series | undefined;
  readonly range: TimeRange;
}

/** The whole tile leads there; the title carries the name and the focus. */
function TileLink({ deviceId, tab, title }: { deviceId: number; tab: DeviceTab; title: string }): ReactNode {
  return (
    <a className={styles.link} href={routeHash({ view: 'device', deviceId, tab })}>
      {title}
    </a>
  );
}

function Tile({ deviceId, tile, series, range }: TileProps): ReactNode {
  const values = tile.metric === null ? undefined : series?.columns[tile.metric]?.mean;
  const detail = useCutOff() && tile.value === null ? 'not connected' : tile.detail;
  return (
    <div role="group" className={styles.tile} aria-label={tile.title}>
      <h2 className={styles.title}>
        {tile.tab === undefined ? tile.title : <TileLink deviceId={deviceId} tab={tile.tab} title={tile.title} />}
      </h2>
      <p className={styles.value}>
        {tile.value === null ? (
          <span className={styles.unknown}>unknown</span>
        ) : (
          <>
            <strong className={styles.number}>{tile.value}</strong> <span className={styles.unit}>{tile.unit}</span>
          </>
        )}
      </p>
      <p className={styles.detail} title={detail}>
        {detail}
      </p>
      {series !== undefined && values !== undefined && (
        <span className={styles.line}>
          <Sparkline
            atMs={series.atMs}
            lines={[{ values, tone: 'neutral' }]}
            fromMs={range.fromMs}
            toMs={range.toMs}
            width={72}
            height={20}
            label={`${tile.title} over the time shown`}
          />
        </span>
      )}
    </div>
  );
}

/** The health of a device in numbers, each with its recent course. */
export function DeviceTiles({
  device,
  detail,
}: {
  readonly device: Device;
  readonly detail: DeviceDetail | undefined;
}): ReactNode {
  const latest = useItem('samples.devices', {}, device.id);
  const { items: sensors } = useTopic('sensors', { deviceId: device.id });
  const range = useTimeRange();
  const { data } = useCall('series.device', {
    deviceId: device.id,
    metrics: ['rttAvg', 'cpu', 'memory', 'pollMs'],
    ...range,
    maxPoints: POINTS,
  });
  return (
    <div className={styles.tiles}>
      {tileTexts(latest, detail, sensors).map((tile) => (
        <Tile key={tile.title} deviceId={device.id} tile={tile} series={data} range={range} />
      ))}
    </div>
  );
}
