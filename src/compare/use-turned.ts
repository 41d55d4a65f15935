// Which rows of a table the person has opened or closed, against what is so by itself.
import { useCallback, useState } from 'react';

export function useTurned(): { readonly turned: ReadonlySet<string>; readonly turn: (key: string) => void } {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const turn = useCallback(
    (key: string) =>
      setTurned((before) => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  return { turned, turn };
}
