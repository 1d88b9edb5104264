import { expect, test } from 'vitest';
import { isOwnPage, isTrustedSender } from '../../../../electron/main/page-address.ts';

test.each([
  ['app://trunkline/', true],
  ['app://trunkline/index.html#/devices/1', true],
  ['app://trunkline.evil.example/', false],
  ['app://evil@trunkline/', false],
  ['app://trunkline:8080/', false],
  ['app://other/', false],
  ['file:///etc/passwd', false],
  ['https://trunkline/', false],
  ['about:blank', false],
  ['javascript:alert(1)', false],
  ['', false],
])('%s: our own page %s', (address, expected) => {
  expect(isOwnPage(address)).toBe(expected);
});

test('only the main frame of our window, while it shows our page, is trusted', () => {
  const good = { frameUrl: 'app://trunkline/', isMainFrame: true, isOurWindow: true };
  expect(isTrustedSender(good)).toBe(true);
  expect(isTrustedSender({ ...good, frameUrl: 'https://evil.example/' })).toBe(false);
  expect(isTrustedSender({ ...good, frameUrl: null })).toBe(false);
  expect(isTrustedSender({ ...good, isMainFrame: false })).toBe(false);
  expect(isTrustedSender({ ...good, isOurWindow: false })).toBe(false);
});
