/** What four vendors' terminals write. Secrets in it are planted: `SECRETS` must never be seen outside the engine. */
import type { DeviceScript } from '../../helpers/scripted-sshd.ts';

export const LOGIN = { user: 'ops', password: 'Pl4nted-Login-Secret' } as const;

export const SECRETS = ['Pl4nted-One', 'Pl4nted-Two', 'Pl4nted-Three'] as const;

const interfaces = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('');

const CISCO_CONFIG = `Building configuration...

Current configuration : 4711 bytes
!
! Last configuration change at 10:11:12 UTC Fri Nov 20 2026 by ops
version 15.2
hostname core-1
enable secret 5 Pl4nted-One
username ops privilege 15 password 7 Pl4nted-Two
!
${interfaces(60, (index) => `interface GigabitEthernet0/${index}\n description port ${index}\n`)}!
snmp-server community Pl4nted-Three RO
ntp clock-period 36029148
end
`;

export const CISCO: DeviceScript = {
  ...LOGIN,
  ident: 'Cisco-1.25',
  banner: 'Authorized access only\n',
  welcome: '\nWelcome to core-1# of the plant\n\n',
  prompt: 'core-1>',
  enable: { prompt: 'core-1#', password: LOGIN.password },
  answers: {
    'terminal width 0': '',
    'show version': `Cisco IOS Software, C2960X Software (C2960X-UNIVERSALK9-M), Version 15.2(7)E3, RELEASE SOFTWARE (fc2)
core-1 uptime is 3 years, 2 weeks
System image file is "flash:/c2960x.bin"
cisco WS-C2960X-48TS-L (APM86XXX) processor (revision A0) with 524288K bytes of memory.
Processor board ID FOC1234X0YZ
Model number                    : WS-C2960X-48TS-L
`,
    'show running-config': CISCO_CONFIG,
  },
  unknown: () => `                 ^\n% Invalid input detected at '^' marker.\n`,
  pager: {
    text: ' --More-- ',
    pageLines: 24,
    erase: `${'\b'.repeat(9)}${' '.repeat(8)}${'\b'.repeat(9)}`,
    key: ' ',
    offCommand: 'terminal length 0',
  },
};

export const ARISTA: DeviceScript = {
  ...LOGIN,
  welcome: 'Last login: Fri Nov 20 10:00:00 2026 from 10.0.0.1\n',
  prompt: 'leaf-1>',
  enable: { prompt: 'leaf-1#', password: LOGIN.password },
  answers: {
    'terminal width 32767': 'Width set to 32767 columns.',
    'show version': `Arista DCS-7050SX3-48YC8
Hardware version: 11.00
Serial number: JPE12345678
System MAC address: 2899.3a00.0001
Software image version: 4.30.1F
`,
    'show hostname': 'Hostname: leaf-1\nFQDN:     leaf-1.example.net\n',
    'show running-config': `! Command: show running-config
! device: leaf-1 (DCS-7050SX3-48YC8, EOS-4.30.1F)
hostname leaf-1
username ops privilege 15 secret sha512 Pl4nted-One
snmp-server community Pl4nted-Two ro
tacacs-server key 7 Pl4nted-Three
${interfaces(60, (index) => `interface Ethernet${index}\n   description port ${index}\n`)}!
end
`,
  },
  unknown: () => '% Invalid input\n',
  pager: { text: ' --More-- ', pageLines: 30, erase: '\r          \r', key: ' ', offCommand: 'terminal length 0' },
};

export const JUNOS: DeviceScript = {
  ...LOGIN,
  welcome: '--- JUNOS 21.4R3 Kernel 64-bit\n{master:0}\n',
  prompt: 'ops@edge-1> ',
  answers: {
    'set cli complete-on-space off': 'Disabling complete-on-space\n',
    'set cli screen-width 0': 'Screen width set to 0\n',
    'show version': 'Hostname: edge-1\nModel: mx204\nJunos: 21.4R3.15\n\n{master:0}\n',
    'show chassis hardware':
      'Hardware inventory:\nItem             Version  Part number  Serial number     Description\nChassis                                JN1234567AFA      MX204\n\n{master:0}\n',
    'show configuration': `## Last commit: 2026-11-20 10:11:12 UTC by ops
version 21.4R3.15;
system {
    host-name edge-1;
    root-authentication {
        encrypted-password "Pl4nted-One"; ## SECRET-DATA
    }
}
snmp {
    community Pl4nted-Two {
        authorization read-only;
    }
}
protocols {
    bgp {
        group x {
            authentication-key "Pl4nted-Three"; ## SECRET-DATA
        }
    }
}
interfaces {
${interfaces(40, (index) => `    ge-0/0/${index} {\n        description "port ${index}";\n    }\n`)}}

{master:0}
`,
  },
  unknown: () => '                 ^\nunknown command.\n',
  pager: {
    text: '---(more)---',
    pageLines: 22,
    erase: `\r${' '.repeat(40)}\r`,
    key: ' ',
    offCommand: 'set cli screen-length 0',
  },
};

export const MIKROTIK: DeviceScript = {
  ...LOGIN,
  ident: 'ROSSSH',
  welcome: '\n\n  MikroTik RouterOS 7.16 (c) 1999-2026       https://www.mikrotik.com/\n\n',
  prompt: '[ops@gw-1] > ',
  promptDraws: 4,
  answers: {
    '/system identity print': '  name: gw-1\n',
    '/system resource print': `                   uptime: 1w2d3h
                  version: 7.16 (stable)
               board-name: CCR2004-1G-12S+2XS
                 platform: MikroTik
        architecture-name: arm64
`,
    '/system routerboard print': '       routerboard: yes\n     serial-number: HCQ08ABCDEF\n  current-firmware: 7.16\n',
    '/export terse': `# 2026-11-20 10:11:12 by RouterOS 7.16
# software id = ABCD-1234
/interface wireless security-profiles set [ find default=yes ] wpa2-pre-shared-key="Pl4nted-One"
/ppp secret add name=branch password=Pl4nted-Two profile=default \\
    service=l2tp
/snmp community set [ find default=yes ] addresses=10.0.0.0/8 name=Pl4nted-Three
${interfaces(60, (index) => `/ip address add address=10.0.${index}.1/24 interface=ether${index}\n`)}/system identity set name=gw-1
`,
  },
  unknown: () => 'bad command name (line 1 column 2)\n',
  pager: {
    text: '-- [Q quit|D dump|down]',
    pageLines: 20,
    erase: `\r${' '.repeat(23)}\r`,
    key: ' ',
    dumpKey: 'D',
  },
};
