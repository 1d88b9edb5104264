/**
 * The SQLite driver dies with a bare segmentation fault on Node older than 22, before it can say a word. So this file is the
 * first import of everything that leads to the driver, and speaks up in time.
 */
const OLDEST_MAJOR = 22;

/** What is wrong with this version of Node, in words for people; null when it will do. */
export function nodeVersionProblem(version: string): string | null {
  const major = Number(version.split('.')[0]);
  if (major >= OLDEST_MAJOR) return null;
  return (
    `Trunkline needs Node ${OLDEST_MAJOR} or newer to open a network file, and this is Node ${version}. ` +
    'Install Node 24 from https://nodejs.org, or start Trunkline by "npm start", which brings its own.'
  );
}

const problem = nodeVersionProblem(process.versions.node);
if (problem !== null) throw new Error(problem);
