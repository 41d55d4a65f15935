// Builds the page once before all tests, as npm start does.
import { ensureBuilt } from '../server/build-app.ts';

export default async function build(): Promise<void> {
  await ensureBuilt();
}
