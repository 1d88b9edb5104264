import { assert, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { isLink, parseLink } from '../../../../electron/main/parse-link.ts';

test.each([
  ['trunkline://incident/7', { kind: 'incident', incidentId: 7 }],
  ['TRUNKLINE://Incident/70/', { kind: 'incident', incidentId: 70 }],
  ['trunkline://device/core-1', { kind: 'device', name: 'core-1' }],
  ['trunkline://device/B%C3%BCro%20Nord', { kind: 'device', name: 'Büro Nord' }],
  ['trunkline://device/Gi0%2F1', { kind: 'device', name: 'Gi0/1' }],
])('%s leads to %j', (text, expected) => {
  expect(parseLink(text)).toEqual(expected);
});

test.each([
  '',
  'trunkline:',
  'trunkline://',
  'trunkline://incident',
  'trunkline://incident/',
  'trunkline://incident/0',
  'trunkline://incident/-1',
  'trunkline://incident/7e3',
  'trunkline://incident/7;rm',
  'trunkline://incident/99999999999999999999',
  'trunkline://incident/7/8',
  'trunkline://incident/7?x=1',
  'trunkline://incident/7#/settings',
  'trunkline://incident/%37',
  'trunkline://user@incident/7',
  'trunkline://incident:80/7',
  'trunkline://device/',
  'trunkline://device/%',
  'trunkline://device/%00',
  'trunkline://device/a%0Ab',
  'trunkline://device/%20%20',
  'trunkline://device/%E2%80%AEx',
  'trunkline://device/../../etc/passwd',
  String.raw`trunkline://device/..\..\x`,
  `trunkline://device/${'x'.repeat(256)}`,
  `trunkline://device/${'x'.repeat(5000)}`,
  'trunkline://open/tmp/x.trunkline',
  'trunkline://file/etc',
  'https://incident/7',
  'javascript:alert(1)',
  ' trunkline://incident/7',
  'trunkline://incident/7\n--file',
])('%j is refused', (text) => {
  expect(parseLink(text)).toBeNull();
});

test('whatever a link says, at most a number or a printable name comes out', () => {
  assert(
    property(
      oneof(
        string(),
        string().map((text) => `trunkline://device/${text}`),
      ),
      (text) => {
        const link = parseLink(text);
        if (link === null) return;
        expect(isLink(text)).toBe(true);
        expect(['incident', 'device']).toContain(link.kind);
        // oxlint-disable-next-line no-control-regex -- control characters are what must not come out
        if (link.kind === 'device') expect(link.name).not.toMatch(/[\u0000-\u001f]/);
      },
    ),
  );
});
