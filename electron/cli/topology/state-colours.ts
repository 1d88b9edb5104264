/** Colours of states on white paper. Drawings say the state in words too: colour is never the only sign. */
const colours: Readonly<Record<string, string>> = {
  up: '#1F8A4C',
  degraded: '#B7791F',
  down: '#C53030',
  unreachable: '#6B46C1',
  maintenance: '#2B6CB0',
  suspect: '#B7791F',
  blind: '#6B7280',
};

export function stateColours(state: string): string {
  return colours[state] ?? '#6B7280';
}
