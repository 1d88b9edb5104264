import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import type { LabUser } from './accounts.ts';
import { tool } from '../helpers/tools.ts';
import { execute } from './execute.ts';
import type { ExecuteOptions } from './execute.ts';
import { managementPort, namespacesOf, processesIn } from './namespaces.ts';
import type { Places } from './namespaces.ts';
import { removeNamespace } from './leftovers.ts';
import type { LabPlan, Link, LinkEnd } from './plan.ts';
import type { DaemonName, Router } from './router.ts';
import { sendTraffic } from './traffic.ts';
import type { TrafficOptions, TrafficResult } from './traffic.ts';

export interface LabRouter {
  readonly name: string;
  /** Of the network namespace. */
  readonly ns: string;
  /** Where the console reaches it: SNMP on 161, SSH on 22. */
  readonly address: string;
  readonly loopback: string;
}

export interface KernelCounters {
  readonly inOctets: bigint;
  readonly outOctets: bigint;
  readonly inPackets: bigint;
  readonly outPackets: bigint;
}

export interface LabParts {
  readonly places: Places;
  readonly plan: LabPlan;
  readonly routers: ReadonlyMap<string, Router>;
  readonly users: readonly LabUser[];
  readonly clientKeyPath: string;
  readonly startedMs: number;
  /** Removes the lab's folder and its signal handlers. */
  readonly release: () => Promise<void>;
}

interface LinkStatistics {
  readonly stats64: { readonly rx: Flow; readonly tx: Flow };
}
interface Flow {
  readonly bytes: number;
  readonly packets: number;
}

/** A running network. All faults are real: interfaces go down, processes are killed or stopped, packets are dropped. */
export class Lab implements AsyncDisposable {
  readonly #parts: LabParts;
  #closed = false;

  constructor(parts: LabParts) {
    this.#parts = parts;
  }

  get id(): string {
    return this.#parts.places.id;
  }

  /** How long it took from nothing to all daemons running. */
  get startedMs(): number {
    return this.#parts.startedMs;
  }

  get users(): readonly LabUser[] {
    return this.#parts.users;
  }

  /** Private key (OpenSSH format, a file) that opens every account of every router. */
  get clientKeyPath(): string {
    return this.#parts.clientKeyPath;
  }

  get routers(): readonly LabRouter[] {
    const { plan, places } = this.#parts;
    return plan.routers.map(({ name, managementAddress, loopback }) => ({
      name,
      ns: places.router(name),
      address: managementAddress,
      loopback,
    }));
  }

  router(name: string): LabRouter {
    const found = this.routers.find((one) => one.name === name);
    if (found === undefined) throw new Error(`the lab has no router ${name}`);
    return found;
  }

  /** The truth: what discovery must find, no more and no less. */
  get links(): readonly Link[] {
    return this.#parts.plan.links;
  }

  /** Both ends of the cable at that interface, its own first. */
  link(router: string, interfaceName: string): readonly [LinkEnd, LinkEnd] {
    for (const { a, b } of this.links) {
      if (a.router === router && a.interface === interfaceName) return [a, b];
      if (b.router === router && b.interface === interfaceName) return [b, a];
    }
    throw new Error(`the lab has no cable at ${router} ${interfaceName}`);
  }

  get console(): LabConsole {
    return consoleOf(this.#parts.places.console);
  }

  /** Runs a command on the router and answers what it printed; throws if it fails. */
  exec(router: string, argv: readonly string[], options?: ExecuteOptions): Promise<string> {
    return this.#router(router).execute(argv, options);
  }

  async linkDown(router: string, interfaceName: string): Promise<void> {
    await this.#ip(router, 'link', 'set', 'dev', interfaceName, 'down');
  }

  async linkUp(router: string, interfaceName: string): Promise<void> {
    await this.#ip(router, 'link', 'set', 'dev', interfaceName, 'up');
  }

  /** SIGKILL to a daemon: it answers no more, and nothing says so. */
  kill(router: string, daemon: DaemonName): Promise<void> {
    return this.#router(router).kill(daemon);
  }

  /** Starts a daemon that was killed. After snmpd its subagents lldpd and FRR need up to 15 s to come back. */
  start(router: string, daemon: DaemonName): Promise<void> {
    return this.#router(router).start(daemon);
  }

  /** The daemon hangs; its queue of requests is answered, late, after `continue`. */
  pause(router: string, daemon: DaemonName): Promise<void> {
    return this.#router(router).signal(daemon, 'SIGSTOP');
  }

  continue(router: string, daemon: DaemonName): Promise<void> {
    return this.#router(router).signal(daemon, 'SIGCONT');
  }

  killSnmpd(router: string): Promise<void> {
    return this.kill(router, 'snmpd');
  }

  startSnmpd(router: string): Promise<void> {
    return this.start(router, 'snmpd');
  }

  /**
   * Replaces the router's input filter; an empty list clears it. Each rule a line of nft, e.g. 'udp dport 161 drop',
   * 'icmp type echo-request drop', 'numgen random mod 100 < 30 drop', 'udp dport 161 limit rate over 20/second drop'.
   */
  async nft(router: string, inputRules: readonly string[]): Promise<void> {
    const chain = ['chain input {', 'type filter hook input priority 0', ...inputRules, '}'];
    const table = ['table inet lab', 'delete table inet lab', 'table inet lab {', ...chain, '}'];
    await this.exec(router, ['nft', '-f', '-'], { input: `${table.join('\n')}\n` });
  }

  /** The plug is pulled: all processes end, all cables lose their carrier. */
  async powerOff(router: string): Promise<void> {
    await this.#router(router).stop();
    await this.#setAllCables(router, 'down');
  }

  /** Boots it again: sysUpTime 0, same SNMP engine id with one boot more, same host key. */
  async powerOn(router: string): Promise<void> {
    await this.#setAllCables(router, 'up');
    await this.#router(router).boot();
  }

  /** Takes only the management cable away: the router works on, and cannot be reached. */
  async unplugManagement(router: string): Promise<void> {
    await this.#setManagement(router, 'down');
  }

  async plugManagement(router: string): Promise<void> {
    await this.#setManagement(router, 'up');
  }

  traffic(options: TrafficOptions): Promise<TrafficResult> {
    const cable = this.links
      .flatMap(({ a, b }) => [
        { near: a, far: b },
        { near: b, far: a },
      ])
      .find(
        ({ near, far }) =>
          near.router === options.from &&
          far.router === options.to &&
          (options.interface === undefined || near.interface === options.interface),
      );
    if (cable === undefined) throw new Error(`no such cable: ${JSON.stringify(options)}`);
    const { router } = this.#parts.places;
    const [fromNamespace, toNamespace] = [router(options.from), router(options.to)];
    return sendTraffic({ fromNamespace, toNamespace, toAddress: cable.far.address }, options);
  }

  /** What the kernel itself has counted: the oracle for rates. */
  async kernelCounters(router: string, interfaceName: string): Promise<KernelCounters> {
    const text = await this.#ip(router, '-s', '-j', 'link', 'show', 'dev', interfaceName);
    const [first] = JSON.parse(text) as readonly LinkStatistics[];
    if (first === undefined) throw new Error(`no counters of ${router} ${interfaceName}`);
    const { rx, tx } = first.stats64;
    return {
      inOctets: BigInt(rx.bytes),
      outOctets: BigInt(tx.bytes),
      inPackets: BigInt(rx.packets),
      outPackets: BigInt(tx.packets),
    };
  }

  /** Ends every process and namespace of the lab, then looks whether anything is left and throws if so. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const { places, plan, routers, release } = this.#parts;
    await Promise.all([...routers.values()].map((router) => router.stop()));
    const survivors = await this.#survivors();
    for (const name of namespacesOf(places, plan)) await removeNamespace(name);
    if (places.console === null) await execute(['ip', 'link', 'del', places.bridge]);
    await release();
    if (survivors.length > 0) throw new Error(`the lab left processes: ${survivors.join(', ')}`);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  /** In the routers only: what a test started on the console and forgot is ended with its namespace. */
  async #survivors(): Promise<readonly string[]> {
    const found = await Promise.all(
      this.routers.map(async ({ ns }) => (await processesIn(ns)).map((pid) => `${pid} in ${ns}`)),
    );
    return found.flat();
  }

  #router(name: string): Router {
    const found = this.#parts.routers.get(name);
    if (found === undefined) throw new Error(`the lab has no router ${name}`);
    return found;
  }

  /** From outside, so that it works on a router without power too. */
  #ip(router: string, ...args: readonly string[]): Promise<string> {
    return execute(['ip', '-n', this.router(router).ns, ...args]);
  }

  async #setAllCables(router: string, state: 'up' | 'down'): Promise<void> {
    const names = this.links.flatMap(({ a, b }) => [a, b]).filter((end) => end.router === router);
    for (const { interface: name } of names) await this.#ip(router, 'link', 'set', 'dev', name, state);
    await this.#ip(router, 'link', 'set', 'dev', 'eth0', state);
  }

  async #setManagement(router: string, state: 'up' | 'down'): Promise<void> {
    const { places } = this.#parts;
    const where = places.console === null ? [] : ['-n', places.console];
    await execute(['ip', ...where, 'link', 'set', 'dev', managementPort(places, router), state]);
  }
}

/** The place in the network where Trunkline runs. */
export interface LabConsole {
  /** null: the machine's own network. */
  readonly ns: string | null;
  /** The command as it must be started to run there, for whoever spawns processes by other means. */
  command(argv: readonly string[]): readonly string[];
  exec(argv: readonly string[], options?: ExecuteOptions): Promise<string>;
  spawn(argv: readonly string[], options?: SpawnOptions): ChildProcess;
}

const consoleOf = (ns: string | null): LabConsole => {
  const command = (argv: readonly string[]): readonly string[] =>
    ns === null ? argv : ['ip', 'netns', 'exec', ns, ...argv];
  return {
    ns,
    command,
    exec: (argv, options) => execute(command(argv), options),
    spawn: (argv, options = {}) => {
      // The kernel ends it with us, even if nobody is left to close the lab.
      return spawn(tool('setpriv'), ['--pdeathsig', 'KILL', ...command(argv)], options);
    },
  };
};
