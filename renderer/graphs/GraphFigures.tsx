import { useMemo, type ReactNode } from 'react';
import { useHoveredMoment } from '../state/hovered-moment.ts';
import { indexAt } from './comparison.ts';
import { figuresOf, type LegendSeries } from './graph-content.ts';
import type { GraphModel } from './graph-model.ts';
import { LegendSwitch, type LegendSwitches } from './GraphLegend.tsx';
import styles from './Graph.module.css';

export interface GraphFiguresProps extends LegendSwitches {
  readonly name: string;
  readonly model: GraphModel;
  readonly series: readonly LegendSeries[];
  readonly height: number;
}

/** The value at the moment that is pointed at anywhere on the page; the newest one while none is. */
function useMoment({ atMs, stepMs, fromMs, toMs }: GraphModel): { readonly index: number | null } | null {
  const moment = useHoveredMoment((state) => state.atMs);
  if (moment === null || moment < fromMs || moment > toMs) return null;
  return { index: indexAt(atMs, moment, stepMs) };
}

/** Under a plot: each line with its last, mean and highest value and its 95th percentile. The names are switches. */
export function GraphFigures({ name, model, series, height, ...switches }: GraphFiguresProps): ReactNode {
  const moment = useMoment(model);
  const percentiles = series.some(({ p95 }) => p95 !== undefined);
  const figures = useMemo(() => series.map(({ means, highest }) => figuresOf(means, highest)), [series]);
  return (
    <div className={styles.figures} style={{ height }} tabIndex={-1}>
      <table aria-label={`Figures of ${name.toLowerCase()}`}>
        <thead>
          <tr>
            <th scope="col">
              <span className="only-for-readers">Line</span>
            </th>
            <th scope="col" data-moment={moment !== null || undefined}>
              {moment === null ? 'Last' : 'There'}
            </th>
            <th scope="col">Mean</th>
            <th scope="col">Highest</th>
            {percentiles && <th scope="col">p95</th>}
          </tr>
        </thead>
        <tbody>
          {series.map((one, place) => {
            const { last = null, mean = null, max = null } = figures[place] ?? {};
            const there = moment === null ? last : moment.index === null ? null : (one.means[moment.index] ?? null);
            return (
              <tr key={`${one.key} ${one.name}`} data-off={switches.hidden.has(one.key) || undefined}>
                <th scope="row">
                  <LegendSwitch one={one} all={series} {...switches} className={styles.figureName}>
                    <span className={styles.swatch} data-tone={one.tone} style={{ opacity: one.alpha }} aria-hidden />
                    <span className={styles.figureText}>{one.name}</span>
                  </LegendSwitch>
                </th>
                <td data-moment={moment !== null || undefined}>{one.format(there)}</td>
                <td>{one.format(mean)}</td>
                <td>{one.format(max)}</td>
                {percentiles && <td>{one.p95 === undefined ? '' : one.format(one.p95)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
