// From what was typed into a form to its answers: codes lose the spaces and dashes they were copied with. Pure.

import type { Answers, ChallengeField, ChallengePrompt } from './challenge.ts';

export interface ReadAnswers {
  readonly answers: Answers;
  /** The labels of required fields that are empty. */
  readonly missing: readonly string[];
}

export function answersFrom(typed: Answers, { fields }: ChallengePrompt): ReadAnswers {
  const answers = Object.fromEntries(fields.map((field) => [field.name, answerFrom(typed[field.name] ?? '', field)]));
  const missing = fields.filter(({ name, required }) => required && (answers[name] ?? '').trim() === '');
  return { answers, missing: missing.map(({ label }) => label) };
}

function answerFrom(text: string, field: ChallengeField): string {
  if (field.type === 'code') return text.replaceAll(/[\s\p{Pd}\p{Cf}]/gu, '');
  if (field.type === 'choice') return field.options.some(({ value }) => value === text) ? text : '';
  return text;
}
