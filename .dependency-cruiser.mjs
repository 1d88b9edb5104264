/** Who may import whom: the table of docs/architecture.md, kept by the machine. Each rule's comment says why. */
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});
const NODE = '^(node:|[a-z_/]+$)';
const soleUser = (library, path) => ({
  name: `${library}-has-one-importer`,
  comment: `${library} stands behind one file or folder (${path}), so that it can be changed in one place.`,
  severity: 'error',
  from: { pathNot: `^(${path}|test/|bench/|renderer/vite)` },
  to: { path: `^node_modules/(@types/)?${library}/` },
});

export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A circle of imports cannot be understood or moved one file at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'found',
      comment: 'An import that cannot be resolved breaks at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    only(
      'shared-stands-alone',
      'shared runs anywhere: it may use itself and zod only.',
      '^shared/',
      '^(shared/|node_modules/zod/)',
    ),
    {
      name: 'engine-knows-no-electron',
      comment: 'The engine is plain Node: it may use shared, electron/host, itself and its libraries.',
      severity: 'error',
      from: { path: '^electron/(engine|host)/' },
      to: { path: '^(electron/(main|preload|utility|headless|cli)/|renderer/|node_modules/electron/)' },
    },
    {
      name: 'main-knows-no-engine',
      comment: 'Main drives every window and must never wait: it knows only the path of the utility bundle.',
      severity: 'error',
      from: { path: '^electron/(main|preload)/' },
      to: { path: '^(electron/(engine|utility|headless|cli)/|renderer/)' },
    },
    {
      name: 'hosts-know-no-electron',
      comment: 'Headless and command line run where Electron is not.',
      severity: 'error',
      from: { path: '^electron/(headless|cli)/' },
      to: { path: '^(node_modules/electron/|electron/(main|preload|utility)/|renderer/)' },
    },
    {
      name: 'page-knows-no-node',
      comment: 'The page runs sandboxed: no Node, no Electron, no engine.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
      to: {
        path: `^(electron/|node_modules/electron/|node:)|${NODE}`,
        pathNot: '^(renderer|shared)/|^node_modules/(?!electron/)',
      },
    },
    {
      name: 'pure-ui',
      comment: 'The design system has no domain words: it may not know the engine or a view.',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^(renderer/(?!ui/)|shared/contract/)' },
    },
    soleUser('net-snmp', 'electron/engine/snmp/'),
    soleUser('ssh2', 'electron/engine/ssh/'),
    soleUser('better-sqlite3', 'electron/engine/store/'),
    soleUser('ping', 'electron/engine/icmp/'),
    soleUser('ws', 'electron/headless/'),
    soleUser('@xterm', 'renderer/terminal/'),
    soleUser('uplot', 'renderer/graphs/'),
    soleUser('cytoscape', 'renderer/map/'),
    soleUser('commander', 'electron/cli/'),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    // Packages that are modules only (vite, commander, @tanstack) say where they begin in "exports" under "import".
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
