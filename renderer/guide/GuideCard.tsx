import { IconCheck, IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useCall } from '../engine/use-call.ts';
import { useLiveTopic } from '../engine/use-topic.ts';
import { spokenKeys } from '../shell/key-text.ts';
import { allKeyCommands } from '../shell/shortcuts.ts';
import { keysInForce, useKeymap } from '../state/keymap.ts';
import { usePlayhead } from '../state/playhead.ts';
import { useRoute } from '../state/route.ts';
import { useSelection } from '../state/selection.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useGuide } from './guide-state.ts';
import { guideSteps, type GuideFacts, type GuideStep, type KeyPrint } from './guide-steps.ts';
import { useCardPlace } from './use-card-place.ts';
import styles from './GuideCard.module.css';

function useFacts(): GuideFacts {
  const route = useRoute();
  const selection = useSelection();
  const atMs = usePlayhead((state) => state.atMs);
  const { items } = useLiveTopic('incidents', {});
  const startedAtMs = useGuide((guide) => guide.startedAtMs);
  return { route, selection, atMs, incidents: items, startedAtMs };
}

function useKeyPrint(): KeyPrint {
  const choices = useKeymap();
  return (id) => {
    const command = allKeyCommands.find((one) => one.id === id);
    const keys = command === undefined ? null : keysInForce(command, choices);
    return keys === null ? '' : ` (${spokenKeys(keys)})`;
  };
}

/** On the demo it comes by itself, once; after that only when it is asked for. */
function useFirstVisit(): void {
  const { data } = useCall('network.info', {});
  const { status, start } = useGuide();
  const demo = data?.demo === true;
  useEffect(() => {
    if (demo && status === 'new') start(Date.now(), false);
  }, [demo, status, start]);
}

/** Leads through the real tasks, in a corner, and steps aside for whatever it speaks of. */
export function GuideCard(): ReactNode {
  useFirstVisit();
  const { status, step } = useGuide();
  const current = guideSteps[step];
  return status === 'running' && current !== undefined ? <Step key="guide" step={current} at={step} /> : null;
}

function Step({ step, at }: { readonly step: GuideStep; readonly at: number }): ReactNode {
  const { reached, asked, reach, next, leave } = useGuide();
  const facts = useFacts();
  const key = useKeyPrint();
  const [folded, setFolded] = useState(false);
  const card = useRef<HTMLElement>(null);
  const done = reached || step.isDone(facts);
  const last = at === guideSteps.length - 1;
  const place = useCardPlace(card, step.about);
  useEffect(() => {
    if (done && !reached) reach();
  }, [done, reached, reach]);
  useEffect(() => {
    if (asked > 0) card.current?.focus();
  }, [asked]);

  function put(away: () => void): void {
    away();
    document.getElementById('view')?.focus();
  }

  return (
    <section ref={card} className={styles.card} style={place} aria-label="Guide" tabIndex={-1} data-no-print>
      <header className={styles.head}>
        <span className={styles.count}>
          {at + 1} of {guideSteps.length}
        </span>
        <h2 className={styles.title}>{step.title}</h2>
        <IconButton
          size="small"
          label={folded ? 'Unfold the guide' : 'Fold the guide'}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          {folded ? <IconChevronUp {...icon} /> : <IconChevronDown {...icon} />}
        </IconButton>
        <IconButton size="small" label="Leave the guide" onClick={() => put(leave)}>
          <IconX {...icon} />
        </IconButton>
      </header>
      <div role="status" className={folded ? 'only-for-readers' : styles.text}>
        <span className="only-for-readers">
          Step {at + 1}, {step.title}:{' '}
        </span>
        {done && <IconCheck className={styles.done} size={16} stroke={2} aria-hidden />}
        <p>
          {done && <span className="only-for-readers">Done. </span>}
          {done ? step.tell(key) : step.ask(facts, key)}
        </p>
      </div>
      {!folded && (
        <footer className={styles.foot}>
          <span className={styles.dots} aria-hidden>
            {guideSteps.map(({ id }, index) => (
              <span
                key={id}
                className={styles.dot}
                data-past={index < at || undefined}
                data-now={index === at || undefined}
              />
            ))}
          </span>
          <Button size="small" tone={done ? 'primary' : 'quiet'} onClick={last ? () => put(next) : next}>
            {last ? 'Finish' : done ? 'Next' : 'Skip'}
          </Button>
        </footer>
      )}
    </section>
  );
}

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
