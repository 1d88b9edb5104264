/** Ends maintenance whose time has come, also what came while the engine did not run. */
import { formatAge } from '../../../shared/units/durations.ts';
import type { Clock } from '../../host/host.ts';
import type { DeviceRow } from '../store/rows.ts';
import type { Network } from './network.ts';

const LOOK_EVERY_MS = 1000;

interface Deps {
  readonly network: Network;
  readonly clock: Clock;
  /** Some devices are judged like any other again. */
  readonly onEnded: () => void;
}

export class MaintenanceEnds {
  readonly #deps: Deps;
  #cancel: () => void = () => {};

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  start(): void {
    this.#look();
    this.#cancel = this.#deps.clock.after(LOOK_EVERY_MS, () => this.start());
  }

  close(): void {
    this.#cancel();
  }

  #look(): void {
    const { network, clock, onEnded } = this.#deps;
    const nowMs = clock.now();
    const over = [...network.devices.all()].filter((row) => isOver(row, nowMs));
    if (over.length === 0) return;
    network.putDevices(over.map((row) => ({ ...row, maintenance: false, maintenanceUntilMs: null })));
    for (const row of over) {
      const lateMs = nowMs - (row.maintenanceUntilMs ?? nowMs);
      const late = lateMs > 60_000 ? `, ${formatAge(lateMs)} late: Trunkline did not run` : '';
      const text = `Maintenance ended at the time set${late}`;
      network.addEvent({ kind: 'maintenance.ended', deviceId: row.id, text, atMs: nowMs });
    }
    onEnded();
  }
}

const isOver = (row: DeviceRow, nowMs: number): boolean =>
  row.maintenance && row.maintenanceUntilMs !== null && row.maintenanceUntilMs <= nowMs;
