/** The command line as a process of its own: `node --import tsx tests/support/command-process.ts COMMAND ...`. */
import { main } from '../../src/main.ts';

await main(process.argv.slice(2), '');
