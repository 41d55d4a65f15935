// Text or a text file dropped on a part of the page: whether something hovers over it, and what came.
import { useState, type DragEvent } from 'react';
import { textOfFile } from '../ui/text-of-file.ts';

/** What is dropped here is some kilobytes; a film dropped by mistake is not read. */
const most = 1_000_000;

const takes = ({ dataTransfer }: DragEvent) =>
  dataTransfer.types.includes('Files') || dataTransfer.types.includes('text/plain');

/** Text dragged into a field is the browser's own business. */
const isForField = ({ target, dataTransfer }: DragEvent) =>
  !dataTransfer.types.includes('Files') && target instanceof Element && target.closest('input, textarea') !== null;

export function useDroppedText(onText: (text: string) => void) {
  const [over, setOver] = useState(false);

  async function read(dropped: DataTransfer) {
    const file = dropped.files[0];
    const text = dropped.getData('text/plain');
    if (file === undefined) return onText(text);
    const content = await textOfFile(file, most);
    // Whoever judges the text says that it is not what was wanted; it says itself why.
    onText(content.ok ? content.text : content.wrong);
  }

  const handlers = {
    onDragOver: (event: DragEvent) => {
      if (!takes(event) || isForField(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      const to = event.relatedTarget;
      if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!takes(event) || isForField(event)) return;
      event.preventDefault();
      void read(event.dataTransfer);
    },
  };
  return { over, handlers };
}
