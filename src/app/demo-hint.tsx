// What one of the demo's further connections shows; where its app client has a secret, the secret, which is none.
import { CopyButton } from '../ui/copy-button.tsx';
import './demo-hint.css';

export interface DemoHintProps {
  shows: string;
  clientSecret?: string;
}

export function DemoHint({ shows, clientSecret }: DemoHintProps) {
  return (
    <div className="demo-hint">
      <p>{shows}</p>
      {clientSecret === undefined ? null : (
        <p className="demo-hint-secret">
          <span>Its client secret, for the demo only:</span>
          <CopyButton text={clientSecret} label="Copy the client secret" />
          <code>{clientSecret}</code>
        </p>
      )}
    </div>
  );
}
