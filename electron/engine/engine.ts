/** Wires the parts of the engine together: file, network, polling, discovery, incidents, and the calls that reach them. */
import type { EngineHandlers, EngineTopics } from '../../shared/contract/index.ts';
import { formatDuration } from '../../shared/units/durations.ts';
import type { WatchLine } from '../../shared/model/watch-line.ts';
import type { Host, Log, Pinger } from '../host/host.ts';
import { engineHandlers } from './calls/handlers.ts';
import { engineTopics } from './calls/topics.ts';
import type { EngineContext } from './calls/context.ts';
import { ConsoleHealthKeeper } from './console/console-health.ts';
import { Discovery } from './discovery/discovery.ts';
import { openPinger } from './icmp/open-pinger.ts';
import { UplinkWatch } from './console/uplink-watch.ts';
import { WatchRecord } from './console/watch-record.ts';
import { IncidentKeeper } from './incidents/incident-keeper.ts';
import { BoardBook } from './network/board-book.ts';
import { CredentialBook } from './network/credential-book.ts';
import { MaintenanceEnds } from './network/maintenance-ends.ts';
import { Network } from './network/network.ts';
import { makeReach } from './network/reach.ts';
import { SettingsBook } from './network/settings-book.ts';
import { Poller } from './poll/poller.ts';
import { knownProfiles } from './snmp/profiles/load-profiles.ts';
import { createRequestLimiter } from './snmp/session.ts';
import { loadProfiles } from './ssh/load-profiles.ts';
import type { SshProfile } from './ssh/profile.ts';
import { resourceFolder } from './resource-folder.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { Housekeeping } from './console/housekeeping.ts';
import { watchForSleep } from './console/sleep-watch.ts';
import { Terminals } from './terminal/terminals.ts';
import { Relinker } from './topology/relinker.ts';

export interface EngineOptions {
  readonly file: string;
  readonly host: Host;
  readonly demo?: boolean | undefined;
  /** False for commands that only discover: nothing is polled by itself. */
  readonly polling?: boolean | undefined;
}

export interface PollReport {
  readonly devices: number;
  readonly answered: number;
  readonly durationMs: number;
}

export interface Engine {
  readonly handlers: EngineHandlers;
  readonly topics: EngineTopics;
  readonly context: EngineContext;
  watch(listener: (line: WatchLine) => void): () => void;
  /** One whole cycle over every device. */
  pollAll(): Promise<PollReport>;
  suspend(): void;
  resume(): void;
  close(): Promise<void>;
}

/** Throws StoreOpenError when the file cannot be opened; everything later is told through states, events and the log. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { clock, log, version } = options.host;
  const store = await openStore({ file: options.file, log, clock, version });
  try {
    return await startOn(store, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startOn(store: Store, options: EngineOptions): Promise<Engine> {
  const { host } = options;
  const { clock, log } = host;
  const network = new Network(store);
  network.load(await store.load());
  const settings = new SettingsBook(network);
  const credentials = new CredentialBook(network, host.vault);
  await credentials.load();
  const pinger = host.network.pinger ?? (await lentPinger(host)) ?? (await openPinger({ log }));
  const reach = makeReach(host.network, () => settings.values.allowedRanges);
  const limiter = createRequestLimiter(settings.values.snmpConcurrency);
  settings.onChange((values) => limiter.setLimit(values.snmpConcurrency));
  const traffic = { requests: 0, timeouts: 0 };
  const relinker = new Relinker({ network, clock, log });
  // The keeper and the poller know each other: a missed echo asks the agent, and what a poll finds makes incidents.
  const incidents = new IncidentKeeper(
    { network, settings, clock, log },
    { probe: (deviceId) => poller.probe(deviceId), echo: (deviceIds) => void poller.echo(deviceIds) },
  );
  const base = { clock, log, network, settings, credentials, reach, limiter, relinker };
  const profiles = await loadSshProfiles(log);
  const poller: Poller = new Poller(
    { ...base, findings: incidents, traffic, profiles, vault: host.vault },
    { pinger, onRound: (round) => incidents.takeRound(round) },
  );
  const discovery = new Discovery({ ...base, pinger, heard: incidents });
  const maintenanceEnds = new MaintenanceEnds({ network, clock, onEnded: () => incidents.changed() });
  const consoleHealth = new ConsoleHealthKeeper({ clock, store, poller, traffic });
  const watchRecord = new WatchRecord({ clock, store });
  const uplink = new UplinkWatch({ clock, log, network, onChange: () => incidents.changed() });
  incidents.followUplink(uplink);
  const housekeeping = new Housekeeping({ clock, log, store, settings, network });
  const terminals = new Terminals({ clock, log, network, credentials, reach, findings: incidents });
  const context: EngineContext = {
    host,
    store,
    network,
    settings,
    credentials,
    boards: new BoardBook(network),
    discovery,
    poller,
    relinker,
    incidents,
    reach,
    pinger,
    limiter,
    terminals,
    sshProfiles: profiles,
    consoleHealth,
    watchRecord,
    demo: options.demo ?? false,
    startedAtMs: clock.now(),
  };
  await relinker.now();
  incidents.start();
  maintenanceEnds.start();
  consoleHealth.start();
  if (options.polling !== false) {
    poller.start();
    watchRecord.start();
    // A simulated network has no place in the real one.
    if (host.network.pinger === null) uplink.start();
    housekeeping.start();
  }
  log.info('engine started', { file: options.file, devices: network.devices.size, pinger: pinger.description });
  const suspend = (): void => {
    poller.suspend();
    incidents.suspend();
  };
  const resume = (): void => {
    poller.resume();
    incidents.resume();
  };
  const stopSleepWatch = watchForSleep(clock, (fromMs, sleptMs) => {
    suspend();
    resume();
    watchRecord.slept(fromMs);
    const text = `This console was asleep for ${formatDuration(sleptMs)}; nothing was asked meanwhile`;
    network.addEvent({ kind: 'console.slept', deviceId: null, text, atMs: fromMs });
  });
  return {
    handlers: engineHandlers(context),
    topics: engineTopics(context),
    context,
    watch: (listener) => network.watch(listener),
    pollAll: () => pollAll(context),
    suspend,
    resume,
    close: async () => {
      stopSleepWatch();
      terminals.close();
      housekeeping.close();
      consoleHealth.close();
      watchRecord.close();
      uplink.close();
      relinker.close();
      maintenanceEnds.close();
      incidents.close();
      try {
        await discovery.close();
        await poller.close();
      } finally {
        await pinger.close?.();
        await store.close();
      }
    },
  };
}

/** The host's pinger; null where it lends none, or cannot. */
async function lentPinger(host: Host): Promise<Pinger | null> {
  try {
    return (await host.openPinger?.({ log: host.log })) ?? null;
  } catch (error) {
    host.log.warn('the pinging process cannot start: the engine pings itself', { error: String(error) });
    return null;
  }
}

/** One broken profile, of SSH or of SNMP, is told and costs only itself. */
async function loadSshProfiles(log: Log): Promise<ReadonlyMap<string, SshProfile>> {
  const { profiles, problems } = await loadProfiles(resourceFolder('profiles', 'ssh'));
  const snmp = await knownProfiles();
  for (const problem of [...problems, ...snmp.problems]) log.error(problem);
  return profiles;
}

async function pollAll(context: EngineContext): Promise<PollReport> {
  const startedAtMs = context.host.clock.monotonic();
  context.poller.followAll();
  await context.poller.pollAll();
  await context.store.flush();
  const managed = context.network.deviceItems.all().filter((device) => device.managed);
  const answered = managed.filter((device) => device.snmp === 'answers' || device.icmp === 'answers').length;
  return { devices: managed.length, answered, durationMs: context.host.clock.monotonic() - startedAtMs };
}
