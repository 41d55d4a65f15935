// Thrown instead of a token that would be refused. Its message is for people as it stands.

export class SessionExpired extends Error {
  override readonly name = 'SessionExpired';
  readonly sessionId: string;

  constructor(sessionId: string, sentence: string) {
    super(sentence);
    this.sessionId = sessionId;
  }
}
