// What a command's end says to a script. The table stands in --help and in docs/command-line.md.

export const exitCodes = {
  failed: 1,
  usage: 2,
  refused: 3,
  unanswered: 4,
  noCognito: 5,
  configuration: 6,
  awsCredentials: 7,
  /** 128 + SIGINT, as shells count. */
  interrupted: 130,
} as const;

export const exitCodesHelp = `
Exit codes:
  0    done
  1    an error nobody foresaw
  2    the command line is wrong
  3    refused: password, code, client secret, or the user's state
  4    something was asked for and nobody could answer
  5    Cognito was not reached, did not answer as Cognito, or asks to wait
  6    the connection is wrong: file, ids, sign-in flow
  7    no AWS credentials (admin sign-in), or IAM refuses
  130  ended by Ctrl-C
`;
