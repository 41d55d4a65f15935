// The mark of one identity: a letter in a shape of its own colour, so that nothing is told by colour alone.
import './mark.css';

export interface MarkProps {
  letter: string;
  /** 0 to 7; the hue and the shape go with it. */
  hue: number;
}

export function Mark({ letter, hue }: MarkProps) {
  return (
    <span className="mark" data-hue={hue % 8} aria-hidden="true">
      {letter}
    </span>
  );
}
