// The registry of commands: one file and one line each.
import type { Command } from 'commander';
import { addServe } from './serve.ts';
import { addSecretHash } from './secret-hash.ts';
import { addToken } from './token.ts';

export const commands: readonly ((program: Command) => void)[] = [addServe, addToken, addSecretHash];
