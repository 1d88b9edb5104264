/**
 * A folder that electron-builder takes for the Electron runtime where the real one cannot be had: the file names of the real
 * archive, an executable that holds a fuse wire, and a default app that is a valid asar archive. It runs nothing and proves
 * nothing about Electron; it lets the packing itself be tested.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createPackage } from '@electron/asar';

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Version 1 and nine fuses, as Electron 45 has them, in the state Electron ships them. */
const FUSE_WIRE = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 9]), Buffer.from('101100011')]);

const FILES = [
  'chrome-sandbox',
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'chrome_crashpad_handler',
  'icudtl.dat',
  'libEGL.so',
  'libGLESv2.so',
  'libffmpeg.so',
  'libvk_swiftshader.so',
  'libvulkan.so.1',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'vk_swiftshader_icd.json',
  'version',
  'LICENSE',
  'LICENSES.chromium.html',
  'locales/en-US.pak',
  'locales/de.pak',
];

const EXECUTABLE = Buffer.concat([Buffer.from('#!/bin/sh\nexit 70\n'), FUSE_WIRE, Buffer.alloc(512)]);

async function put(folder: string, name: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content, { mode: 0o755 });
}

export async function makeStandInElectron(folder: string, version: string): Promise<void> {
  for (const name of FILES) await put(folder, name, name === 'version' ? version : `stand-in for ${name}\n`);
  await put(folder, 'electron', EXECUTABLE);
  await put(folder, 'app/package.json', '{"name":"default-app","main":"main.js"}');
  await put(folder, 'app/main.js', '');
  await mkdir(join(folder, 'resources'), { recursive: true });
  await createPackage(join(folder, 'app'), join(folder, 'resources', 'default_app.asar'));
}
