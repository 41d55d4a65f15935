// The connection at hand as a command of the AWS CLI, to copy. What is secret is a placeholder in it.
import { awsCliCommandFrom, type CliConnection } from '../cognito/aws-cli.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Snippet } from '../ui/snippet.tsx';
import './cli-dialog.css';

export interface CliDialogProps {
  connection: CliConnection;
  /** As typed so far; may be empty. */
  username: string;
  onClose: () => void;
}

export function CliDialog({ connection, username, onClose }: CliDialogProps) {
  const { command, notes } = awsCliCommandFrom(connection, username);
  return (
    <Dialog title="As AWS CLI" onClose={onClose}>
      <div className="cli-dialog">
        <p>This sign-in as a command for a terminal. What stands in angle brackets is for you to fill in.</p>
        <Snippet title="Command" text={command} />
        {notes.length > 0 ? (
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        ) : null}
        <p className="cli-dialog-after">
          Its answer, kept as a file, can be dropped on the sign-in card. For all of it in one line, codes and SRP
          included: <code>npm run --silent cli -- token --help</code>
        </p>
      </div>
    </Dialog>
  );
}
