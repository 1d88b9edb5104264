/** One device read once: by us, and by net-snmp's tools that ask for the same objects. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readDevice } from '../electron/engine/snmp/read-device.ts';
import { openSnmp, type SnmpSession, type VarBind } from '../electron/engine/snmp/session.ts';
import type { TableSpec, WalkedTables } from '../electron/engine/snmp/tables/table-spec.ts';
import type { SnmpTuning } from '../electron/engine/targets.ts';
import { systemClock } from '../electron/host/system-clock.ts';
import type { Traffic } from './snmp-relay.ts';

export interface Cost extends Traffic {
  readonly ms: number;
}

export interface ProbedAgent {
  readonly address: string;
  readonly port: number;
  readonly community: string;
}

/** What was asked, of that what the device has. */
export interface Asked {
  readonly scalars: readonly string[];
  /** OIDs of rows of tables. */
  readonly tables: readonly string[];
  readonly columns: readonly string[];
}

const open = ({ address, port, community }: ProbedAgent, tuning: SnmpTuning | null): SnmpSession =>
  openSnmp(
    { address, host: address, port, credential: { kind: 'snmp-community', version: '2c', community } },
    { clock: systemClock, tuning },
  );

const read = async (session: SnmpSession): Promise<number> => {
  const started = performance.now();
  const outcome = await readDevice(session, { signal: new AbortController().signal, clock: systemClock });
  session.close();
  if (outcome.kind === 'failed') throw new Error(outcome.problem.message);
  return performance.now() - started;
};

/** A session that notes which objects were asked for and were there. */
const noting = (session: SnmpSession, scalars: Set<string>, columns: Set<string>): SnmpSession => {
  const note = (found: readonly VarBind[]): void => {
    for (const { oid, value } of found) if (value !== null) scalars.add(oid);
  };
  const noteTables = (specs: readonly TableSpec[], tables: WalkedTables): void => {
    for (const spec of specs)
      if ((tables.get(spec.name)?.rows.length ?? 0) > 0)
        for (const column of Object.values(spec.columns)) columns.add(`${spec.entry}.${column}`);
  };
  return {
    target: session.target,
    stats: session.stats,
    tuning: () => session.tuning(),
    usesProfile: (name) => session.usesProfile(name),
    seen: (now) => session.seen(now),
    close: () => session.close(),
    get: async (oids, signal) => {
      const got = await session.get(oids, signal);
      if (got.kind !== 'failed') note(got.value);
      return got;
    },
    walk: async (specs, signal) => {
      const walked = await session.walk(specs, signal);
      if (walked.kind !== 'failed') noteTables(specs, walked.value);
      return walked;
    },
    read: async (questions, signal) => {
      const read = await session.read(questions, signal);
      if (read.kind === 'failed') return read;
      note([...read.value.scalars].map(([oid, value]) => ({ oid, value })));
      noteTables(questions.tables, read.value.tables);
      return read;
    },
  };
};

export const probeOnce = async (agent: ProbedAgent): Promise<{ ms: number; tuning: SnmpTuning; asked: Asked }> => {
  const scalars = new Set<string>();
  const columns = new Set<string>();
  const session = open(agent, null);
  const ms = await read(noting(session, scalars, columns));
  const asked = {
    scalars: [...scalars],
    tables: [...new Set([...columns].map((oid) => oid.slice(0, oid.lastIndexOf('.'))))],
    columns: [...columns],
  };
  return { ms, tuning: session.tuning(), asked };
};

/** As an engine asks a device that it knows. */
export const probeAgain = (agent: ProbedAgent & { readonly tuning: SnmpTuning }): Promise<number> =>
  read(open(agent, agent.tuning));

const REPETITIONS = 25;

/** Its time is without the start of the processes: the same number of them that ask nothing is taken off. */
const byTool = async (agent: ProbedAgent, scalars: readonly string[], subtrees: readonly string[]): Promise<number> => {
  const to = `-v2c -c ${agent.community} -m '' -On -Oe ${agent.address}:${agent.port}`;
  const asks = [
    `snmpget ${to} ${scalars.join(' ')}`,
    ...subtrees.map((oid) => `snmpbulkwalk -Cr${REPETITIONS} ${to} ${oid}`),
  ];
  const starts = asks.map(() => 'snmpget -V');
  const timed = async (commands: readonly string[]): Promise<number> => {
    const started = performance.now();
    await promisify(execFile)('bash', ['-c', commands.map((one) => `${one} > /dev/null 2>&1`).join('; ')]);
    return performance.now() - started;
  };
  return (await timed(asks)) - (await timed(starts));
};

type ToolAgent = ProbedAgent & { readonly asked: Asked };

export const toolByTable = (agent: ToolAgent): Promise<number> =>
  byTool(agent, agent.asked.scalars, agent.asked.tables);

export const toolByColumn = (agent: ToolAgent): Promise<number> =>
  byTool(agent, agent.asked.scalars, agent.asked.columns);
