/** Hand-placed map coordinates, pixels of the designed map (1440 wide). Leaves that the map folds stand in a grid below. */
import { INVENTORY, REMOVED_DEVICE } from './inventory.ts';

export interface MapPosition {
  readonly address: string;
  readonly x: number;
  readonly y: number;
}

type Point = readonly [x: number, y: number];

const PLACES: Readonly<Record<string, Point>> = {
  'ng-fw-1': [224, 188],
  'ng-core-1': [448, 188],
  'ng-core-2': [448, 296],
  'ng-dist-1': [188, 412],
  'ng-dist-2': [348, 412],
  'ng-hv-1': [232, 520],
  'ng-acc-07': [428, 520],
  'rv-core-1': [696, 188],
  'rv-core-2': [696, 296],
  'rv-fw-1': [916, 188],
  'rv-dist-1': [800, 412],
  'rv-dist-2': [976, 412],
  [REMOVED_DEVICE]: [908, 288],
  'rv-wlc-1': [832, 520],
  'rv-sto-1': [1036, 520],
  'dp-rt-1': [572, 726],
  'dp-sw-1': [496, 812],
  'dp-sw-2': [648, 812],
  'dp-acc-01': [382, 904],
  'dp-acc-02': [458, 904],
  'dp-ap-1': [534, 904],
  'dp-acc-03': [610, 904],
  'dp-acc-04': [686, 904],
  'dp-hv-1': [762, 904],
};

/** What leads out of the network has no address, only the name that the neighbours hear. */
export const OUTSIDE_PLACES: readonly { readonly name: string; readonly x: number; readonly y: number }[] = [
  { name: 'Transit A', x: 104, y: 188 },
  { name: 'Transit B', x: 1040, y: 188 },
];

interface Fold {
  readonly names: readonly string[];
  /** Middle of the first row. */
  readonly at: Point;
}

const two = (n: number): string => String(n).padStart(2, '0');
const numbered = (prefix: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${prefix}-acc-${two(from + i)}`);

/** The four folded groups: 12 and 8 at Northgate, 11 and 8 at Riverside. */
const FOLDS: readonly Fold[] = [
  { names: numbered('ng', 10, 21), at: [136, 520] },
  { names: numbered('ng', 1, 9).filter((name) => name !== 'ng-acc-07'), at: [330, 520] },
  { names: numbered('rv', 1, 11), at: [732, 520] },
  { names: numbered('rv', 12, 19), at: [944, 520] },
];

const COLUMNS = 3;
const STEP_X = 44;
const STEP_Y = 60;

function foldedPlace(name: string): Point | null {
  for (const { names, at } of FOLDS) {
    const i = names.indexOf(name);
    if (i >= 0) return [at[0] + ((i % COLUMNS) - 1) * STEP_X, at[1] + Math.floor(i / COLUMNS) * STEP_Y];
  }
  return null;
}

export function mapPositions(): MapPosition[] {
  return INVENTORY.flatMap(({ name, address }) => {
    const place = PLACES[name] ?? foldedPlace(name);
    return place === null ? [] : [{ address, x: place[0], y: place[1] }];
  });
}
