// Who may call what: every type and field with what the schema's marks say, filtered, and a sign where the identity at hand may not. Only the
// rows in sight are drawn, since a schema has thousands.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { authModeNames, authModes } from '../../../appsync/authorization.ts';
import type { AccessRules, ApiAccess, Prediction } from '../../../appsync/schema-access.ts';
import type { Identity } from '../../../sessions/identity.ts';
import { Check } from '../../../ui/check.tsx';
import { Field } from '../../../ui/field.tsx';
import { accessRows, type AccessRow } from './access-rows.ts';

export interface AccessViewProps {
  rules: AccessRules;
  identity: Identity | undefined;
  api: ApiAccess;
  onApi: (api: ApiAccess) => void;
}

export function AccessView({ rules, identity, api, onApi }: AccessViewProps) {
  const [text, setText] = useState('');
  const [onlyRefused, setOnlyRefused] = useState(false);
  const filter = useDeferredValue(text);
  const rows = useMemo(
    () => accessRows(rules, identity, { text: filter, onlyRefused }),
    [rules, identity, filter, onlyRefused],
  );
  const who = identity?.name ?? 'somebody';
  return (
    <div className="access">
      <h3>Who may call what</h3>
      <DefaultMode api={api} onApi={onApi} />
      <Field
        label="Filter"
        placeholder="A type, a field, a group, a mode"
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <Check
        label={`Only what is closed to ${who}`}
        name="only-refused"
        checked={onlyRefused}
        onChange={setOnlyRefused}
      />
      {rows.length === 0 ? (
        <p role="status">
          {text === '' ? `Nothing is closed to ${who}, as far as the schema says.` : 'Nothing of that name.'}
        </p>
      ) : (
        <Rows rows={rows} who={who} />
      )}
      <p className="access-foot">
        A resolver, an IAM policy or a Lambda authorizer may still refuse what the schema opens.
      </p>
    </div>
  );
}

/** Only modes that unmarked fields can be for. */
const choosable = authModes.filter((mode) => mode !== 'NONE');

function DefaultMode({ api, onApi }: Pick<AccessViewProps, 'api' | 'onApi'>) {
  const id = useId();
  return (
    <p className="access-default">
      <label htmlFor={id}>What is not marked is for the API’s default mode:</label>{' '}
      <select
        id={id}
        value={api.defaultMode ?? ''}
        onChange={(event) => {
          const mode = choosable.find((each) => each === event.target.value);
          if (mode) onApi({ defaultMode: mode });
        }}
      >
        {api.defaultMode === undefined ? <option value="">not known</option> : null}
        {choosable.map((mode) => (
          <option key={mode} value={mode}>
            {authModeNames[mode]}
          </option>
        ))}
      </select>
      {api.defaultMode === 'AMAZON_COGNITO_USER_POOLS' ? (
        <>
          {', whose default action is '}
          <select
            aria-label="Default action"
            value={api.defaultAction ?? ''}
            onChange={({ target: { value } }) => {
              if (value === 'ALLOW' || value === 'DENY') onApi({ defaultAction: value });
            }}
          >
            {api.defaultAction === undefined ? <option value="">not known</option> : null}
            <option>ALLOW</option>
            <option>DENY</option>
          </select>
        </>
      ) : null}
    </p>
  );
}

const heights = { type: 38, field: 26, long: 44 } as const;
const heightOf = (row: AccessRow | undefined) =>
  row?.kind !== 'field' ? heights.type : row.who || row.remark ? heights.long : heights.field;

function Rows({ rows, who }: { rows: readonly AccessRow[]; who: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- it is drawn anew with each scroll, which is the point
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index]),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
  });
  // The rows' heights depend on what they are, and the filter puts others in their places.
  const measured = useRef(rows);
  if (measured.current !== rows) {
    measured.current = rows;
    virtual.measure();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard
    <div className="access-rows" ref={scroller} tabIndex={0} role="list" aria-label="Types and fields">
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ key, index, start, size }) => {
          const row = rows[index];
          return row ? (
            <div
              key={key}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={`access-${row.kind}`}
              data-prediction={row.kind === 'field' ? row.prediction : undefined}
              style={{ top: start, height: size }}
            >
              {row.kind === 'type' ? (
                <>
                  <strong>{row.name}</strong>
                  <span className="access-who">{row.who ?? 'default mode'}</span>
                </>
              ) : (
                <>
                  <Sign prediction={row.prediction} who={who} />
                  <span className="access-name">
                    {row.name}
                    <span className="access-gives">: {row.gives}</span>
                  </span>
                  {row.who || row.remark ? (
                    <span className="access-who" title={[row.who, row.remark].filter(Boolean).join('; ')}>
                      {[row.who, row.remark].filter(Boolean).join('; ')}
                    </span>
                  ) : null}
                </>
              )}
            </div>
          ) : null;
        })}
      </div>
    </div>
  );
}

const signs: Readonly<Record<Prediction, string>> = { allowed: '✓', refused: '⊘', unknown: '?' };

function Sign({ prediction, who }: { prediction: Prediction; who: string }) {
  const words = {
    allowed: `open to ${who}:`,
    refused: `closed to ${who}:`,
    unknown: `not known for ${who}:`,
  } as const;
  return (
    <>
      <span className="access-sign" aria-hidden="true" title={words[prediction].slice(0, -1)}>
        {signs[prediction]}
      </span>
      <span className="visually-hidden">{words[prediction]} </span>
    </>
  );
}
