import { describe, expect, it } from 'vitest';
import { findSameDevice, type Claim, type KnownDevice } from '../../../../../electron/engine/discovery/same-device.ts';
import { newDeviceRow } from '../../../../../electron/engine/network/new-device-row.ts';
import type { DeviceRow } from '../../../../../electron/engine/store/rows.ts';

const known = (
  id: number,
  address: string,
  change: Partial<DeviceRow> = {},
  addresses: string[] = [],
): KnownDevice => ({
  row: { ...newDeviceRow(id, address, 161, 0), ...change },
  addresses: addresses.map((text, index) => ({
    id: id * 100 + index,
    deviceId: id,
    interfaceId: null,
    address: text,
    prefixLength: null,
  })),
});

const claim = (change: Partial<Claim>): Claim => ({
  address: '10.0.0.9',
  sysName: null,
  serial: null,
  chassisId: null,
  addresses: [],
  ...change,
});

describe('the same device behind another address', () => {
  it('is known by its polled address, chassis id, serial with name, or name with an address', () => {
    const core = known(1, '10.0.0.1', { sysName: 'core', chassisId: '4:aa', serial: 'X1' }, ['10.9.9.1']);
    expect(findSameDevice(claim({ address: '10.0.0.1' }), [core])?.id).toBe(1);
    expect(findSameDevice(claim({ chassisId: '4:aa', sysName: 'core' }), [core])?.id).toBe(1);
    expect(findSameDevice(claim({ serial: 'X1', sysName: 'CORE' }), [core])?.id).toBe(1);
    expect(findSameDevice(claim({ sysName: 'core', addresses: ['10.9.9.1'] }), [core])?.id).toBe(1);
  });

  it('is not known by a serial, a name or an address alone', () => {
    const core = known(1, '10.0.0.1', { sysName: 'core', serial: 'None' }, ['192.168.1.1']);
    expect(findSameDevice(claim({ serial: 'None', sysName: 'edge' }), [core])).toBeNull();
    expect(findSameDevice(claim({ sysName: 'core' }), [core])).toBeNull();
    expect(findSameDevice(claim({ sysName: 'edge', addresses: ['192.168.1.1'] }), [core])).toBeNull();
  });

  it('is nobody when two devices share the chassis id', () => {
    const pair = [known(1, '10.0.0.1', { chassisId: '4:aa' }), known(2, '10.0.0.2', { chassisId: '4:aa' })];
    expect(findSameDevice(claim({ chassisId: '4:aa' }), pair)).toBeNull();
  });

  it('takes the place of a ghost that was heard of at this address', () => {
    expect(findSameDevice(claim({}), [known(3, '10.0.0.9', { managed: false })])?.id).toBe(3);
  });
});
