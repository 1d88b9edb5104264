import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wholeIdentity } from '../../../../../../electron/engine/snmp/identity/whole-identity.ts';
import { chooseProfile, questionsOf } from '../../../../../../electron/engine/snmp/profiles/choose-profile.ts';
import {
  parseProfiles,
  readProfileTexts,
  shippedProfileFolder,
} from '../../../../../../electron/engine/snmp/profiles/load-profiles.ts';

import { readerOf } from './make-reader.ts';

const { files, problems: unreadable } = await readProfileTexts(shippedProfileFolder());
const { profiles, problems } = parseProfiles(files);
const chosen = (sysObjectID: string | null, sysDescr: string, answers: readonly string[] = []): string | undefined =>
  chooseProfile(profiles, { sysObjectID, sysDescr, answers: new Set(answers) })?.name;

test('all shipped profiles can be used, and each file is one', () => {
  expect([...unreadable, ...problems]).toEqual([]);
  expect(profiles).toHaveLength(files.length);
});

test('the docs tell what each of them reads', async () => {
  const docs = await readFile(join(import.meta.dirname, '../../../../../../docs/devices.md'), 'utf8');
  for (const { name, match } of profiles) if (match.length > 0) expect(docs).toContain(`\`${name}\``);
});

test('no shipped profile says twice when it is chosen', () => {
  const clauses = profiles.flatMap(({ match }) =>
    match.map((clause) => JSON.stringify([clause.sysObjectId, clause.sysDescr?.source, clause.answers])),
  );
  expect(clauses.filter((clause, at) => clauses.indexOf(clause) !== at)).toEqual([]);
});

const E = '1.3.6.1.4.1.';
test.each([
  ['cisco-ios', `${E}9.1.1208`, 'Cisco IOS Software, C2960X Software'],
  ['cisco-ios-xe', `${E}9.1.2688`, 'Cisco IOS Software [Dublin], Catalyst L3 Switch Software (CAT9K_IOSXE)'],
  ['cisco-ios-xr', `${E}9.1.2571`, 'Cisco IOS XR Software (NCS-5500), Version 7.4.1'],
  ['cisco-nx-os', `${E}9.12.3.1.3.1163`, 'Cisco NX-OS(tm) nxos.7.0.3.I7.8.bin'],
  ['cisco-asa', `${E}9.1.2404`, 'Cisco Adaptive Security Appliance Version 9.12(2)'],
  ['cisco-small-business', `${E}9.6.1.94.24.5`, 'SG350X-24P 24-Port Gigabit PoE Stackable Managed Switch'],
  ['cisco', `${E}9.1.1`, 'something else of Cisco'],
  ['juniper-junos', `${E}2636.1.1.1.4.82.5`, 'Juniper Networks, Inc. qfx5100'],
  ['arista-eos', `${E}30065.1.3011`, 'Arista Networks EOS version 4.15.3F'],
  ['mikrotik-routeros', `${E}14988.1`, 'RouterOS RB750Gr3'],
  ['hp-procurve', `${E}11.2.3.7.11.84`, 'HP J9146A E2910al-24G-PoE Switch'],
  ['hp-jetdirect', `${E}11.2.3.9.1`, 'HP ETHERNET MULTI-ENVIRONMENT'],
  ['aruba-cx', `${E}47196.4.1.1.1.50`, 'Aruba JL635A 8325 GL.10.04.2000'],
  ['hpe-comware', `${E}25506.11.1.172`, 'HP Comware Platform Software'],
  ['huawei-vrp', `${E}2011.2.23.291`, 'S5720-56C-PWR-EI-AC'],
  ['h3c-old', `${E}2011.10.1.1`, 'H3C'],
  ['fortinet-fortigate', `${E}12356.101.1.648`, ''],
  ['fortinet-fortiswitch', `${E}12356.106.1.1`, ''],
  ['fortinet-manager', `${E}12356.103.1.64`, ''],
  ['brocade-fabricos', `${E}1588.2.1.1.1`, 'Fibre Channel Switch.'],
  [
    'brocade-nos',
    `${E}1588.2.2.1.1.2.5`,
    'Brocade VDX Switch, BR-VDX6720-60, Network Operating System Software Version 4.1.3b.',
  ],
  ['mikrotik-routeros', `${E}14988.2`, 'CSS326-24G-2S+ SwOS v2.13'],
  [
    'cisco-ios-xe',
    `${E}9.1.925`,
    'Cisco IOS Software, ASR1000 Software (X86_64_LINUX_IOSD-UNIVERSALK9-M), Version 15.2(4)S4',
  ],
  ['eltex-mes', `${E}35265.1.76`, 'MES2324P AC 28-port 1G/10G Managed Switch'],
  ['printer', `${E}1129.2.3.45`, 'TOSHIBA e-STUDIO2505AC'],
  ['nokia-timos', `${E}6527.1.20.22`, 'SRLinux-v23.3.1-343-gab924f2e64 7220 IXR-D2L Copyright (c) 2000-2020 Nokia.'],
  ['palo-alto-panos', `${E}25461.2.3.24`, 'Palo Alto Networks PA-5200 series firewall'],
  ['edgeswitch', `${E}4413`, 'EdgeSwitch 24-Port 250W, 1.8.0.5106045'],
  ['extreme-voss', `${E}1916.2.302`, 'VSP-7432CQ (8.0.5.0)'],
  ['extreme-xos', `${E}1916.2.167`, 'ExtremeXOS (X460G2-48t-10G4) version 22.5.1.7'],
  ['nokia-timos', `${E}6527.6.1.1.2.1`, 'TiMOS-B-9.0.R11'],
  ['alcatel-aos6', `${E}6486.800.1.1.2.1.13.1.2`, 'Alcatel-Lucent OS6350-P24'],
  ['alcatel-aos7', `${E}6486.801.1.1.2.1.10.1.1`, 'Alcatel-Lucent Enterprise OS6900-X40'],
  ['checkpoint-gaia', `${E}2620.1.6.123.1.64`, 'Linux fw 2.6.18-92cpx86_64 #1 SMP'],
  ['net-snmp', `${E}8072.3.2.10`, 'Linux host 6.1.0 #1 SMP x86_64'],
  ['ubiquiti-unifi', `${E}8072.3.2.10`, 'UAP-nanoHD 5.43.36.12724'],
  ['windows-server', `${E}311.1.1.3.1.2`, 'Hardware: Intel64 Family 6 - Software: Windows Version 6.3'],
  ['standard', `${E}99999.1`, 'nobody knows'],
  ['standard', null, ''],
])('%s is chosen for %s', (name, sysObjectID, sysDescr) => {
  expect(chosen(sysObjectID, sysDescr)).toBe(name);
});

test('an Eltex switch with ISS software is known by an object of that software', () => {
  const seen = [`${E}35265.1.176`, 'MES2424B AC 28-port 1G/10G Managed Switch'] as const;
  expect(chosen(...seen, [`${E}35265.1.139.6.1.1.2.2.0`])).toBe('eltex-mes-iss');
  expect(chosen(...seen)).toBe('eltex-mes');
});

test.each([
  ['mikrotik-routeros', 'CSS326-24G-2S+ SwOS v2.13', { os: 'SwOS', model: 'CSS326-24G-2S+', osVersion: '2.13' }],
  ['mikrotik-routeros', 'RouterOS CRS354-48G-4S+2Q+', { os: 'RouterOS', model: 'CRS354-48G-4S+2Q+', osVersion: null }],
  [
    'nokia-timos',
    'SRLinux-v23.3.1-343-gab924f2e64 7220 IXR-D2L Copyright (c) 2000-2020 Nokia.',
    { os: 'SR Linux', model: '7220 IXR-D2L', osVersion: '23.3.1' },
  ],
  [
    'nokia-timos',
    'TiMOS-B-9.0.R11 both/hops Nokia 7705 SAR-8 v2',
    { os: 'SR OS', model: '7705 SAR-8', osVersion: '9.0.R11' },
  ],
  [
    'brocade-nos',
    'Brocade VDX Switch, BR-VDX6720-60, Network Operating System Software Version 4.1.3b.',
    { os: 'Network OS', model: 'BR-VDX6720-60', osVersion: '4.1.3b' },
  ],
  [
    'eltex-mes-iss',
    'MES2424B AC 28-port 1G/10G Managed Switch',
    { os: 'Eltex MES', model: 'MES2424B AC', osVersion: null },
  ],
  ['dlink', 'WS6-DGS-1210-28/F1 4.20.B016', { os: 'D-Link', model: 'WS6-DGS-1210-28/F1', osVersion: null }],
])('%s reads who it is out of "%s"', (name, sysDescr, wanted) => {
  const profile = profiles.find((one) => one.name === name) ?? expect.fail(`no profile ${name}`);
  const nobody = {
    sysName: null,
    sysObjectID: null,
    vendor: null,
    model: null,
    os: null,
    osVersion: null,
    serial: null,
  };
  const read = { entities: [], reader: readerOf(profile, {}) };
  expect(wholeIdentity({ ...nobody, sysDescr }, profile, read).identity).toMatchObject(wanted);
});

test('a disk station with net-snmp is known by an object that only it has, and others are not asked for it', () => {
  const seen = { sysObjectID: `${E}8072.3.2.10`, sysDescr: 'Linux nas 3.10.77 #8451 SMP x86_64' };
  const questions = questionsOf(profiles, seen);
  expect(questions).toContain(`${E}6574.1.5.1.0`);
  expect(chosen(seen.sysObjectID, seen.sysDescr, [`${E}6574.1.5.1.0`])).toBe('synology-dsm');
  expect(questionsOf(profiles, { sysObjectID: `${E}9.1.1`, sysDescr: 'Cisco IOS' })).toEqual([]);
});

test('a number that only begins alike is another maker', () => {
  expect(chosen(`${E}90.1`, '')).toBe('standard');
});
