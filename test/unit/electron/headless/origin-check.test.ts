import { expect, test } from 'vitest';
import { isLoopback, isOwnHost, isOwnOrigin } from '../../../../electron/headless/origin-check.ts';

const rules = { scheme: 'http', port: 8420, names: [] } as const;

test.each(['127.0.0.1:8420', 'localhost:8420', 'LOCALHOST:8420', '[::1]:8420'])('%s is our own', (host) => {
  expect(isOwnHost(host, rules)).toBe(true);
  expect(isOwnOrigin(`http://${host}`, host, rules)).toBe(true);
});

test.each([undefined, '', 'localhost', '127.0.0.1:80', 'localhost.evil.example:8420', '127.0.0.1:8420.evil.example'])(
  '%s is not',
  (host) => {
    expect(isOwnHost(host, rules)).toBe(false);
  },
);

test('the origin must be the very host that was asked, with the same scheme', () => {
  expect(isOwnOrigin('http://localhost:8420', '127.0.0.1:8420', rules)).toBe(false);
  expect(isOwnOrigin('https://127.0.0.1:8420', '127.0.0.1:8420', rules)).toBe(false);
  expect(isOwnOrigin('http://evil.example:8420', 'evil.example:8420', rules)).toBe(false);
});

test('on the standard port browsers leave the port out', () => {
  const standard = { scheme: 'https', port: 443, names: ['console.example'] } as const;
  expect(isOwnHost('console.example', standard)).toBe(true);
  expect(isOwnOrigin('https://console.example', 'console.example', standard)).toBe(true);
});

test.each([
  ['127.0.0.1', true],
  ['127.3.2.1', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['127.evil.example', false],
  ['10.0.0.1', false],
])('%s: loopback %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
