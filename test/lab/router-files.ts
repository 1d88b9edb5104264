import type { SnmpUser } from '../helpers/snmp-users.ts';
import { snmpUserLines } from '../helpers/snmp-users.ts';
import { CONSOLE_ADDRESS } from './plan.ts';
import type { RouterPlan } from './plan.ts';

/** Name within the router's folder → text. */
export type Files = Readonly<Record<string, string>>;

export const AGENTX_SOCKET = '/run/agentx/master';

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

const IF_INDEX = '.1.3.6.1.2.1.2.2.1.1';
const IF_ADMIN_STATUS = '.1.3.6.1.2.1.2.2.1.7';
const IF_OPER_STATUS = '.1.3.6.1.2.1.2.2.1.8';
const LINK_DOWN = '.1.3.6.1.6.3.1.1.5.3';
const LINK_UP = '.1.3.6.1.6.3.1.1.5.4';

/** snmpd sends linkDown and linkUp only if told to watch ifOperStatus itself, as an internal v3 user. */
const TRAP_LINES = [
  `trap2sink ${CONSOLE_ADDRESS}:162 public`,
  'authtrapenable 1',
  'createUser _internal SHA "internal-lab-1"',
  'iquerySecName _internal',
  'rouser _internal noauth',
  `notificationEvent down ${LINK_DOWN} ${IF_INDEX} ${IF_ADMIN_STATUS} ${IF_OPER_STATUS}`,
  `notificationEvent up ${LINK_UP} ${IF_INDEX} ${IF_ADMIN_STATUS} ${IF_OPER_STATUS}`,
  `monitor -r 2 -S -e down "link down" ${IF_OPER_STATUS} == 2`,
  `monitor -r 2 -S -e up "link up" ${IF_OPER_STATUS} != 2`,
];

const snmpdConf = (router: RouterPlan, options: RouterFilesOptions): string =>
  lines(
    'agentAddress udp:161',
    'rocommunity public',
    `sysName ${router.name}`,
    `sysLocation lab of ${router.name}`,
    'sysContact noc@example.net',
    'sysServices 6',
    'master agentx',
    `agentXSocket ${AGENTX_SOCKET}`,
    'agentXPerms 0777 0777',
    ...(options.traps ? TRAP_LINES : []),
    ...options.users.flatMap(snmpUserLines),
  );

const lldpdConf = (txIntervalSeconds: number): string =>
  lines(
    'configure lldp portidsubtype ifname',
    `configure lldp tx-interval ${txIntervalSeconds}`,
    'configure lldp tx-hold 4',
  );

const zebraConf = (router: RouterPlan): string =>
  lines(
    `hostname ${router.name}`,
    'service advanced-vty',
    'agentx',
    'ip forwarding',
    ...router.interfaces.flatMap((one) => [
      `interface ${one.name}`,
      ` description to ${one.peer} ${one.peerInterface}`,
      ` ip address ${one.address}`,
      'exit',
    ]),
    'interface eth0',
    ' description management',
    'exit',
  );

/** Point to point with short timers: neighbours are full after 1-2 s instead of 40. */
const ospfdConf = (router: RouterPlan): string =>
  lines(
    `hostname ${router.name}`,
    'agentx',
    ...router.interfaces.flatMap((one) => [
      `interface ${one.name}`,
      ' ip ospf network point-to-point',
      ' ip ospf hello-interval 1',
      ' ip ospf dead-interval 4',
      ' ip ospf retransmit-interval 3',
      'exit',
    ]),
    'router ospf',
    ` ospf router-id ${router.loopback}`,
    ' network 10.0.0.0/16 area 0.0.0.0',
    'exit',
  );

const sshdConfig = (): string =>
  lines(
    'Port 22',
    'ListenAddress 0.0.0.0',
    'HostKey /etc/ssh/lab_host_key',
    'PidFile /run/sshd.pid',
    'AuthorizedKeysFile .ssh/authorized_keys',
    'PasswordAuthentication yes',
    'KbdInteractiveAuthentication yes',
    'UsePAM yes',
    'PrintMotd no',
    'PrintLastLog no',
    'UseDNS no',
  );

export interface RouterFilesOptions {
  readonly users: readonly SnmpUser[];
  readonly lldpIntervalSeconds: number;
  readonly traps: boolean;
}

/** All configuration of one router: what `router.sh` copies into its private /etc. */
export const routerFiles = (router: RouterPlan, options: RouterFilesOptions): Files => ({
  'snmp/snmpd.conf': snmpdConf(router, options),
  'snmp/frr.conf': lines(`agentXSocket unix:${AGENTX_SOCKET}`),
  'lldpd.conf': lldpdConf(options.lldpIntervalSeconds),
  'frr/zebra.conf': zebraConf(router),
  'frr/ospfd.conf': ospfdConf(router),
  'frr/vtysh.conf': lines('no service integrated-vtysh-config', `hostname ${router.name}`),
  'ssh/lab_sshd_config': sshdConfig(),
});
