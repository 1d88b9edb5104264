/** The worker's end: two configurations in, their rows out. */
import { diffRows, type ConfigLines } from './diff-rows.ts';

self.addEventListener(
  'message',
  (event: MessageEvent<{ readonly older: ConfigLines; readonly newer: ConfigLines }>) => {
    self.postMessage(diffRows(event.data.older, event.data.newer));
  },
);
