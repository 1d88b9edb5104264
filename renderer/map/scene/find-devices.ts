/** Finds devices by what people know of them: name, address, model, site. */
import type { Device } from '../../../shared/contract/devices.ts';

function textOf({ name, sysName, address, vendor, model, site, serial }: Device): string {
  return [name, sysName, address, vendor, model, site, serial]
    .filter((part) => part !== null)
    .join(' ')
    .toLowerCase();
}

/** Every word must be part of what is known. Names that begin with the text come first, then in the order of names. */
export function findDevices(devices: readonly Device[], text: string): readonly Device[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const words = wanted.split(/\s+/);
  const found = devices.filter((device) => {
    const known = textOf(device);
    return words.every((word) => known.includes(word));
  });
  const rank = ({ name }: Device): number => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en', { numeric: true }));
}
