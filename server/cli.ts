// The command line's entry. Run it with `npm start` or `npm run cli -- …`.
import { runProgram } from './program.ts';

const exitCode = await runProgram(process.argv.slice(2), (sentence) => console.error(`error: ${sentence}`));
if (exitCode !== undefined) process.exitCode = exitCode;
