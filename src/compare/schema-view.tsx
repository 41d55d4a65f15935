// What the schema's marks predict for each identity against what it got, where the schema is known as SDL.
import { useMemo } from 'react';
import type { AccessRules } from '../appsync/schema-access.ts';
import { Notice } from '../ui/notice.tsx';
import { ComparedTable } from './compared-table.tsx';
import type { ComparisonSnapshot } from './comparison.ts';
import { predictedFields, type PredictedField } from './predictions.ts';
import './schema-view.css';

export interface SchemaViewProps {
  snapshot: ComparisonSnapshot;
  rules: AccessRules | undefined;
}

export function SchemaView({ snapshot, rules }: SchemaViewProps) {
  const { asked, operation, columns, table } = snapshot;
  const fields = useMemo(() => {
    if (rules === undefined || asked === undefined || operation === undefined) return [];
    const callers = columns.map(({ participant: { authMode, groups } }) => ({ authMode, groups }));
    return predictedFields({ query: asked.query, operation }, rules, callers, table);
  }, [rules, asked, operation, columns, table]);
  if (rules === undefined) {
    return (
      <div className="schema-view-told">
        <Notice
          kind="info"
          what="The schema’s own marks are not known yet."
          why="AppSync’s introspection leaves out who may call what (@aws_cognito_user_pools and its like)."
          next="Drop the API’s SDL into the Schema pane, and what it predicts stands here beside what each identity got."
        />
      </div>
    );
  }
  const disagreeing = fields.filter(({ disagrees }) => disagrees).length;
  return (
    <>
      <p className="schema-view-told" role="status">
        {disagreeing === 0
          ? 'Everybody got what the schema’s marks say, as far as can be told.'
          : `${disagreeing} ${disagreeing === 1 ? 'field disagrees' : 'fields disagree'} with the schema’s marks: a resolver decides there, or the schema is not the one in use.`}
      </p>
      <ComparedTable
        label="Schema against answers"
        rowName="field"
        participants={columns.map(({ participant }) => participant)}
      >
        {fields.map((field) => (
          <tr key={field.path} data-disagrees={field.disagrees || undefined}>
            <th scope="row" className="schema-view-field">
              <code>{field.path}</code>
              <small>{field.field}</small>
            </th>
            {columns.map(({ participant }, column) => (
              <td key={participant.id}>
                <Judged cell={field.cells[column]} />
              </td>
            ))}
          </tr>
        ))}
      </ComparedTable>
    </>
  );
}

const predictedWords = { allowed: '✓ may', refused: '⊘ may not', unknown: '? not said' } as const;
const observedWords = { allowed: 'got it', refused: 'was refused', unknown: 'nothing to tell by' } as const;

function Judged({ cell }: { cell: PredictedField['cells'][number] | undefined }) {
  if (cell === undefined) return null;
  const { predicted, observed, agrees } = cell;
  return agrees ? (
    <span className="schema-view-judged" data-predicted={predicted}>
      {predictedWords[predicted]}
    </span>
  ) : (
    <strong className="schema-view-judged">
      ≠ {predictedWords[predicted]}, {observedWords[observed]}
    </strong>
  );
}
