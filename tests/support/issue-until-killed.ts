/** Issues what is due in a process of its own, so that a test can kill it; prints how many after each transaction. */
import { writeSync } from 'node:fs';
import { pools } from '../../src/storage/database/prepare.ts';
import { issueDue } from '../../src/workflow/certify/issue-due.ts';
import { TEST_SECRET } from './database.ts';
import { worldOver } from './exam-world.ts';

const asked = JSON.parse(process.argv[2] ?? '{}');
const opened = pools(asked.where, TEST_SECRET);
const { issued } = await issueDue(worldOver(opened, asked.folder), (count) => {
  writeSync(1, `${count}\n`);
});
writeSync(1, `done ${issued}\n`);
await opened.close();
