#!/usr/bin/env node
'use strict';
const { runOnNode24 } = require('./node-24.js');

runOnNode24(__filename, 'electron/cli/trunkline.ts', 'dist/cli/trunkline.js');
