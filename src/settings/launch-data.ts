// What the helper wrote into the page before it was sent. Read once, and taken out of the page: it holds the launch secret.
import * as v from 'valibot';
import { launchDataId, launchDataSchema, type LaunchData } from '../../server/api.ts';

const withoutHelper: LaunchData = {
  connections: [],
  demo: null,
  apiKeys: [],
  launchSecret: '',
  notes: ['The page was opened without its helper, so connections cannot be kept. Start it with npm start.'],
};

export function readLaunchData(document: Document): LaunchData {
  const element = document.getElementById(launchDataId);
  const text = element?.textContent;
  element?.remove();
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
