/** A server of the exam in a process of its own, so that a test can kill it as a power cut would. */
import { pools } from '../../src/storage/database/prepare.ts';
import { TEST_SECRET } from './database.ts';
import { serveExam } from './exam-server.ts';

const asked = JSON.parse(process.argv[2] ?? '{}');
const server = await serveExam({
  pools: pools(asked.where, TEST_SECRET),
  folder: asked.folder,
  scripts: asked.scripts,
  port: asked.port,
});
process.stdout.write(`ready ${server.origin}\n`);
