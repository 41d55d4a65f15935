// The panes behind GraphiQL's rail, in its order after the documentation. Made once: another list would close the open pane.
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { codePlugin } from './code/code-plugin.tsx';
import { eventsPlugin } from './events/events-plugin.tsx';
import { explorerPlugin } from './explorer/explorer-plugin.tsx';
import { identityPlugin } from './identity/identity-plugin.tsx';
import { schemaPlugin } from './schema/schema-plugin.tsx';

export const plugins = [HISTORY_PLUGIN, explorerPlugin, schemaPlugin, identityPlugin, eventsPlugin, codePlugin];
