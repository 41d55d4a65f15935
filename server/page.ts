// Writes what the page must know at once into its HTML, so that it draws without asking first. Pure.
import { launchDataId, type LaunchData } from './api.ts';

/** Where index.html wants the launch data. */
export const launchDataMarker = '<!--launch-data-->';

/** JSON that cannot end a script element, open a comment in one, or break an old JavaScript reader. */
function jsonForHtml(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('>', String.raw`\u003e`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
}

/** The page with its launch data in it. Throws where the template has no marker or several: a build mistake. */
export function pageWith(template: string, launchData: LaunchData): string {
  const [before, after, ...more] = template.split(launchDataMarker);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`index.html must hold ${launchDataMarker} exactly once.`);
  }
  return `${before}<script type="application/json" id="${launchDataId}">${jsonForHtml(launchData)}</script>${after}`;
}
