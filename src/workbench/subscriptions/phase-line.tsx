// Where a subscription is, in words, with a sign that does not speak by colour alone.
import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { isRunning, phaseWords, type Phase } from './phase.ts';

export interface PhaseLineProps {
  phase: Phase;
  name: string;
  onTryNow: () => void;
}

export function PhaseLine({ phase, name, onTryNow }: PhaseLineProps) {
  const tone = phase.kind === 'live' ? 'live' : isRunning(phase) ? 'busy' : 'over';
  return (
    <div className="phase-line">
      <span className={`phase-sign phase-${tone}`} aria-hidden="true" />
      {phase.kind === 'waiting' ? (
        <Waiting phase={phase} name={name} onTryNow={onTryNow} />
      ) : (
        <span role="status">{phaseWords(phase, name, 0)}</span>
      )}
    </div>
  );
}

function Waiting({ phase, name, onTryNow }: PhaseLineProps & { phase: Extract<Phase, { kind: 'waiting' }> }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(ticking);
  }, []);
  return (
    <>
      {/* The seconds are for the eye: a screen reader would hear each of them. */}
      <span className="visually-hidden" role="status">
        {phaseWords(phase, name, phase.until - 1000)}
      </span>
      <span aria-hidden="true">{phaseWords(phase, name, now)}</span>
      <Button kind="quiet" onClick={onTryNow}>
        Try now
      </Button>
    </>
  );
}
