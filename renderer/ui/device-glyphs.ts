/**
 * The glyph of each kind of device as data, so that the map's canvas and the page's SVG draw the same. Each is a list of
 * open paths in a box of 24 x 24, drawn with a round stroke of 2.
 */
export const deviceGlyphs = {
  router: [
    'M3 12h6M6.5 9.5 9 12l-2.5 2.5',
    'M21 12h-6M17.5 9.5 15 12l2.5 2.5',
    'M12 9V3M9.5 5.5 12 3l2.5 2.5',
    'M12 15v6M9.5 18.5 12 21l2.5-2.5',
  ],
  'l3-switch': [
    'M14.5 9.5 20 4M15.5 4H20v4.5',
    'M9.5 9.5 4 4M8.5 4H4v4.5',
    'M14.5 14.5 20 20M15.5 20H20v-4.5',
    'M9.5 14.5 4 20M8.5 20H4v-4.5',
  ],
  switch: ['M4 8h16M16.5 4.5 20 8l-3.5 3.5', 'M20 16H4M7.5 12.5 4 16l3.5 3.5'],
  firewall: [
    'M3.5 4.5h17v15h-17zM3.5 9.5h17M3.5 14.5h17',
    'M9 4.5v5M15 4.5v5M6.5 9.5v5M12 9.5v5M17.5 9.5v5M9 14.5v5M15 14.5v5',
  ],
  server: ['M4 3.5h16v7H4zM4 13.5h16v7H4z', 'M7.5 7v.01M7.5 17v.01M11 7h5.5M11 17h5.5'],
  storage: [
    'M5 6c0-1.66 3.13-3 7-3s7 1.34 7 3-3.13 3-7 3-7-1.34-7-3z',
    'M5 6v12c0 1.66 3.13 3 7 3s7-1.34 7-3V6',
    'M5 12c0 1.66 3.13 3 7 3s7-1.34 7-3',
  ],
  'wireless-controller': [
    'M3 14.5h18v6H3z',
    'M7 17.5v.01M10.5 17.5v.01',
    'M8.5 10.5a5 5 0 0 1 7 0M5.5 7a9.2 9.2 0 0 1 13 0',
  ],
  'access-point': [
    'M12 18v.01',
    'M9.2 14.8a4 4 0 0 1 5.6 0',
    'M6.3 11.6a8 8 0 0 1 11.4 0',
    'M3.3 8.3a12.4 12.4 0 0 1 17.4 0',
  ],
  balancer: ['M3 12h17M17.5 9.5 20 12l-2.5 2.5', 'M10 12l8-8M14.5 3.5H18.5V7.5', 'M10 12l8 8M14.5 20.5H18.5V16.5'],
  ups: ['M4 4h16v16H4z', 'M13 7.5 9.5 12.5h5L11 17'],
  printer: ['M7 8V3.5h10V8', 'M7 17H4V8h16v9h-3', 'M7 14h10v6.5H7z'],
  camera: ['M3 5.5h18v6.5H3z', 'M17.5 5.5v6.5', 'M12.5 12v5H6.5'],
  unmanaged: ['M4 8h2.5M9 8h3M15 8h5M16.5 4.5 20 8l-3.5 3.5', 'M20 16h-2.5M15 16h-3M9 16H4M7.5 12.5 4 16l3.5 3.5'],
  outside: ['M7 18.5a4.5 4.5 0 0 1-.5-8.97 6 6 0 0 1 11.5 1.5 3.75 3.75 0 0 1-.5 7.47z'],
  console: ['M5 5h14v10H5z', 'M2.5 19h19'],
  unknown: ['M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4', 'M12 17.5v.01'],
} as const satisfies Record<string, readonly string[]>;

export type DeviceGlyph = keyof typeof deviceGlyphs;

/** Words for people. */
export const deviceGlyphNames: Readonly<Record<DeviceGlyph, string>> = {
  router: 'Router',
  'l3-switch': 'L3 switch',
  switch: 'Switch',
  firewall: 'Firewall',
  server: 'Server',
  storage: 'Storage',
  'wireless-controller': 'Wireless controller',
  'access-point': 'Access point',
  balancer: 'Balancer',
  ups: 'UPS',
  printer: 'Printer',
  camera: 'Camera',
  unmanaged: 'Unmanaged',
  outside: 'Outside',
  console: 'This console',
  unknown: 'Unknown kind',
};
