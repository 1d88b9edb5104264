/** How changes of the network are called. Pure. */
import type { ChangeKind } from '../../shared/contract/overview.ts';

/** In the order of the row of counts. */
export const changeWords: Readonly<Record<ChangeKind, string>> = {
  'device.found': 'Devices new',
  'device.removed': 'Devices removed',
  'link.found': 'Links new',
  'link.gone': 'Links gone',
  'device.restarted': 'Restarts',
  'software.changed': 'Software',
  'hardware.changed': 'Hardware',
  'config.saved': 'Configurations',
};

/** Of one row. */
export const changeNames: Readonly<Record<ChangeKind, string>> = {
  'device.found': 'Device new',
  'device.removed': 'Device removed',
  'link.found': 'Link new',
  'link.gone': 'Link gone',
  'device.restarted': 'Restart',
  'software.changed': 'Software',
  'hardware.changed': 'Hardware',
  'config.saved': 'Configuration',
};
