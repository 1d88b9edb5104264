/** What the handlers work with: the parts of a running engine. */
import type { Host, Pinger } from '../../host/host.ts';
import type { ConsoleHealthKeeper } from '../console/console-health.ts';
import type { Discovery } from '../discovery/discovery.ts';
import type { WatchRecord } from '../console/watch-record.ts';
import type { IncidentKeeper } from '../incidents/incident-keeper.ts';
import type { BoardBook } from '../network/board-book.ts';
import type { CredentialBook } from '../network/credential-book.ts';
import type { Network } from '../network/network.ts';
import type { Reach } from '../network/reach.ts';
import type { SettingsBook } from '../network/settings-book.ts';
import type { Poller } from '../poll/poller.ts';
import type { RequestLimiter } from '../snmp/session.ts';
import type { SshProfile } from '../ssh/profile.ts';
import type { Store } from '../store/store.ts';
import type { Terminals } from '../terminal/terminals.ts';
import type { Relinker } from '../topology/relinker.ts';

export interface EngineContext {
  readonly host: Host;
  readonly store: Store;
  readonly network: Network;
  readonly settings: SettingsBook;
  readonly credentials: CredentialBook;
  readonly boards: BoardBook;
  readonly discovery: Discovery;
  readonly poller: Poller;
  readonly relinker: Relinker;
  readonly incidents: IncidentKeeper;
  readonly consoleHealth: ConsoleHealthKeeper;
  readonly watchRecord: WatchRecord;
  readonly reach: Reach;
  readonly pinger: Pinger;
  readonly limiter: RequestLimiter;
  readonly terminals: Terminals;
  readonly sshProfiles: ReadonlyMap<string, SshProfile>;
  readonly demo: boolean;
  readonly startedAtMs: number;
}
