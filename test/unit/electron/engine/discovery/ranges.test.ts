import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressesOf,
  hostRange,
  isAddress,
  isFollowable,
  isInside,
  ownRange,
  sizeOf,
} from '../../../../../electron/engine/discovery/ranges.ts';

describe('address ranges', () => {
  it('knows what lies inside', () => {
    expect(isInside('10.1.2.3', ['10.1.0.0/16'])).toBe(true);
    expect(isInside('10.2.2.3', ['10.1.0.0/16', '192.168.0.0/24'])).toBe(false);
    expect(isInside('fd00::5', ['10.0.0.0/8', 'fd00::/64'])).toBe(true);
    expect(isInside('::ffff:10.1.2.3', ['10.1.0.0/16'])).toBe(true);
  });

  it('never takes a name, an option or a short form for an address', () => {
    for (const text of ['router1', '-f', '10.1', '10.1.2.3/24', '', '0x0a010203', '10.1.2.3; rm']) {
      expect(isAddress(text)).toBe(false);
      expect(isInside(text, ['0.0.0.0/0'])).toBe(false);
    }
  });

  it('limits a seed without a limit to its own neighbourhood', () => {
    expect(ownRange('10.1.2.3')).toBe('10.1.2.3/24');
    expect(isInside('10.1.2.200', [ownRange('10.1.2.3')])).toBe(true);
    expect(ownRange('10.1.0.0/16')).toBe('10.1.0.0/16');
    expect(ownRange('fd00::1')).toBe('fd00::1/64');
    expect(hostRange('fd00::1')).toBe('fd00::1/128');
  });

  it('sweeps the hosts of a range, whatever address of it was named', () => {
    expect(addressesOf('10.1.2.77/30')).toEqual(['10.1.2.77', '10.1.2.78']);
    expect(addressesOf('10.1.2.4/31')).toEqual(['10.1.2.4', '10.1.2.5']);
    expect(addressesOf('10.1.2.4/32')).toEqual(['10.1.2.4']);
    expect(addressesOf('250.1.2.4/24')).toHaveLength(254);
    expect(addressesOf('10.0.0.0/8')).toEqual([]);
  });

  it('every swept address lies inside its range', () => {
    const range = fc.tuple(fc.ipV4(), fc.integer({ min: 20, max: 32 })).map(([address, bits]) => `${address}/${bits}`);
    fc.assert(
      fc.property(range, (text) => {
        const addresses = addressesOf(text);
        expect(addresses.length).toBeLessThanOrEqual(sizeOf(text));
        expect(addresses.every((address) => isInside(address, [text]))).toBe(true);
        expect(new Set(addresses).size).toBe(addresses.length);
      }),
      { numRuns: 40 },
    );
  });

  it('follows no loopback, link-local, multicast or missing address', () => {
    for (const address of ['127.0.0.1', '169.254.3.4', 'fe80::1', '224.0.0.5', '0.0.0.0', 'sw1', null]) {
      expect(isFollowable(address)).toBe(false);
    }
    expect(isFollowable('10.0.0.1')).toBe(true);
  });
});
