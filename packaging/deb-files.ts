/** The text files of a Debian package of the app. Pure. The same names and types as `electron-builder.yml` gives the others. */

export interface DebWish {
  readonly version: string;
  /** Debian's name of the processor: amd64, arm64. */
  readonly architecture: string;
  readonly description: string;
  readonly maintainer: string;
  readonly homepage: string;
  readonly installedKiB: number;
}

export const DEB_FOLDER = '/opt/Trunkline';

/** Debian's word for Node's name of a processor. */
export function debArchitecture(arch: string): string {
  const names: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', ia32: 'i386', arm: 'armhf' };
  return names[arch] ?? arch;
}

/** What Electron loads at its start; the alternatives are the names since the 64-bit time change. */
const DEPENDS = [
  'libgtk-3-0 | libgtk-3-0t64',
  'libnotify4',
  'libnss3',
  'libxss1',
  'libxtst6',
  'xdg-utils',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libuuid1',
  'libsecret-1-0',
].join(', ');

export function controlFile(wish: DebWish): string {
  return [
    'Package: trunkline',
    // Debian sorts "~" before everything: 1.0.0~beta.1 is older than 1.0.0.
    `Version: ${wish.version.replaceAll('-', '~')}`,
    `Architecture: ${wish.architecture}`,
    `Maintainer: ${wish.maintainer}`,
    `Installed-Size: ${wish.installedKiB}`,
    `Depends: ${DEPENDS}`,
    'Recommends: fping, libayatana-appindicator3-1',
    'Section: net',
    'Priority: optional',
    `Homepage: ${wish.homepage}`,
    `Description: ${wish.description}`,
    '',
  ].join('\n');
}

export function desktopEntry(description: string): string {
  return [
    '[Desktop Entry]',
    'Name=Trunkline',
    `Comment=${description}`,
    `Exec=${DEB_FOLDER}/trunkline %U`,
    'Icon=trunkline',
    'Terminal=false',
    'Type=Application',
    'StartupWMClass=Trunkline',
    'MimeType=application/x-trunkline;x-scheme-handler/trunkline;',
    'Categories=Network;Monitor;',
    'Keywords=network;monitoring;snmp;noc;',
    '',
  ].join('\n');
}

export const mimeType = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-trunkline">
    <comment>Trunkline network file</comment>
    <glob pattern="*.trunkline"/>
    <icon name="trunkline"/>
  </mime-type>
</mime-info>
`;

/** Run after unpacking, and after removal. The sandbox of Chromium needs its helper to belong to root and be setuid. */
export const afterInstall = `#!/bin/sh
set -e
ln -sf '${DEB_FOLDER}/trunkline' /usr/bin/trunkline-desktop
chmod 4755 '${DEB_FOLDER}/chrome-sandbox' || true
update-mime-database /usr/share/mime || true
update-desktop-database /usr/share/applications || true
`;

export const afterRemove = `#!/bin/sh
set -e
[ "$1" = upgrade ] || rm -f /usr/bin/trunkline-desktop
update-mime-database /usr/share/mime || true
update-desktop-database /usr/share/applications || true
`;
