/** Starts or joins the database of a folder, as any program of ours does, says how, and stays until it is killed. */
import { openDatabase } from '../../src/storage/database/postgres.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  throw new Error('say which folder');
}
const running = await openDatabase(folder, undefined);
console.log(JSON.stringify({ how: running.how, pid: running.pid }));
setInterval(() => {}, 60_000);
