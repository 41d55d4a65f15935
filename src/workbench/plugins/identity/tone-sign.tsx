// Good, bad, open or only said, by a sign and a word, and only then by a colour.
import type { Tone } from './verdict-words.ts';

const signs = { good: '✓', bad: '✕', caution: '!', said: '–' } as const;
const words = { good: 'Good:', bad: 'Bad:', caution: 'Note:', said: 'Not proven:' } as const;

export function ToneSign({ tone }: { tone: Tone }) {
  return (
    <>
      <span className="tone" data-tone={tone} aria-hidden="true">
        {signs[tone]}
      </span>
      <span className="visually-hidden">{words[tone]} </span>
    </>
  );
}
