// The panes behind GraphiQL's rail, in its order after the documentation. Made once: another list would close the open pane.
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { eventsPlugin } from './events/events-plugin.tsx';
import { identityPlugin } from './identity/identity-plugin.tsx';
import { schemaPlugin } from './schema/schema-plugin.tsx';

export const plugins = [HISTORY_PLUGIN, schemaPlugin, identityPlugin, eventsPlugin];
