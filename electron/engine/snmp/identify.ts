/** Who is it? The system group in one request: enough to know that a credential works and whom it reached. */
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { DeviceIdentity } from '../../../shared/model/reading.ts';
import { textOf, numberOf } from './decode/octets.ts';
import { identityFromSystem } from './identity/identity-from-system.ts';
import { hidden } from './problems.ts';
import type { SnmpSession } from './session.ts';
import type { SnmpValue } from './wire/value.ts';

export interface SystemGroup {
  readonly identity: DeviceIdentity;
  readonly location: string | null;
  readonly contact: string | null;
  readonly uptimeMs: number | null;
  readonly services: number | null;
  /** entLastChangeTime and ifTableLastChange: sysUpTime when its parts and its interfaces changed last. */
  readonly changes: string;
}

const SYSTEM = '1.3.6.1.2.1.1';
const SYSTEM_OIDS = [1, 2, 3, 4, 5, 6, 7].map((object) => `${SYSTEM}.${object}.0`);
const CHANGES = ['1.3.6.1.2.1.47.1.4.1.0', '1.3.6.1.2.1.31.1.5.0'];
const OIDS = [...SYSTEM_OIDS, ...CHANGES];
/** Something of mib-2, for agents whose view leaves the system group out. */
const ANY_TABLE = { name: 'mib-2', entry: '1.3.6.1.2.1.2.2.1', columns: { index: 1 }, maxRows: 1 } as const;

const systemOf = (values: readonly SnmpValue[]): SystemGroup => {
  const [descr, objectId, uptime, contact, name, location, services, ...changes] = values;
  const ticks = numberOf(uptime);
  const sysObjectID = typeof objectId === 'string' ? objectId : null;
  return {
    identity: identityFromSystem({ sysName: textOf(name), sysDescr: textOf(descr), sysObjectID }),
    location: textOf(location),
    contact: textOf(contact),
    uptimeMs: ticks === null ? null : ticks * 10,
    services: numberOf(services),
    changes: changes.map((value) => numberOf(value) ?? '').join(' '),
  };
};

/** One request; a second one only where the first shows nothing at all, to tell a narrow view from a full one. */
export const identify = async (session: SnmpSession, signal: AbortSignal): Promise<Outcome<SystemGroup>> => {
  const got = await session.get(OIDS, signal);
  if (got.kind === 'failed') return got;
  const values = got.value.map((varbind) => varbind.value);
  const system = systemOf(values);
  if (values.slice(0, SYSTEM_OIDS.length).some((value) => value !== null)) return { ...got, value: system };
  const any = await session.walk([ANY_TABLE], signal);
  if (any.kind === 'failed') return any;
  const problem = got.kind === 'partial' ? got.problems[0] : undefined;
  if (any.value.get(ANY_TABLE.name)?.rows.length)
    return { kind: 'partial', value: system, problems: [hidden(session.target, 'the system group')] };
  return { kind: 'failed', problem: problem ?? hidden(session.target, 'the standard tables (mib-2)') };
};
