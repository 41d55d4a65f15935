// A starter operation of the guide, written with the code's indentation and shown without.
import type { GuideOperation } from '../world.ts';

/** @param variables made into the JSON text of the variables editor. */
export function guideOperation(name: string, query: string, variables?: object): GuideOperation {
  const lines = query.split('\n').slice(1, -1);
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  const flush = `${lines.map((line) => line.slice(margin)).join('\n')}\n`;
  return { name, query: flush, ...(variables && { variables: JSON.stringify(variables, null, 2) }) };
}
