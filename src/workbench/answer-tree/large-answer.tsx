// An answer that is too large for GraphiQL's editor: how large, all of it as a file, and a tree where it is JSON.
import { useState } from 'react';
import type { AnswerBody } from '../../appsync/http.ts';
import { Button } from '../../ui/button.tsx';
import { saveAsFile } from '../../ui/save-as-file.ts';
import { sizeText } from '../../appsync/exchange-words.ts';
import { AnswerTree } from './answer-tree.tsx';

export interface LargeAnswerProps {
  body: AnswerBody;
  bytes: number;
  /** A path in its data, to be brought into sight; another object each time. */
  target: readonly (string | number)[] | undefined;
}

export function LargeAnswer({ body, bytes, target }: LargeAnswerProps) {
  const isTree = body.kind === 'json';
  return (
    <>
      <p className="large-answer">
        <span>
          {isTree
            ? `This answer is ${sizeText(bytes)}, too large for the editor: it is shown as a tree.`
            : `This answer is ${sizeText(bytes)}; only its start is shown.`}
        </span>
        <DownloadButton body={body} />
      </p>
      {isTree ? <AnswerTree value={body.value} target={target} /> : null}
    </>
  );
}

function DownloadButton({ body }: { body: AnswerBody }) {
  // Made at the press: twice the answer's size in memory is for those who want it.
  const [failed, setFailed] = useState(false);
  function download() {
    try {
      if (body.kind === 'json')
        saveAsFile('answer.json', new Blob([JSON.stringify(body.value)], { type: 'application/json' }));
      else saveAsFile('answer.txt', new Blob([body.text], { type: 'text/plain' }));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }
  return (
    <>
      <Button onClick={download}>Download all of it</Button>
      {failed ? <span role="status">The browser has not enough memory for that.</span> : null}
    </>
  );
}
