import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteInPingOutput } from '../../../../../electron/engine/icmp/note-in-ping-output.ts';
import { planSystemPing, roundTrips, systemPingArguments } from '../../../../../electron/engine/icmp/system-ping.ts';

const V4 = { given: '10.0.0.1', text: '10.0.0.1', family: 4 } as const;
const V6 = { given: '::1', text: '::1', family: 6 } as const;

const WINDOWS = `\r
Pinging 10.0.0.1 with 56 bytes of data:\r
Reply from 10.0.0.1: bytes=56 time=12ms TTL=64\r
Reply from 10.0.0.254: Destination host unreachable.\r
Reply from 10.0.0.1: bytes=56 time=14ms TTL=64\r
\r
Ping statistics for 10.0.0.1:\r
    Packets: Sent = 3, Received = 3, Lost = 0 (0% loss),\r
Approximate round trip times in milli-seconds:\r
    Minimum = 12ms, Maximum = 14ms, Average = 13ms\r
`;
const MACOS = `PING 10.0.0.1 (10.0.0.1): 56 data bytes
64 bytes from 10.0.0.1: icmp_seq=0 ttl=64 time=0.051 ms
92 bytes from 10.0.0.254: Destination Host Unreachable
Request timeout for icmp_seq 1

--- 10.0.0.1 ping statistics ---
2 packets transmitted, 1 packets received, 50.0% packet loss
round-trip min/avg/max/stddev = 0.051/0.051/0.051/0.000 ms
`;
const LINUX = `PING 10.0.0.1 (10.0.0.1) 56(84) bytes of data.
64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.041 ms
From 10.0.0.254 icmp_seq=2 Destination Host Unreachable

--- 10.0.0.1 ping statistics ---
2 packets transmitted, 1 received, +1 errors, 50% packet loss, time 1000ms
rtt min/avg/max/mdev = 0.041/0.041/0.041/0.000 ms
`;

describe('reading a ping program', () => {
  test.each([
    ['win32', WINDOWS, [12, 14], 'Destination host unreachable from 10.0.0.254'],
    ['darwin', MACOS, [0.051], 'Destination Host Unreachable from 10.0.0.254'],
    ['linux', LINUX, [0.041], 'Destination Host Unreachable from 10.0.0.254'],
  ])('%s', (platform, output, times, note) => {
    expect(roundTrips(platform, V4, output)).toEqual(times);
    expect(noteInPingOutput(output)).toBe(note);
  });

  test('text that the package cannot read has no round trips and throws nothing', () => {
    // One word is enough to break the package's own reader.
    for (const platform of ['linux', 'darwin', 'win32']) expect(roundTrips(platform, V4, 'nonsense')).toEqual([]);
    const platforms = fc.constantFrom('linux', 'darwin', 'win32');
    fc.assert(
      fc.property(platforms, fc.string({ unit: 'binary', maxLength: 300 }), (p, text) => void roundTrips(p, V6, text)),
    );
  });

  test('trouble of this machine itself is told as such', () => {
    expect(noteInPingOutput('ping: connect: Network is unreachable\n')).toBe('Network is unreachable (this machine)');
    expect(noteInPingOutput('PING: transmit failed. General failure.\r\n')).toBe('General failure (this machine)');
    expect(noteInPingOutput('')).toBeNull();
  });
});

describe('asking a ping program', () => {
  const plan = { count: 3, spacingMs: 400, timeoutMs: 1000 };
  test.each([
    ['linux', V4, plan, '-n -W 1 -c 3 -s 56 -i 0.4 10.0.0.1'],
    ['linux', V6, plan, '-n -W 1 -c 3 -s 56 -i 0.4 ::1'],
    ['darwin', V4, plan, '-n -W 1000 -c 3 -s 56 -i 0.4 10.0.0.1'],
    ['darwin', V6, plan, '-n -c 3 -s 56 -i 0.4 ::1'],
    ['win32', V4, { ...plan, spacingMs: null }, '-4 -w 1000 -n 3 -l 56 10.0.0.1'],
    ['win32', V6, { ...plan, spacingMs: null }, '-6 -w 1000 -n 3 -l 56 ::1'],
  ])('%s', (platform, target, how, words) => {
    expect(systemPingArguments(platform, target, how).join(' ')).toBe(words);
  });

  test('ping.exe sends once a second: fewer probes rather than late ones', () => {
    expect(planSystemPing('win32', 5, 3000)).toEqual({ count: 3, spacingMs: null, timeoutMs: 500 });
    expect(planSystemPing('linux', 5, 3000)).toEqual({ count: 5, spacingMs: 500, timeoutMs: 500 });
    expect(planSystemPing('linux', 20, 300)).toMatchObject({ count: 1 });
  });
});
