/** One line of `trunkline watch` for people. Pure. */
import type { WatchLine } from '../../shared/model/watch-line.ts';
import { printable } from '../host/printable.ts';

const place = (device: string | null | undefined, port: string | null | undefined): string =>
  [device ?? 'the console', port].filter((part) => part !== null && part !== undefined).join(' ');

function words(line: WatchLine): string {
  switch (line.kind) {
    case 'state': {
      const because = line.because === undefined ? '' : ` (${line.because})`;
      const what = place(line.device, line.interface ?? line.sensor ?? line.aspect);
      return `${what}: ${line.from ?? 'unknown'} -> ${line.to}${because}`;
    }
    case 'link':
      return `${place(line.a.device, line.a.interface)} -- ${place(line.b.device, line.b.interface)}: ${line.from ?? 'unknown'} -> ${line.to}`;
    case 'incident': {
      const affected = line.affected.length === 0 ? '' : `, behind it: ${line.affected.join(', ')}`;
      return `#${line.id} ${line.phase} ${line.severity} "${line.title}" root ${place(line.root.device, line.root.interface)}${affected}: ${line.why}`;
    }
    case 'event':
      return `${line.device === undefined ? '' : `${place(line.device, line.interface)}: `}${line.event} ${line.text}`;
  }
}

export function watchText(line: WatchLine): string {
  return `${line.at} ${line.kind.padEnd(8)} ${printable(words(line))}`;
}
