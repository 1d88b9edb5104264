/** Objects of the system group (RFC 3418), by the names that rules give them. */
export const SYSTEM_OBJECTS = {
  sysDescr: { source: 'SNMPv2-MIB sysDescr', oid: '1.3.6.1.2.1.1.1.0' },
  sysObjectID: { source: 'SNMPv2-MIB sysObjectID', oid: '1.3.6.1.2.1.1.2.0' },
  sysName: { source: 'SNMPv2-MIB sysName', oid: '1.3.6.1.2.1.1.5.0' },
  sysServices: { source: 'SNMPv2-MIB sysServices', oid: '1.3.6.1.2.1.1.7.0' },
} as const;

const MOST_KEPT = 500;

/** What is kept of a text that a device gave, to be shown again: some give kilobytes. */
export const cut = (text: string | null): string | null =>
  text === null || text.length <= MOST_KEPT ? text : `${text.slice(0, MOST_KEPT)} …`;
