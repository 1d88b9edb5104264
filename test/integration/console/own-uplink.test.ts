import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { missingRoot, missingTools, tool } from '../../helpers/tools.ts';

const run = promisify(execFile);
const notRun = missingTools('unshare', 'ip') || missingRoot();
const DRIVER = fileURLToPath(new URL('uplink-in-namespace.ts', import.meta.url));

describe.skipIf(notRun)(`the console's own uplink${notRun}`, () => {
  test('is told with its gateway; a pulled cable and a link that is shut are down, and it comes back', async () => {
    const { stdout } = await run(tool('unshare'), ['-n', process.execPath, DRIVER]);
    const place = { device: 'up0', gateway: '192.0.2.1' };
    expect(JSON.parse(stdout)).toEqual({
      nothing: null,
      up: { ...place, linkUp: true },
      pulled: { ...place, linkUp: false },
      shut: { ...place, linkUp: false },
      back: { ...place, linkUp: true },
    });
  });
});
