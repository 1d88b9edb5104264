/** Preloaded into plain Node so that the packed engine finds what Electron's utilityProcess gives it: `process.parentPort`. */
import { EventEmitter } from 'node:events';

const port = new EventEmitter();
process.on('message', (data) => port.emit('message', { data, ports: [] }));
Object.assign(port, { postMessage: (report: unknown) => process.send?.(report) });
Object.assign(process, { parentPort: port });
