import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lineLog } from '../../../../electron/host/line-log.ts';
import { lineCutter, openLogFile } from '../../../../electron/main/log-file.ts';
import { reportText } from '../../../../electron/main/report-text.ts';
import { temporaryFolder } from '../../../helpers/temporary-folder.ts';

test('the log cannot fill the disk: full files are kept up to a number, the oldest is forgotten', async () => {
  await using folder = await temporaryFolder('log');
  const path = folder.file('logs/trunkline.log');
  const log = openLogFile({ path, maxBytes: 1000, keep: 2 });
  for (let number = 0; number < 100; number += 1) log.write(`${number} ${'x'.repeat(90)}`);
  for (const file of [path, `${path}.1`, `${path}.2`]) expect(statSync(file).size).toBeLessThanOrEqual(1000);
  expect(existsSync(`${path}.3`)).toBe(false);
  expect(log.last(12).map((line) => Number.parseInt(line, 10))).toEqual(Array.from({ length: 12 }, (_, at) => 88 + at));
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  // A later start goes on where this one ended.
  openLogFile({ path, maxBytes: 1000, keep: 2 }).write('later');
  expect(readFileSync(path, 'utf8')).toMatch(/later\n$/);
});

test('text of a process is cut into whole lines, however it comes', () => {
  const lines: string[] = [];
  const cut = lineCutter((line) => lines.push(line));
  for (const chunk of ['one\ntw', 'o\r\n', '\nthree', Buffer.from('\n')]) cut(chunk);
  expect(lines).toEqual(['one', 'two', 'three']);
});

const SECRETS = ['s3cr3t-community', 'hunter2hunter2', 'tok_ABCdef123', 'MIIEpAIBAAKCAQEA'];

test('a report tells versions, health and the last lines, and none of the secrets that were planted', async () => {
  await using folder = await temporaryFolder('report');
  const file = openLogFile({ path: folder.file('trunkline.log') });
  const log = lineLog({ write: (line) => file.write(line), level: 'info', now: () => 0 });
  log.info('device added', { device: 'core-1', community: 's3cr3t-community' });
  log.warn('asked with --community s3cr3t-community and {"password":"hunter2hunter2"}');
  // Written past the log, as a library of the engine might: the report is the last door.
  file.write('http://127.0.0.1:8420/#token=tok_ABCdef123');
  file.write('snmp community: s3cr3t-community, passphrase=hunter2hunter2');
  file.write('-----BEGIN RSA PRIVATE KEY-----');
  file.write('MIIEpAIBAAKCAQEA');
  file.write('-----END RSA PRIVATE KEY-----');
  file.write('/home/longname/net.trunkline opened by longname\u001b[31m');
  const text = reportText({
    atMs: 0,
    versions: { Trunkline: '0.1.0', Electron: '45.4.1' },
    engine: { running: true, restarts: 2 },
    health: 'loop delay 3 ms\nsecret=hunter2hunter2',
    log: file.last(100),
    home: '/home/longname',
    user: 'longname',
  });
  for (const secret of SECRETS) expect(text).not.toContain(secret);
  expect(text).not.toContain('longname');
  expect(text).not.toContain('\u001b');
  for (const told of [
    'Trunkline    0.1.0',
    'started again 2 times',
    'loop delay 3 ms',
    'device added device=core-1',
    '~/net.trunkline',
  ]) {
    expect(text).toContain(told);
  }
});
