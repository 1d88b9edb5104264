/** What neighbours said (evidence), and the links that were concluded from it. */
import type { EvidenceRow, LinkRow } from '../rows.ts';
import { table } from './table.ts';

export const evidence = table<EvidenceRow>('evidence', {
  id: 'integer',
  deviceId: 'integer',
  protocol: 'text',
  localInterfaceId: 'integer',
  localPort: 'text',
  remoteName: 'text',
  remotePort: 'text',
  remotePortDescription: 'text',
  remotePortSubtype: 'integer',
  remoteChassisId: 'text',
  remoteChassisSubtype: 'integer',
  remoteAddress: 'text',
  remoteSystemDescription: 'text',
  firstSeenAtMs: 'integer',
  lastSeenAtMs: 'integer',
  missedRuns: 'integer',
});

export const links = table<LinkRow>('links', {
  id: 'integer',
  aDeviceId: 'integer',
  aInterfaceId: 'integer',
  aPort: 'text',
  bDeviceId: 'integer',
  bInterfaceId: 'integer',
  bPort: 'text',
  confidence: 'text',
  ageing: 'boolean',
  protocols: 'text',
  rule: 'text',
  speedBps: 'integer',
  firstSeenAtMs: 'integer',
  lastSeenAtMs: 'integer',
  goneAtMs: 'integer',
});
