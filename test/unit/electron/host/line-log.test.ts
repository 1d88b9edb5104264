import { expect, test } from 'vitest';
import { lineLog, logLineText, withoutSecrets } from '../../../../electron/host/line-log.ts';

const at = Date.UTC(2026, 10, 21, 2, 0, 0);

test('one event is one line: time, level, message, fields', () => {
  const fields = { device: 'core 1', afterMs: 2000, name: '', ok: false, hint: null };
  expect(logLineText({ level: 'warn', message: 'no answer', fields }, at)).toBe(
    '2026-11-21T02:00:00.000Z warn  no answer device="core 1" afterMs=2000 name="" ok=false hint=null',
  );
});

test('what a device says can neither start a line of its own nor steer the terminal', () => {
  const line = logLineText(
    { level: 'info', message: 'seen \x1b]0;title\x07', fields: { name: 'a\nerror fake\x9b31m' } },
    at,
  );
  // oxlint-disable-next-line no-control-regex
  expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
});

test.each([
  ['http://127.0.0.1:8420/#token=abc123', 'abc123'],
  ['probe 10.0.0.1 --community s3cret --json', 's3cret'],
  ['probe --v3-auth=sha256:hunter2', 'hunter2'],
  ['{"password":"hunter2"}', 'hunter2'],
  ['community: hunter2', 'hunter2'],
  ['-----BEGIN OPENSSH PRIVATE KEY-----\nabcdef\n-----END OPENSSH PRIVATE KEY-----', 'abcdef'],
])('a secret in %j is not written', (text, secret) => {
  expect(withoutSecrets(text)).not.toContain(secret);
});

test('fields whose name says secret are never written', () => {
  const fields = { community: 'abc', v3Password: 'def', token: 'ghi', device: 'r1' };
  const line = logLineText({ level: 'info', message: 'x', fields }, at);
  expect(line).not.toMatch(/abc|def|ghi/);
  expect(line).toContain('device=r1');
});

test('lines below the level are left out, and children inherit fields', () => {
  const lines: string[] = [];
  const log = lineLog({ write: (line) => void lines.push(line), level: 'warn', now: () => at });
  log.info('no');
  log.child({ device: 'r1' }).child({ job: 'icmp' }).error('yes', { code: 1 });
  expect(lines).toEqual(['2026-11-21T02:00:00.000Z error yes device=r1 job=icmp code=1']);
});
