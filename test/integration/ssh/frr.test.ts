import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { ProfileReading } from '../../../electron/engine/ssh/run-profile.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import { LAB_USERS } from '../../lab/accounts.ts';
import { missingForLab, startLab } from '../../lab/start-lab.ts';

const notRun = missingForLab();
const DRIVER = fileURLToPath(new URL('read-in-namespace.ts', import.meta.url));

describe.skipIf(notRun)(`FRR, a real router${notRun}`, () => {
  test('facts and the running configuration, with vtysh as login shell', async () => {
    await using lab = await startLab({ cables: [['r1', 'r2']] });
    await lab.exec('r1', [
      'vtysh',
      '-c',
      'configure terminal',
      '-c',
      'interface eth1',
      '-c',
      'ip ospf authentication-key Pl4nted',
    ]);
    const user = LAB_USERS.find(({ name }) => name === 'router');
    const errand = { address: '10.99.0.11', user: user?.name, password: user?.password, profile: 'frr' };
    const written = await lab.console.exec([process.execPath, DRIVER, JSON.stringify(errand)], { timeoutMs: 40_000 });
    const outcome = JSON.parse(written) as Outcome<ProfileReading>;
    expect(outcome).toMatchObject({
      kind: 'ok',
      value: {
        profile: 'frr',
        facts: { os: 'FRRouting', hostname: 'r1', osVersion: expect.stringMatching(/^\d+\.\d/) as string },
        warnings: [],
      },
    });
    if (outcome.kind !== 'ok') return;
    const lines = (outcome.value.config ?? '').split('\n');
    expect(lines).toContain('hostname r1');
    expect(lines).toContain('router ospf');
    expect(lines).toContain(' description to r2 eth1');
    expect(lines).toContain(' ip ospf authentication-key Pl4nted');
    expect(lines.at(-1)).toBe('end');
    // What vtysh itself says, without a terminal, is the measure.
    const real = await lab.exec('r1', ['vtysh', '-c', 'show running-config']);
    const drop = /^(Building configuration|Current configuration)/;
    const wanted = real
      .split('\n')
      .filter((line) => !drop.test(line))
      .map((line) => line.trimEnd())
      .join('\n')
      .trim();
    expect(outcome.value.config?.trim()).toBe(wanted);
  });
});
