// Takes a comparison out of the page: which form, with or without its values, to the clipboard or as a file.
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Check } from '../ui/check.tsx';
import { Choice } from '../ui/choice.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { saveAsFile } from '../ui/save-as-file.ts';
import type { ComparisonSnapshot } from './comparison.ts';
import { exportedFrom } from './exports/exported.ts';
import { exportTargets } from './exports/index.ts';
import { participantKind } from './participant.ts';
import type { Show } from './visible-lines.ts';
import './export-dialog.css';

export interface ExportDialogProps {
  snapshot: ComparisonSnapshot;
  show: Show;
  onClose: () => void;
}

const shownWords: Record<Show, string> = {
  everything: 'All rows, lists unfolded.',
  differences: 'The rows that differ, as the table shows now.',
  permissions: 'The rows that differ by rights, as the table shows now.',
};

export function ExportDialog({ snapshot, show, onClose }: ExportDialogProps) {
  const [id, setId] = useState(exportTargets[0]?.id ?? '');
  const [masked, setMasked] = useState(false);
  const target = exportTargets.find((each) => each.id === id);
  const text = () => target?.write(exportedFrom(toExport(snapshot, show, masked)));

  function download() {
    const written = text();
    if (written === undefined || target === undefined) return;
    const name = `${snapshot.operation?.title ?? 'comparison'}.${target.fileEnding}`;
    saveAsFile(name, new Blob([written], { type: target.contentType }));
  }

  return (
    <Dialog title="Export the comparison" onClose={onClose}>
      <div className="export-form">
        <Choice
          legend="As"
          name="export-as"
          options={exportTargets.map((each) => ({ value: each.id, label: each.label, help: each.help }))}
          value={id}
          onChange={setId}
        />
        <Check
          label="Mask values"
          name="export-masked"
          help="Who gets what stays; values, keys of items and AWS’s messages go."
          checked={masked}
          onChange={setMasked}
        />
        <p className="field-hint">{shownWords[show]} No token is in it.</p>
        <div className="export-acts">
          <Button kind="primary" onClick={download}>
            Download
          </Button>
          <CopyButton text={text} label={`Copy as ${target?.label ?? ''}`} />
        </div>
      </div>
    </Dialog>
  );
}

function toExport({ operation, startedAt, columns, table }: ComparisonSnapshot, show: Show, masked: boolean) {
  return {
    operation: operation ? `${operation.kind} ${operation.title}` : 'comparison',
    startedAt,
    columns: columns.map(({ participant, answer, exchange }) => ({
      name: participant.name,
      kind: participantKind(participant),
      answer,
      ...(exchange && {
        status: exchange.status,
        milliseconds: Math.round(exchange.milliseconds),
        bytes: exchange.bytes,
      }),
    })),
    table,
    show,
    masked,
  };
}
