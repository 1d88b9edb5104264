/**
 * Bundles what runs outside the page: `vite build --config vite.electron.config.ts` makes dist/main, dist/preload,
 * dist/utility, and dist/cli and dist/headless for machines without the sources. One environment a folder, because each is
 * loaded alone: the preload must be a single CommonJS file (the sandbox cannot load modules), and a thread of the store is
 * looked for beside the bundle that starts it.
 */
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type EnvironmentOptions } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Packages stay outside the bundles and are loaded from node_modules: ssh2 and better-sqlite3 look for files beside
 * themselves. Only the preload takes in what it uses.
 */
const isPackage = (id: string): boolean => !id.startsWith('.') && !isAbsolute(id);

const STORE_THREADS = {
  'writer-thread': here('electron/engine/store/writer-thread.ts'),
  'reader-thread': here('electron/engine/store/reader-thread.ts'),
};

/** Forked by whoever runs in plain Node, and looked for beside the bundle that does. */
const PINGER_PROCESS = { 'pinger-process': here('electron/headless/pinger-process.ts') };

function bundle(folder: string, input: Record<string, string>, format: 'es' | 'cjs' = 'es'): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: format === 'cjs' ? { noExternal: true, external: ['electron'] } : {},
    build: {
      outDir: here(`dist/${folder}`),
      emptyOutDir: true,
      ssr: true,
      target: 'node24',
      minify: false,
      sourcemap: true,
      copyPublicDir: false,
      rollupOptions: {
        input,
        external: format === 'cjs' ? ['electron'] : (id) => isPackage(id),
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  };
}

export default defineConfig({
  root: here('.'),
  publicDir: false,
  builder: {
    // One after the other: they share no state, and memory is cheaper than time here.
    buildApp: async (builder) => {
      for (const [name, environment] of Object.entries(builder.environments)) {
        if (name !== 'client' && name !== 'ssr') await builder.build(environment);
      }
    },
  },
  environments: {
    main: bundle('main', { main: here('electron/main/main.ts') }),
    preload: bundle('preload', { preload: here('electron/preload/preload.ts') }, 'cjs'),
    utility: bundle('utility', { utility: here('electron/utility/utility.ts'), ...STORE_THREADS }),
    cli: bundle('cli', { trunkline: here('electron/cli/trunkline.ts'), ...STORE_THREADS, ...PINGER_PROCESS }),
    headless: bundle('headless', { start: here('electron/headless/start.ts'), ...STORE_THREADS, ...PINGER_PROCESS }),
  },
});
