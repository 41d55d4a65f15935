// A part of the page whose code comes when it is needed, once; where it does not come, a sentence and another try stand in its
// place, and the rest of the page goes on.
import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

export interface Later<Props extends object> {
  readonly Part: ComponentType<Props>;
  /** So that it is there when it is needed. Never rejects. */
  readonly fetchAhead: () => void;
}

export interface LaterPlace<Props> {
  /** Stands in its place meanwhile; absent: nothing does. */
  readonly waiting?: ReactNode;
  /** What the sentence is put into where the part would bring its own place, a dialog say. */
  readonly frame?: (notice: ReactNode, props: Props) => ReactNode;
}

export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { waiting = null, frame = (notice) => notice }: LaterPlace<Props> = {},
): Later<Props> {
  let here: ComponentType<Props> | undefined;
  let coming: Promise<void> | undefined;

  async function fetchPart() {
    try {
      here = await load();
    } catch (error) {
      coming = undefined;
      throw error;
    }
  }
  const fetchOnce = () => (coming ??= fetchPart());

  function Part(props: Props) {
    const [outcome, setOutcome] = useState<'waiting' | 'here' | 'failed'>(here ? 'here' : 'waiting');
    useEffect(() => {
      if (outcome !== 'waiting') return undefined;
      let gone = false;
      const tell = (what: 'here' | 'failed') => {
        if (!gone) setOutcome(what);
      };
      fetchOnce()
        .then(() => tell('here'))
        .catch(() => tell('failed'));
      return () => {
        gone = true;
      };
    }, [outcome]);

    const Here = here;
    if (Here) return <Here {...props} />;
    if (outcome !== 'failed') return waiting;
    return frame(
      <Notice
        kind="error"
        role="alert"
        what="This part of the page did not arrive."
        why="The page’s helper did not send it: it may have been stopped, or started again with another version."
        next="See that npm start is running, then try again. Nothing that was typed is lost meanwhile."
        action={<Button onClick={() => setOutcome('waiting')}>Try again</Button>}
      />,
      props,
    );
  }

  return { Part, fetchAhead: () => void fetchOnce().catch(() => undefined) };
}
