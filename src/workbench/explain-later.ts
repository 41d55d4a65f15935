// Has an answer explained, and fetches the words for it when there is something to explain: most answers need none.
import type { Asked, Explanation } from '../appsync/explain/explanation.ts';
import type { Answer } from '../appsync/http.ts';

/** Never rejects: without the words, the answer speaks for itself. */
export async function explainLater(answer: Answer, asked: () => Asked): Promise<readonly Explanation[]> {
  if (!needsWords(answer)) return [];
  try {
    const { explainAnswer } = await import('../appsync/explain/explain-answer.ts');
    return explainAnswer(answer, asked());
  } catch {
    return [];
  }
}

function needsWords({ status, body }: Answer): boolean {
  return status !== 200 || body.kind === 'text' || 'errors' in body.value;
}
