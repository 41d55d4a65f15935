// The registry of commands: one file and one line each.
import type { Command } from 'commander';
import { addServe } from './serve.ts';

export const commands: readonly ((program: Command) => void)[] = [addServe];
