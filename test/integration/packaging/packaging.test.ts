/**
 * What a release would contain, packed for real by electron-builder. Where Electron's runtime cannot be had, a stand-in of its
 * shape is packed instead: these tests are about our part of the package, and nothing here claims that Electron ran.
 */
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDeb } from '../../../packaging/make-deb.ts';
import { mebibytes, sizeOfApp } from '../../../packaging/measure.ts';
import { isEngineReport, type EngineReport } from '../../../electron/host/engine-messages.ts';
import { checkFile } from '../../../electron/engine/store/open-store.ts';
import { findTool } from '../../helpers/tools.ts';
import { until } from '../../helpers/until.ts';
import { packApp, type PackedApp } from './packed-app.ts';

/** Seconds on a machine of its own; eight builds at once are no failure. */
const SLOW_MS = 600_000;
let app: PackedApp;
let files: readonly string[];
const inResources = (...parts: string[]): string => join(app.folder, 'resources', ...parts);

describe.runIf(process.platform === 'linux')('the packed app', () => {
  beforeAll(async () => {
    app = await packApp();
    files = listPackage(inResources('app.asar'), { isPack: false }).map((path) => path.slice(1));
  }, SLOW_MS);
  afterAll(() => app?.place.remove());

  test('holds the bundles, the page, the profiles and the packages the engine loads, and nothing else', () => {
    const top = new Set(
      files.map((file) =>
        file
          .split('/')
          .slice(0, file.startsWith('dist/') ? 2 : 1)
          .join('/'),
      ),
    );
    expect([...top].sort()).toEqual([
      'dist',
      'dist/main',
      'dist/preload',
      'dist/renderer',
      'dist/utility',
      'node_modules',
      'package.json',
      'resources',
    ]);
    const packages = new Set(files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
    expect([...packages].sort()).toEqual([
      'asn1',
      'bcrypt-pbkdf',
      'better-sqlite3',
      'diff',
      'ipaddr.js',
      'ping',
      'safer-buffer',
      'ssh2',
      'tweetnacl',
      'ws',
      'zod',
    ]);
    for (const needed of [
      'dist/main/main.js',
      'dist/preload/preload.cjs',
      'dist/renderer/index.html',
      'dist/renderer/stopped.html',
      'dist/utility/utility.js',
      'dist/utility/writer-thread.js',
      'dist/utility/reader-thread.js',
      'resources/profiles/snmp/standard.json',
      'resources/names/enterprises.json',
      'resources/icons/tray/ok.png',
      'resources/icons/linux/256x256.png',
    ]) {
      expect(files, needed).toContain(needed);
    }
  });

  test('no sources, no source maps, no tests, no notes', () => {
    expect(files.filter((file) => /\.(tsx?|mts|cts|map|md|c|cc|cpp|h|gyp|gypi)$/.test(file))).toEqual([]);
    expect(files.filter((file) => /(^|\/)(tests?|__tests__|examples?|bench)\//.test(file))).toEqual([]);
  });

  test('one native library, of this platform alone, beside the archive where the system can load it', () => {
    const native = files.filter((file) => file.endsWith('.node'));
    const own = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;
    expect(native).toEqual([own]);
    const unpacked = readFileSync(inResources('app.asar.unpacked', own));
    expect(unpacked.subarray(1, 4).toString()).toBe('ELF');
  });

  test('its package.json starts the built main process, and says nothing of how it is developed', () => {
    extractAll(inResources('app.asar'), app.place.file('unpacked'));
    const about: unknown = JSON.parse(readFileSync(app.place.file('unpacked/package.json'), 'utf8'));
    expect(about).toMatchObject({
      name: 'trunkline',
      main: 'dist/main/main.js',
      type: 'module',
      desktopName: 'trunkline.desktop',
    });
    expect(about).not.toHaveProperty('devDependencies');
    expect(about).not.toHaveProperty('scripts');
  });

  test('whatever main and preload load is in the package, or Electron has it', () => {
    const loaded = ['dist/main/main.js', 'dist/preload/preload.cjs'].flatMap((file) => {
      const text = readFileSync(app.place.file(`unpacked/${file}`), 'utf8');
      return [...text.matchAll(/(?:from |import |require\()["']([^."'][^"']*)["']/g)].map((found) => found[1] ?? '');
    });
    expect(loaded).toContain('electron');
    const missing = loaded.filter(
      (id) =>
        id !== 'electron' && !id.startsWith('node:') && !existsSync(app.place.file(`unpacked/node_modules/${id}`)),
    );
    expect(missing).toEqual([]);
  });

  test(
    'the packed engine starts on a file in plain Node, with what the package holds and nothing beside it',
    async () => {
      const folder = app.place.file('unpacked');
      // The one file that stays outside of the archive.
      cpSync(inResources('app.asar.unpacked'), folder, { recursive: true });
      const shim = fileURLToPath(new URL('parent-port.ts', import.meta.url));
      const engine = fork(join(folder, 'dist/utility/utility.js'), [], {
        execArgv: ['--import', shim],
        cwd: folder,
        env: { HOME: app.place.path, XDG_CONFIG_HOME: app.place.file('config'), PATH: process.env['PATH'] ?? '' },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      let output = '';
      for (const stream of [engine.stdout, engine.stderr])
        stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
      try {
        const reports: EngineReport[] = [];
        engine.on('message', (report) => isEngineReport(report) && reports.push(report));
        const file = app.place.file('packed.trunkline');
        engine.send({ kind: 'start', file, vault: null });
        await until(() => reports.length > 0 || engine.exitCode !== null, {
          what: 'the engine to answer',
          timeoutMs: 120_000,
        });
        expect(reports, output).toEqual([{ kind: 'ready' }]);
        engine.send({ kind: 'back-up', to: app.place.file('copy.trunkline') });
        await until(() => reports.length > 1, { what: 'the copy', timeoutMs: 120_000 });
        expect(reports[1]).toMatchObject({ failure: null });
        engine.send({ kind: 'close' });
        if (engine.exitCode === null) await once(engine, 'exit');
        expect(engine.exitCode, output).toBe(0);
        expect(await checkFile(file)).toMatchObject({ ok: true });
      } finally {
        engine.kill('SIGKILL');
      }
    },
    SLOW_MS,
  );

  test('the fuses are set: not a Node, no inspector, no options from outside, only our archive, no file:// privileges', async () => {
    const wire = await getCurrentFuseWire(join(app.folder, 'trunkline'));
    const expected = {
      [FuseV1Options.RunAsNode]: FuseState.DISABLE,
      [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
    };
    expect(wire).toMatchObject(expected);
  });

  test('its size is known: our own part stays below 12 MiB', () => {
    const { ownBytes, wholeBytes } = sizeOfApp(app.folder);
    console.log(
      `ours ${mebibytes(ownBytes)}, whole ${mebibytes(wholeBytes)}${app.realRuntime ? '' : ' with a stand-in for the runtime'}, packed in ${Math.round(app.packedInMs / 1000)} s`,
    );
    expect(ownBytes).toBeGreaterThan(2 * 1024 * 1024);
    expect(ownBytes).toBeLessThan(12 * 1024 * 1024);
  });

  test.runIf(findTool('dpkg-deb') !== null)(
    'a .deb is made of it that opens our files and links, with icons in all sizes',
    () => {
      const deb = makeDeb(app.folder, app.place.file('deb'), { compression: 'none' });
      const info = execFileSync('dpkg-deb', ['--info', deb], { encoding: 'utf8' });
      expect(info).toMatch(/Package: trunkline/);
      expect(info).toMatch(/Depends: .*libgtk-3-0/);
      const list = execFileSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8' });
      expect(list).not.toMatch(/^\S+ (?!root\/root)/m);
      for (const size of [16, 32, 48, 128, 256, 512]) {
        expect(list).toContain(`/usr/share/icons/hicolor/${size}x${size}/apps/trunkline.png`);
      }
      expect(list).toContain('/opt/Trunkline/resources/app.asar');
      const tree = app.place.file('deb-tree');
      execFileSync('dpkg-deb', ['--extract', deb, tree]);
      const desktop = readFileSync(join(tree, 'usr/share/applications/trunkline.desktop'), 'utf8');
      expect(desktop).toContain('Exec=/opt/Trunkline/trunkline %U');
      expect(desktop).toContain('MimeType=application/x-trunkline;x-scheme-handler/trunkline;');
      expect(readFileSync(join(tree, 'usr/share/mime/packages/trunkline.xml'), 'utf8')).toContain(
        '<glob pattern="*.trunkline"/>',
      );
      const validator = findTool('desktop-file-validate');
      if (validator !== null) execFileSync(validator, [join(tree, 'usr/share/applications/trunkline.desktop')]);
    },
    SLOW_MS,
  );
});

test('the icons are whole: every size of PNG, and containers whose pictures can be read', () => {
  const icons = fileURLToPath(new URL('../../../resources/icons/', import.meta.url));
  for (const name of readdirSync(join(icons, 'linux'))) {
    const png = readFileSync(join(icons, 'linux', name));
    const [width] = name.split('x').map((part) => Number.parseInt(part, 10));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], name).toEqual([width, width]);
  }
  const ico = readFileSync(join(icons, 'app.ico'));
  for (let at = 0; at < ico.readUInt16LE(4); at += 1) {
    const offset = ico.readUInt32LE(6 + 16 * at + 12);
    expect(ico.subarray(offset + 1, offset + 4).toString()).toBe('PNG');
    expect(ico.readUInt32BE(offset + 16) % 256).toBe(ico.readUInt8(6 + 16 * at));
  }
  const icns = readFileSync(join(icons, 'app.icns'));
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  let offset = 8;
  const types: string[] = [];
  while (offset < icns.length) {
    types.push(icns.subarray(offset, offset + 4).toString('latin1'));
    offset += icns.readUInt32BE(offset + 4);
  }
  expect(types).toEqual(expect.arrayContaining(['ic07', 'ic08', 'ic09', 'ic10', 'ic13', 'ic14']));
});
