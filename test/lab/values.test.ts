import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { probeJson } from '../../electron/engine/snmp/reading-to-json.ts';
import { snmpUser, snmpUserArguments } from '../helpers/snmp-users.ts';
import { until } from '../helpers/until.ts';
import type { Lab } from './lab.ts';
import { missingForLab, startLab } from './start-lab.ts';

type Probe = ReturnType<typeof probeJson>;

const notRun = missingForLab();
const CLI = fileURLToPath(new URL('../../electron/cli/trunkline.ts', import.meta.url));
const UPTIME_DRIVER = fileURLToPath(new URL('read-uptime-in-console.ts', import.meta.url));

const SYSTEM = '.1.3.6.1.2.1.1';
const IF = '.1.3.6.1.2.1.2.2.1';
const IF_X = '.1.3.6.1.2.1.31.1.1.1';
const STORAGE = '.1.3.6.1.2.1.25.2.3.1';
const PROCESSOR = '.1.3.6.1.2.1.25.3.3.1';

/** IF-MIB and IANAifType-MIB, written down again: a table of the product's own would agree with any mistake in it. */
const STATUS: Readonly<Record<string, string>> = { 1: 'up', 2: 'down', 3: 'testing', 4: 'unknown', 5: 'dormant' };
const TYPE: Readonly<Record<string, string>> = { 6: 'ethernetCsmacd', 24: 'softwareLoopback' };

const V2C = ['-v2c', '-cpublic'];
const SHA_AES = snmpUser('sha256-aes');
const PROBE_V3 = ['--v3-user', SHA_AES.name, '--v3-auth', `sha256:${SHA_AES.auth?.secret}`];
const WAYS = [
  ['by v2c', 'r1', V2C, ['--community', 'public']],
  ['by v3 with privacy', 'r2', snmpUserArguments(SHA_AES), [...PROBE_V3, '--v3-priv', `aes:${SHA_AES.priv?.secret}`]],
  ['by v1', 'r5', ['-v1', '-cpublic'], ['--snmp-version', '1', '--community', 'public']],
] as const;

describe.skipIf(notRun)(`a probe says what snmpwalk says${notRun}`, () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab();
    // Something to tell: a cable that is pulled.
    await lab.linkDown('r1', 'eth1');
  });
  afterAll(() => lab[Symbol.asyncDispose]());

  const probe = async (router: string, who: readonly string[]): Promise<Probe> => {
    const { address } = lab.router(router);
    return JSON.parse(await lab.console.exec([process.execPath, CLI, 'probe', address, ...who, '--json'])) as Probe;
  };
  /** Text of each instance below an OID, by what follows it. */
  const walk = async (router: string, who: readonly string[], oid: string, ...shown: readonly string[]) => {
    const { address } = lab.router(router);
    const args = ['-OQ', '-On', '-Oe', '-OU', ...shown, '-m', ''];
    const printed = await lab.console.exec(['snmpwalk', ...who, ...args, address, oid]);
    const lines = printed.split('\n').filter((line) => line.startsWith(`${oid}.`));
    return new Map(
      lines.map((line) => {
        const [name = '', ...rest] = line.split(' = ');
        return [name.slice(oid.length + 1), rest.join(' = ').replace(/^"(.*)"$/s, '$1')] as const;
      }),
    );
  };

  it.each(WAYS)('of its identity, %s', async (_, router, tool, ours) => {
    const { identity } = await probe(router, ours);
    const system = await walk(router, tool, SYSTEM);
    expect(identity).toMatchObject({
      sysDescr: system.get('1.0'),
      sysObjectID: system.get('2.0')?.replace(/^\./, ''),
      sysName: system.get('5.0'),
      os: 'Linux',
      osVersion: system.get('1.0')?.split(' ')[2],
    });
    expect(identity.sysName).toBe(router);
  });

  it.each(WAYS)('of each of its interfaces, %s', async (_, router, tool, ours) => {
    const column = (entry: string, number: number, ...shown: readonly string[]) =>
      walk(router, tool, `${entry}.${number}`, ...shown);
    // The agent renews its own table every 3 s: until it has seen the cable that was pulled, two askers may hear two things.
    await until(
      async () => {
        const [before, told, after] = [await column(IF, 10), await probe(router, ours), await column(IF, 10)];
        const [descr, type, mtu, mac] = [
          await column(IF, 2),
          await column(IF, 3),
          await column(IF, 4),
          await column(IF, 6, '-Ox'),
        ];
        const [speed, admin, oper] = [await column(IF, 5), await column(IF, 7), await column(IF, 8)];
        const [name, highSpeed, alias] = [await column(IF_X, 1), await column(IF_X, 15), await column(IF_X, 18)];
        expect(told.interfaces.map((one) => String(one.ifIndex))).toEqual([...descr.keys()]);
        for (const one of told.interfaces) {
          const at = String(one.ifIndex);
          const digits = mac.get(at)?.trim().split(/\s+/).join(':').toLowerCase() ?? '';
          const bps = Number(highSpeed.get(at) ?? 0) * 1e6 || Number(speed.get(at));
          expect(one).toMatchObject({
            name: name.get(at) ?? descr.get(at),
            description: descr.get(at),
            alias: alias.get(at) || null,
            type: TYPE[type.get(at) ?? ''],
            mtu: Number(mtu.get(at)),
            mac: /^[0:]*$/.test(digits) ? null : digits,
            speedBps: Math.abs(Number(speed.get(at)) - bps) <= 1e6 ? Number(speed.get(at)) : bps,
            adminStatus: STATUS[admin.get(at) ?? ''],
            operStatus: STATUS[oper.get(at) ?? ''],
          });
          // Below 4 GB on these short-lived ports, so both widths of counter say the same.
          expect(Number(one.inOctets)).toBeGreaterThanOrEqual(Number(before.get(at)));
          expect(Number(one.inOctets)).toBeLessThanOrEqual(Number(after.get(at)));
        }
        if (router === 'r1')
          expect(told.interfaces.find((one) => one.name === 'eth1')).toMatchObject({ operStatus: 'down' });
        return true;
      },
      { what: `the probe of ${router} equals its walk`, timeoutMs: 50_000 },
    );
  });

  it.each(WAYS)('of its processors, memory and storage, %s', async (_, router, tool, ours) => {
    const [told, descr, unit, size, used, loads] = [
      await probe(router, ours),
      await walk(router, tool, `${STORAGE}.3`),
      await walk(router, tool, `${STORAGE}.4`),
      await walk(router, tool, `${STORAGE}.5`),
      await walk(router, tool, `${STORAGE}.6`),
      await walk(router, tool, `${PROCESSOR}.2`),
    ];
    const at = new Map([...descr].map(([index, name]) => [name, index]));
    const bytes = (of: ReadonlyMap<string, string>, name: string): number => {
      const index = at.get(name) ?? '';
      return Number(of.get(index)) * Number(unit.get(index)?.split(' ')[0]);
    };
    expect(told.processors).toHaveLength(loads.size);
    expect(told.memory.map((one) => one.name)).toEqual(expect.arrayContaining(['Physical memory', 'Virtual memory']));
    for (const { name, totalBytes, usedBytes } of told.memory.filter(
      (one) => !/cache|buffers|shared/i.test(one.name),
    )) {
      expect(totalBytes).toBe(bytes(size, name));
      // What buffers and cache would give back is not in use; and the machine goes on working between the two readings.
      const lent = name === 'Physical memory' ? bytes(used, 'Memory buffers') + bytes(used, 'Cached memory') : 0;
      const apart = Math.abs((usedBytes ?? NaN) - (bytes(used, name) - lent));
      expect(apart).toBeLessThan(0.1 * bytes(size, name));
    }
    expect(told.storage.length).toBeGreaterThan(0);
    for (const { name, totalBytes, usedPercent } of told.storage) {
      expect(totalBytes).toBe(bytes(size, name ?? ''));
      expect(Math.abs((usedPercent ?? NaN) - (100 * bytes(used, name ?? '')) / bytes(size, name ?? ''))).toBeLessThan(
        2,
      );
    }
  });

  it('of its uptime', async () => {
    const ticks = async (): Promise<number> => {
      const asked = ['snmpget', ...V2C, '-Oqtv', '-m', '', lab.router('r3').address, `${SYSTEM}.3.0`];
      return Number(await lab.console.exec(asked));
    };
    const before = await ticks();
    const told = await lab.console.exec([process.execPath, UPTIME_DRIVER, lab.router('r3').address]);
    expect(Number(told) / 10).toBeGreaterThanOrEqual(before);
    expect(Number(told) / 10).toBeLessThanOrEqual(await ticks());
  });
});
