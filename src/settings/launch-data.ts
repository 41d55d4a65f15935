// What the helper wrote into the page before it was sent. Read once; nothing here is secret but the demo's printed passwords.
import * as v from 'valibot';
import { launchDataId, launchDataSchema, type LaunchData } from '../../server/api.ts';

const withoutHelper: LaunchData = {
  connections: [],
  demo: null,
  notes: ['The page was opened without its helper, so connections cannot be kept. Start it with npm start.'],
};

export function readLaunchData(document: Document): LaunchData {
  const text = document.getElementById(launchDataId)?.textContent;
  if (!text) return withoutHelper;
  try {
    return v.parse(launchDataSchema, JSON.parse(text));
  } catch {
    return {
      ...withoutHelper,
      notes: ['The page and its helper are of different versions. Stop the helper and start it again.'],
    };
  }
}
