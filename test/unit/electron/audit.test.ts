import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../shared/page/content-security-policy.ts';
import { auditRules, breaches, withoutComments } from './audit-rules.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = ['electron', 'renderer', 'shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

test('no source does what the audit forbids', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((file) => breaches(file, read(file)))).toEqual([]);
});

test.each(auditRules.map((rule) => [rule.name, rule] as const))('the rule "%s" finds what it forbids', (name, rule) => {
  const somewhere = files.find((file) => rule.within.test(file) && !(rule.except?.test(file) ?? false)) ?? '';
  expect(breaches(somewhere, `${rule.sample};\n`).some((found) => found.includes(`: ${name} (`))).toBe(true);
  // An exception that nothing needs any more is a hole.
  if (rule.except === undefined) return;
  const { except, found } = rule;
  expect(files.filter((file) => except.test(file)).some((file) => found.test(withoutComments(read(file))))).toBe(true);
});

test('every channel from the page is answered behind the check of the sender', () => {
  const code = withoutComments(read('electron/main/answer-page.ts'));
  const handlers = code.split(/ipcMain\.(?:handle|on)\(/).slice(1);
  expect(handlers).toHaveLength(3);
  for (const handler of handlers) expect(handler.slice(0, 200)).toMatch(/if \(!isTrusted\(event\)\) (throw|return)/);
});

test('every window and every other contents is confined, and the one session guarded, before a page is loaded', () => {
  const main = withoutComments(read('electron/main/main.ts'));
  expect(main).toMatch(/app\.on\('web-contents-created', \(_event, contents\) => confine\(contents\)\)/);
  expect(main.indexOf('denyPermissions(session.defaultSession)')).toBeLessThan(main.indexOf('running.start('));
  expect(main).toContain('app.enableSandbox()');
  const windows = withoutComments(read('electron/main/page-windows.ts'));
  expect(windows.match(/new BrowserWindow\(/g)).toHaveLength(1);
  expect(windows).toMatch(/new BrowserWindow\(\s*windowOptions\(/);
});

test('the policy lets nothing in from elsewhere, and no code or style that stands in the page', () => {
  expect(contentSecurityPolicy).toMatch(/^default-src 'none'/);
  expect(contentSecurityPolicy).not.toMatch(/unsafe-|https?:|\*/);
  for (const file of ['renderer/index.html', 'renderer/public/stopped.html']) {
    const html = read(file);
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style| on\w+=|style=|https?:\/\//);
  }
});

test('the package is told to set the fuses', () => {
  const config = read('electron-builder.yml');
  for (const line of [
    'runAsNode: false',
    'enableNodeOptionsEnvironmentVariable: false',
    'enableNodeCliInspectArguments: false',
    'enableEmbeddedAsarIntegrityValidation: true',
    'onlyLoadAppFromAsar: true',
    'grantFileProtocolExtraPrivileges: false',
    'enableCookieEncryption: true',
  ]) {
    expect(config).toContain(`  ${line}\n`);
  }
  expect(config).not.toMatch(/disableIntegrity|^publish: (?!null)/m);
});
