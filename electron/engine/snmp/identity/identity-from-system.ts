/** What the system group alone says of make, model and software. Unknown stays null. */
import type { DeviceIdentity } from '../../../../shared/model/reading.ts';
import type { IdentityTold, Told } from '../../../../shared/model/hardware.ts';
import { enterpriseOf, vendorOf } from '../names.ts';
import { SYSTEM_OBJECTS, cut } from './system-objects.ts';

export interface SystemTexts {
  readonly sysName: string | null;
  readonly sysDescr: string | null;
  readonly sysObjectID: string | null;
}

/** net-snmp's numbers name the agent; who wrote sysDescr tells the system under it. */
const AGENT_ONLY = new Set(['net-snmp']);

/** "Linux host 6.1.0-18-amd64 #1 SMP …": system, host, release, as uname tells them and net-snmp passes them on. */
const UNAME = /^(Linux|FreeBSD|OpenBSD|NetBSD|Darwin|SunOS)\s+\S+\s+(\S+)/;
const VERSION = /\bversion:?\s+([\w.()/-]*\d[\w.()/-]*)/i;

const systemOf = (sysDescr: string): Pick<DeviceIdentity, 'os' | 'osVersion'> => {
  const uname = UNAME.exec(sysDescr);
  if (uname) return { os: uname[1] ?? null, osVersion: uname[2] ?? null };
  return { os: null, osVersion: VERSION.exec(sysDescr)?.[1]?.replace(/[.,]+$/, '') ?? null };
};

export const identityFromSystem = ({ sysName, sysDescr, sysObjectID }: SystemTexts): DeviceIdentity => {
  const vendor = vendorOf(sysObjectID);
  return {
    sysName,
    sysDescr,
    sysObjectID,
    vendor: vendor !== null && AGENT_ONLY.has(vendor) ? null : vendor,
    model: null,
    ...systemOf(sysDescr ?? ''),
    serial: null,
  };
};

/** Where the fields come from that the system group alone tells. */
export const toldBySystem = ({ sysDescr, sysObjectID }: SystemTexts): IdentityTold => {
  const told = (how: string): Told => ({ ...SYSTEM_OBJECTS.sysDescr, raw: cut(sysDescr), how });
  const uname = UNAME.test(sysDescr ?? '');
  return {
    vendor: {
      ...SYSTEM_OBJECTS.sysObjectID,
      raw: sysObjectID,
      how: `enterprise ${enterpriseOf(sysObjectID) ?? ''} of the private enterprise numbers (IANA)`,
    },
    os: told('the system that uname names first'),
    osVersion: told(uname ? 'the release, third word of uname' : 'what follows the first "version" in it'),
  };
};
