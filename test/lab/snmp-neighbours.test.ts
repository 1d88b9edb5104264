import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NeighboursRead } from '../../electron/engine/snmp/read-neighbours.ts';
import { until } from '../helpers/until.ts';
import type { Lab } from './lab.ts';
import { missingForLab, startLab } from './start-lab.ts';

const notRun = missingForLab();
const DRIVER = fileURLToPath(new URL('read-neighbours-in-console.ts', import.meta.url));

describe.skipIf(notRun)(`neighbours told by real lldpd${notRun}`, () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab();
  });
  afterAll(() => lab[Symbol.asyncDispose]());

  const read = async (router: string): Promise<NeighboursRead> => {
    const printed = await lab.console.exec([process.execPath, DRIVER, lab.router(router).address]);
    return JSON.parse(printed) as NeighboursRead;
  };
  /** "own interface > neighbour's name and interface" of each cable at the router, as the plan has it. */
  const wanted = (router: string): readonly string[] =>
    lab.links
      .flatMap(({ a, b }) => [
        [a, b],
        [b, a],
      ])
      .flatMap(([own, other]) =>
        own?.router === router ? [`${own.interface} > ${other?.router} ${other?.interface}`] : [],
      )
      .sort();
  const told = (neighbours: NeighboursRead): readonly string[] =>
    neighbours.neighbours
      .filter((one) => one.localPort !== 'eth0')
      .map((one) => `${one.localPort} > ${one.remoteName?.split('.')[0]} ${one.remotePort}`)
      .sort();

  it.each(['r1', 'r2', 'r4', 'r6'])('are exactly the cables of %s', async (router) => {
    const last = await until(
      async () => {
        const found = await read(router);
        expect(told(found)).toEqual(wanted(router));
        return found;
      },
      { what: `${router} tells its cables`, timeoutMs: 30_000 },
    );
    expect(last.neighbourRuns).toEqual({ LLDP: 'complete', CDP: 'absent' });
    expect(last.neighbours.every((one) => one.localIfIndex !== null && one.remoteAddress !== null)).toBe(true);
    expect(last.lldp).toMatchObject({ sysName: expect.stringContaining(router), chassisId: expect.any(String) });
    expect(last.lldp?.ports.every((port) => port.ifIndex !== null)).toBe(true);
  });

  it('names both ends so that they match: chassis ids are those that the neighbours tell of themselves', async () => {
    const [r1, r2] = [await read('r1'), await read('r2')];
    const seen = r1.neighbours.find((one) => one.localPort !== 'eth0' && one.remoteName?.startsWith('r2'));
    expect(seen?.remoteChassisId).toBe(r2.lldp?.chassisId);
  });
});
