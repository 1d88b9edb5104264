/**
 * A .deb from the `dir` output: `npm run package:deb`, or with a folder and a place for the package as arguments. Only dpkg-deb is
 * needed, which every Debian has; electron-builder would fetch a tool of its own from GitHub.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import about from '../package.json' with { type: 'json' };
import {
  afterInstall,
  afterRemove,
  controlFile,
  DEB_FOLDER,
  debArchitecture,
  desktopEntry,
  mimeType,
} from './deb-files.ts';
import { bytesOf, mebibytes } from './measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const ICONS = join(root, 'resources', 'icons', 'linux');

function put(tree: string, path: string, text: string, mode = 0o644): void {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
}

function copyIcons(tree: string): void {
  for (const name of readdirSync(ICONS)) {
    const folder = join(tree, 'usr/share/icons/hicolor', name.replace('.png', ''), 'apps');
    mkdirSync(folder, { recursive: true });
    cpSync(join(ICONS, name), join(folder, 'trunkline.png'));
  }
}

function lay(tree: string, app: string, arch: string): void {
  cpSync(app, join(tree, DEB_FOLDER), { recursive: true });
  copyIcons(tree);
  put(tree, 'usr/share/applications/trunkline.desktop', desktopEntry(about.description));
  put(tree, 'usr/share/mime/packages/trunkline.xml', mimeType);
  const { version, description, homepage, author } = about;
  const installedKiB = Math.ceil(bytesOf(tree) / 1024);
  const wish = {
    version,
    description,
    homepage,
    maintainer: author,
    installedKiB,
    architecture: debArchitecture(arch),
  };
  put(tree, 'DEBIAN/control', controlFile(wish));
  put(tree, 'DEBIAN/postinst', afterInstall, 0o755);
  put(tree, 'DEBIAN/postrm', afterRemove, 0o755);
}

export interface DebOptions {
  /** Node's name of the processor the app was packed for; default: this one's. */
  readonly arch?: string;
  /** What dpkg-deb calls the compression; `xz` is the smallest and takes longest. */
  readonly compression?: 'xz' | 'none';
}

/** Path of the package made. `app` is the folder that electron-builder's `dir` target left. */
export function makeDeb(app: string, outFolder: string, options: DebOptions = {}): string {
  const { arch = process.arch, compression = 'xz' } = options;
  if (!existsSync(join(app, 'trunkline')))
    throw new Error(`${app} holds no app: run \`npm run package -- --linux dir\` first`);
  const tree = mkdtempSync(join(tmpdir(), 'trunkline-deb-'));
  try {
    chmodSync(tree, 0o755);
    lay(tree, app, arch);
    mkdirSync(outFolder, { recursive: true });
    const deb = join(outFolder, `trunkline_${about.version}_${debArchitecture(arch)}.deb`);
    // All files belong to root, whoever builds.
    execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', tree, deb], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return deb;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [app = join(root, 'out', 'linux-unpacked'), outFolder = join(root, 'out')] = process.argv.slice(2);
  const deb = makeDeb(app, outFolder);
  console.log(`${deb}: ${mebibytes(bytesOf(deb))}`);
}
