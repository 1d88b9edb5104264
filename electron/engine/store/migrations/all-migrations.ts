/** All migrations in their order. A file's user_version is the number of the last one it has gone through. */
import { devicesAndInterfaces } from './0010-devices-and-interfaces.ts';
import { topology } from './0020-topology.ts';
import { history } from './0030-history.ts';
import { samples } from './0040-samples.ts';
import { hardware } from './0050-hardware.ts';
import { causesAndWatches } from './0080-causes-and-watches.ts';
import { changesAndNotes } from './0090-changes-and-notes.ts';
import { sshPort } from './0100-ssh-port.ts';
import { revisionOrigin } from './0110-revision-origin.ts';
import { boards } from './0120-boards.ts';
import { maintenanceUntil } from './0130-maintenance-until.ts';
import { log } from './0160-log.ts';
import { chosenCredentials } from './0170-chosen-credentials.ts';
import type { Migration } from './migration.ts';

export const allMigrations: readonly Migration[] = [
  devicesAndInterfaces,
  topology,
  history,
  samples,
  hardware,
  causesAndWatches,
  changesAndNotes,
  sshPort,
  revisionOrigin,
  boards,
  maintenanceUntil,
  log,
  chosenCredentials,
];

export const SCHEMA_VERSION = allMigrations.at(-1)?.number ?? 0;
