import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { DeviceGlyph } from './device-glyphs.ts';
import { DeviceIcon } from './DeviceIcon.tsx';
import type { StateName } from './state-marks.ts';
import styles from './DeviceTile.module.css';

export interface DeviceTileProps {
  readonly kind: DeviceGlyph;
  readonly state: StateName;
  /** 36 as on the map, 44 at the head of a page. */
  readonly size?: number | undefined;
}

const round = new Set<DeviceGlyph>(['router', 'outside', 'console']);
const broken = new Set<DeviceGlyph>(['unmanaged', 'outside']);

/** A device as the map draws it: glyph in a tile whose edge, fill and dashes tell its state. */
export function DeviceTile({ kind, state, size = 36 }: DeviceTileProps): ReactNode {
  return (
    <span
      className={classNames(styles.tile, round.has(kind) && styles.round, broken.has(kind) && styles.broken)}
      data-state={state}
      data-kind={kind}
      style={{ width: size, height: size }}
    >
      <DeviceIcon kind={kind} size={Math.round(size * 0.56)} />
    </span>
  );
}
