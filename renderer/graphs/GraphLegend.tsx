import type { KeyboardEvent, ReactNode } from 'react';
import { isKeyOf } from '../state/keymap.ts';
import { classNames } from '../ui/class-names.ts';
import type { LegendSeries, LegendSign } from './graph-content.ts';
import styles from './Graph.module.css';

export interface LegendSwitches {
  readonly hidden: ReadonlySet<string>;
  readonly toggle: (key: string, all: readonly string[]) => void;
  readonly solo: (key: string, all: readonly string[]) => void;
}

interface SwitchProps extends LegendSwitches {
  readonly one: LegendSeries;
  readonly all: readonly LegendSeries[];
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export const SWITCH_HINT = 'Click or Space switches it off or on; Alt and click, or S, shows it alone.';

/** A line's name as a switch of that line. */
export function LegendSwitch({ one, all, hidden, toggle, solo, className, children }: SwitchProps): ReactNode {
  const keys = [...new Set(all.filter(({ fixed }) => fixed !== true).map(({ key }) => key))];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isKeyOf('graph.solo', event)) return;
    event.preventDefault();
    solo(one.key, keys);
  };
  return (
    <button
      type="button"
      className={classNames(styles.switch, className)}
      aria-pressed={!hidden.has(one.key)}
      title={one.fixed === true || keys.length < 2 ? undefined : SWITCH_HINT}
      disabled={one.fixed === true || keys.length < 2}
      onClick={(event) => (event.altKey ? solo(one.key, keys) : toggle(one.key, keys))}
      onKeyDown={onKeyDown}
    >
      {children}
    </button>
  );
}

export interface GraphLegendProps extends LegendSwitches {
  readonly unit: string;
  readonly series: readonly LegendSeries[];
  readonly signs: readonly LegendSign[];
}

/** The unit, then what each line, band and sign means, on one line. */
export function GraphLegend({ unit, series, signs, ...switches }: GraphLegendProps): ReactNode {
  return (
    <ul className={styles.legend}>
      {unit !== '' && <li className={styles.unit}>{unit}</li>}
      {series.map((one) => (
        <li key={`${one.key} ${one.name}`}>
          <LegendSwitch one={one} all={series} {...switches} className={styles.legendItem}>
            <span className={styles.sign} data-sign="line" data-tone={one.tone} aria-hidden />
            {one.name.toLowerCase()}
          </LegendSwitch>
        </li>
      ))}
      {signs.map(({ text, sign, tone }) => (
        <li key={text} className={styles.legendItem}>
          <span className={styles.sign} data-sign={sign} data-tone={tone} aria-hidden />
          {text}
        </li>
      ))}
    </ul>
  );
}
