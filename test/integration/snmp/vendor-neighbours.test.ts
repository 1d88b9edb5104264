import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDevice } from '../../../electron/engine/snmp/read-device.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import type { DeviceReading } from '../../../shared/model/reading.ts';
import type { Snmpd } from '../../helpers/snmpd.ts';
import { startSnmpd } from '../../helpers/snmpd.ts';
import { missingTools } from '../../helpers/tools.ts';
import { community, never, openTo } from './sessions.ts';

const notRun = missingTools('snmpd');
const EXTREME = '1.3.6.1.4.1.1916';
const EDP = `${EXTREME}.1.13.2.1`;
const NEIGHBOUR = '1.0.0.0.4.150.81.160.17';

const read = async (agent: Snmpd): Promise<DeviceReading> => {
  const session = openTo(agent, community());
  const outcome = await readDevice(session, { signal: never, clock: systemClock });
  session.close();
  if (outcome.kind === 'failed') throw new Error(outcome.problem.message);
  return outcome.value;
};

/** Real agents in the dress of switches: their own neighbour tables stand below that vendor's number. */
describe.skipIf(notRun)(`neighbours by a vendor's own protocol, from a real agent${notRun}`, () => {
  let summit: Snmpd;
  let stranger: Snmpd;
  beforeAll(async () => {
    const rows = [
      `override ${EDP}.3.${NEIGHBOUR} octet_str "x460-dist"`,
      `override ${EDP}.4.${NEIGHBOUR} octet_str "15.3.1.4"`,
      `override ${EDP}.5.${NEIGHBOUR} integer 1`,
      `override ${EDP}.6.${NEIGHBOUR} integer 49`,
      `override ${EXTREME}.1.13.4.1.1.1 integer 1`,
    ];
    summit = await startSnmpd({
      config: [`sysObjectID ${EXTREME}.2.167`, 'sysDescr ExtremeXOS (X460G2-48t-10G4) version 22.5.1.7', ...rows],
    });
    stranger = await startSnmpd({ config: rows });
  });
  afterAll(async () => {
    await summit.stop();
    await stranger.stop();
  });

  it('are read where the profile says that the device has it', async () => {
    const { neighbours, neighbourRuns } = await read(summit);
    expect(neighbourRuns).toMatchObject({ EDP: 'complete' });
    expect(neighbours).toContainEqual(
      expect.objectContaining({
        protocol: 'EDP',
        localIfIndex: 1,
        localPort: 'lo',
        remoteName: 'x460-dist',
        remotePort: '1:49',
        remoteChassisId: '00:04:96:51:a0:11',
      }),
    );
  });

  it('are not asked of anybody else, who might have the same rows', async () => {
    const { neighbours, neighbourRuns } = await read(stranger);
    expect(neighbours.filter(({ protocol }) => protocol === 'EDP')).toEqual([]);
    expect(Object.keys(neighbourRuns).sort()).toEqual(['CDP', 'LLDP']);
  });
});
