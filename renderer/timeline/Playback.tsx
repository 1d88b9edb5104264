import { IconPlayerPauseFilled, IconPlayerPlay, IconPlayerTrackNext, IconPlayerTrackPrev } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { playbackSpeeds, usePlayhead, type PlaybackSpeed } from '../state/playhead.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import styles from './TimeBar.module.css';

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

const speeds = playbackSpeeds.map((speed) => ({ value: String(speed), label: `${speed}×` }));

const asSpeed = (value: string): PlaybackSpeed => playbackSpeeds.find((speed) => String(speed) === value) ?? 1;

/** A step back, play, a step on, and how fast. From now, play begins with the stretch shown. */
export function Playback(): ReactNode {
  const { atMs, playing, speed, setPlaying, setSpeed, step } = usePlayhead();
  return (
    <div className={styles.play}>
      <IconButton
        label="A step back (comma; Shift: ten)"
        size="small"
        onClick={(event) => step(event.shiftKey ? -10 : -1)}
      >
        <IconPlayerTrackPrev {...icon} />
      </IconButton>
      {playing ? (
        <Button
          size="small"
          tone="primary"
          icon={<IconPlayerPauseFilled {...icon} />}
          onClick={() => setPlaying(false)}
        >
          Pause
        </Button>
      ) : (
        <Button size="small" icon={<IconPlayerPlay {...icon} />} onClick={() => setPlaying(true)}>
          Play
        </Button>
      )}
      <IconButton
        label="A step on (full stop; Shift: ten)"
        size="small"
        disabled={atMs === null}
        onClick={(event) => step(event.shiftKey ? 10 : 1)}
      >
        <IconPlayerTrackNext {...icon} />
      </IconButton>
      <SegmentedControl
        label="Speed of play"
        value={String(speed)}
        options={speeds}
        onChange={(value) => setSpeed(asSpeed(value))}
      />
    </div>
  );
}
