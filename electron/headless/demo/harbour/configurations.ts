/**
 * Running configurations of the network devices, now and before somebody changed them: the other half of the story that
 * schedule.ts and past-incidents.ts tell. Written from the same inventory that the agents speak of; secrets are in them as in
 * any real one, so that what is shown can be seen to be masked.
 */
import type { DemoDevice, DemoPort, HarbourNetwork } from './network-types.ts';

export interface DemoConfiguration {
  readonly address: string;
  /** Name of the SSH profile that would read it. */
  readonly profile: 'cisco-ios' | 'juniper-junos';
  readonly atMs: number;
  readonly text: string;
}

/** One change that a person made: the text is that of before with some lines replaced. */
interface Change {
  readonly device: string;
  /** Before the start of the demo. */
  readonly agoMinutes: number;
  readonly by: string;
  /** Each a piece of the text and what stands in its place from then on. */
  readonly replace: readonly (readonly [from: string, to: string])[];
}

const MINUTE_MS = 60_000;
/** When the first ones were read, a little apart from each other. */
const FIRST_AGO_MINUTES = 47 * 60;

const VLANS: readonly (readonly [id: number, name: string])[] = [
  [10, 'office'],
  [20, 'voice'],
  [30, 'cameras'],
  [99, 'management'],
];

const CHANGES: readonly Change[] = [
  {
    device: 'ng-dist-2',
    agoMinutes: 26 * 60 + 12,
    by: 'm.lind',
    replace: [
      ['vlan 99\n', 'vlan 40\n name guests\n!\nvlan 99\n'],
      ['switchport trunk allowed vlan 10,20,30,99', 'switchport trunk allowed vlan 10,20,30,40,99'],
    ],
  },
  {
    // ng-acc-07's uplink flaps: somebody tried to quieten it.
    device: 'ng-dist-2',
    agoMinutes: 4 * 60 + 30,
    by: 'a.berg',
    replace: [
      [
        'interface TenGigabitEthernet1/0/7\n',
        'interface TenGigabitEthernet1/0/7\n carrier-delay msec 2000\n load-interval 30\n',
      ],
      ['ntp server 10.10.0.254', 'ntp server 10.10.0.1\nntp server 10.10.0.254 prefer'],
      ['logging buffered 16384', 'logging buffered 65536'],
    ],
  },
  {
    device: 'rv-dist-2',
    agoMinutes: 3 * 60 + 32,
    by: 'a.berg',
    replace: [
      [
        'interface TenGigabitEthernet1/1/3\n',
        'interface TenGigabitEthernet1/1/3\n storm-control broadcast level 1.00\n errdisable recovery cause link-flap\n',
      ],
    ],
  },
  {
    device: 'rv-acc-08',
    agoMinutes: 17 * 60 + 8,
    by: 'a.berg',
    replace: [['interface GigabitEthernet1/0/14\n', 'interface GigabitEthernet1/0/14\n speed 100\n duplex full\n']],
  },
  {
    device: 'ng-core-2',
    agoMinutes: 4 * 60 + 40,
    by: 'm.lind',
    replace: [['            metric 10;\n', '            metric 200;\n']],
  },
  // The password alone: both texts look alike, for it is masked.
  { device: 'dp-rt-1', agoMinutes: 20 * 60 + 3, by: 'm.lind', replace: [['$9$kT4pQ0', '$9$Zr81xw']] },
];

const stamp = (atMs: number): string => new Date(atMs).toISOString().slice(0, 19).replace('T', ' ');

function iosPort(port: DemoPort): string {
  const [address] = port.addresses;
  const lines = [`interface ${port.description}`];
  if (port.alias !== '') lines.push(` description ${port.alias}`);
  if (address !== undefined)
    lines.push(' no switchport', ` ip address ${address.address} ${maskOf(address.prefixLength)}`);
  else if (port.use === 'link') lines.push(' switchport mode trunk', ' switchport trunk allowed vlan 10,20,30,99');
  else if (port.use === 'host' || port.use === 'spare') {
    const vlan = VLANS[port.ifIndex % 3] ?? VLANS[0];
    lines.push(` switchport access vlan ${vlan?.[0] ?? 10}`, ' switchport mode access', ' spanning-tree portfast');
  }
  if (!port.adminUp) lines.push(' shutdown');
  return `${lines.join('\n')}\n!`;
}

const maskOf = (length: number): string =>
  [24, 16, 8, 0].map((shift) => ((0xff_ff_ff_ff << (32 - length)) >>> shift) & 0xff).join('.');

function iosText(device: DemoDevice): string {
  const ports = device.ports.filter((port) => port.use !== 'mute').map((port) => iosPort(port));
  return [
    '!',
    '! Last configuration change at «when» by «who»',
    '!',
    'version 17.9',
    'service timestamps log datetime msec localtime show-timezone',
    'service password-encryption',
    '!',
    `hostname ${device.name}`,
    '!',
    'logging buffered 16384',
    'enable secret 9 $9$kT4pQ0vL1aYb2k$3hT0cVd8mSxw',
    '!',
    'aaa new-model',
    'aaa authentication login default group tacacs+ local',
    'username ops privilege 15 secret 9 $9$1dWm7Qzr5tUe0s$kkV2Lqf8',
    'ip domain name harbour.example',
    '!',
    ...VLANS.map(([id, name]) => `vlan ${id}\n name ${name}\n!`),
    ...ports,
    'ip access-list standard MANAGEMENT',
    ' 10 permit 10.10.0.0 0.0.255.255',
    ' 20 permit 10.20.0.0 0.0.255.255',
    '!',
    'snmp-server community public RO MANAGEMENT',
    `snmp-server location ${device.location}`,
    'snmp-server contact noc@harbour.example',
    'tacacs-server key 7 0822455D0A16',
    '!',
    'ntp server 10.10.0.254',
    '!',
    'line con 0',
    ' logging synchronous',
    'line vty 0 15',
    ' access-class MANAGEMENT in',
    ' exec-timeout 15 0',
    ' transport input ssh',
    '!',
    'end',
    '',
  ].join('\n');
}

function junosPort(port: DemoPort): string {
  const inet = port.addresses.map(({ address, prefixLength }) => `                address ${address}/${prefixLength};`);
  return [
    `    ${port.name} {`,
    ...(port.alias === '' ? [] : [`        description "${port.alias}";`]),
    ...(port.adminUp ? [] : ['        disable;']),
    ...(inet.length === 0
      ? []
      : ['        unit 0 {', '            family inet {', ...inet, '            }', '        }']),
    '    }',
  ].join('\n');
}

function junosText(device: DemoDevice): string {
  const ports = device.ports.filter((port) => port.use !== 'mute' && port.use !== 'virtual');
  const uplink = ports.find((port) => port.use === 'link')?.name ?? 'ge-0/0/0';
  return [
    '## Last commit: «when» by «who»',
    'version 21.4R3-S5.4;',
    'system {',
    `    host-name ${device.name};`,
    '    root-authentication {',
    '        encrypted-password "$6$kT4pQ0vL$1aYb2k3hT0cVd8mSxw";',
    '    }',
    '    services {',
    '        ssh;',
    '    }',
    '    ntp {',
    '        server 10.10.0.254;',
    '    }',
    '}',
    'interfaces {',
    ...ports.map(junosPort),
    '}',
    'snmp {',
    `    location "${device.location}";`,
    '    community public {',
    '        authorization read-only;',
    '    }',
    '}',
    'protocols {',
    '    lldp {',
    '        interface all;',
    '    }',
    '    isis {',
    `        interface ${uplink}.0 {`,
    '            point-to-point;',
    '            metric 10;',
    '        }',
    '    }',
    '}',
    '',
  ].join('\n');
}

const TEXTS: Readonly<Record<string, { profile: DemoConfiguration['profile']; text: (device: DemoDevice) => string }>> =
  {
    'Cisco IOS': { profile: 'cisco-ios', text: iosText },
    Juniper: { profile: 'juniper-junos', text: junosText },
  };

function writerOf(device: DemoDevice) {
  return Object.entries(TEXTS).find(([word]) => device.product.sysDescr.startsWith(word))?.[1] ?? null;
}

const signed = (text: string, atMs: number, who: string): string =>
  text.replace('«when»', stamp(atMs)).replace('«who»', who);

/** Every kept one, each device's in order of time. */
export function configurationsOf(network: HarbourNetwork, startMs: number): readonly DemoConfiguration[] {
  return [...network.devices.values()].flatMap((device, index) => {
    const writer = writerOf(device);
    if (writer === null) return [];
    const { address } = device;
    let template = writer.text(device);
    const firstMs = startMs - (FIRST_AGO_MINUTES - (index % 20)) * MINUTE_MS;
    const first = { address, profile: writer.profile, atMs: firstMs, text: signed(template, firstMs, 'm.lind') };
    const changed = CHANGES.filter((change) => change.device === device.name).map((change) => {
      const atMs = startMs - change.agoMinutes * MINUTE_MS;
      for (const [from, to] of change.replace) template = template.replaceAll(from, to);
      return { address, profile: writer.profile, atMs, text: signed(template, atMs, change.by) };
    });
    return [first, ...changed];
  });
}
