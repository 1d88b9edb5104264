/** The same walk of ifTable and ifXTable by three programs. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import snmp from 'net-snmp';
import { openSnmp } from '../electron/engine/snmp/session.ts';
import type { TableSpec } from '../electron/engine/snmp/tables/table-spec.ts';
import { systemClock } from '../electron/host/system-clock.ts';

export interface Run {
  readonly values: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

export interface Walker {
  readonly name: string;
  walk(times: number): Promise<Run>;
}

interface Agent {
  readonly address: string;
  readonly port: number;
  readonly community: string;
}

const IF_ENTRY = '1.3.6.1.2.1.2.2.1';
const IF_X_ENTRY = '1.3.6.1.2.1.31.1.1.1';
const REPETITIONS = 25;

const columns = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`column${at + 1}`, at + 1]));

const TABLES: readonly TableSpec[] = [
  { name: 'ifTable', entry: IF_ENTRY, columns: columns(22) },
  { name: 'ifXTable', entry: IF_X_ENTRY, columns: columns(19) },
];

const timed = async (work: () => Promise<number>): Promise<Run> => {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const values = await work();
  const wallMs = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { values, wallMs, cpuMs: (user + system) / 1000 };
};

/** One session per walk, as the poller has it. */
export const walkWithTrunkline = (agent: Agent): Walker => {
  const { address, port, community } = agent;
  const target = {
    address,
    host: address,
    port,
    credential: { kind: 'snmp-community', version: '2c', community },
  } as const;
  let tuning: ReturnType<ReturnType<typeof openSnmp>['tuning']> | null = null;
  const once = async (): Promise<number> => {
    const session = openSnmp(target, { clock: systemClock, tuning });
    const outcome = await session.walk(TABLES, new AbortController().signal);
    tuning = session.tuning();
    session.close();
    if (outcome.kind !== 'ok') throw new Error(`the walk ended ${outcome.kind}`);
    return session.stats.values;
  };
  return {
    name: 'trunkline walk',
    walk: (times) =>
      timed(async () => {
        let values = 0;
        for (let at = 0; at < times; at++) values += await once();
        return values;
      }),
  };
};

const subtree = (session: snmp.Session, oid: string): Promise<number> =>
  new Promise((resolve, reject) => {
    let values = 0;
    session.subtree(
      oid,
      REPETITIONS,
      (varbinds: unknown[]) => {
        values += varbinds.length;
      },
      (error: Error | null) => (error ? reject(error) : resolve(values)),
    );
  });

export const walkWithPackage = (agent: Agent): Walker => ({
  name: 'net-snmp package, subtree',
  walk: (times) =>
    timed(async () => {
      let values = 0;
      for (let at = 0; at < times; at++) {
        const session = snmp.createSession(agent.address, agent.community, {
          port: agent.port,
          version: snmp.Version2c,
        });
        values += (await subtree(session, IF_ENTRY)) + (await subtree(session, IF_X_ENTRY));
        session.close();
      }
      return values;
    }),
});

/** Its CPU time is what bash's `time` says of it; with `printing`, its text goes to a file that is thrown away. */
export const walkWithBulkwalk = (agent: Agent, tool: string, startToo: boolean): Walker => {
  const command = (oid: string): string =>
    `${tool} -v2c -c ${agent.community} -m '' -On -Oe -Cr${REPETITIONS} ${agent.address}:${agent.port} ${oid}`;
  const run = async (
    script: string,
  ): Promise<{ readonly text: string; readonly wallMs: number; readonly cpuMs: number }> => {
    const timedScript = `TIMEFORMAT='%3R %3U %3S'; time { ${script}; }`;
    // Never synchronous: the agent's log comes through this process, and a full pipe would stop the agent.
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', timedScript], { maxBuffer: 1e9 });
    const [real = 0, user = 0, system = 0] = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
    return { text: stdout, wallMs: real * 1000, cpuMs: (user + system) * 1000 };
  };
  const repeat = (times: number, oids: readonly string[], end: string): string =>
    `for i in $(seq ${times}); do ${oids.map((oid) => command(oid) + end).join('; ')}; done`;
  let perWalk = 0;
  return {
    name: `snmpbulkwalk -Cr${REPETITIONS}${startToo ? '' : ', without its start'}`,
    walk: async (times) => {
      // Counted once: a cell whose text has line ends would count twice, so lines are counted that begin with an OID.
      if (perWalk === 0)
        perWalk = (await run(repeat(1, [IF_ENTRY, IF_X_ENTRY], ''))).text
          .split('\n')
          .filter((line) => line.startsWith('.1.')).length;
      const whole = await run(repeat(times, [IF_ENTRY, IF_X_ENTRY], ' > /dev/null'));
      const start = startToo
        ? { wallMs: 0, cpuMs: 0 }
        : await run(repeat(times, ['1.3.6.1.2.1.1.3', '1.3.6.1.2.1.1.3'], ' > /dev/null'));
      return {
        values: perWalk * times,
        wallMs: whole.wallMs - start.wallMs,
        cpuMs: whole.cpuMs - start.cpuMs,
      };
    },
  };
};
