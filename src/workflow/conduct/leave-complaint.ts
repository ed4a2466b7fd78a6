/**
 * Whoever handles a complaint turns out to have a tie to somebody in it: they leave, and see nothing of it from then on.
 * The last one to handle it lets a colleague in first, so that nobody is left waiting for no one.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import { noSuchComplaint } from './change-complaint.ts';

export type LeaveRefusal = 'no-such-complaint' | 'reason-missing' | 'nobody-left';

export async function leaveComplaint(
  { records }: Pick<World, 'records'>,
  asked: { readonly handler: string; readonly matter: string; readonly why: string },
): Promise<Result<true, LeaveRefusal>> {
  const { handler, matter } = asked;
  const why = asked.why.trim();
  return await records.as({ rights: 'conduct', person: handler }, async ({ conduct }) => {
    if ((await conduct.read(matter)) === undefined) {
      return noSuchComplaint;
    }
    if (why === '') {
      return refuse('reason-missing', 'say what the tie is, in a few words');
    }
    const others = (await conduct.colleagues(matter)).filter(({ person }) => person !== handler);
    if (others.some(({ isIn }) => !isIn) && !others.some(({ isIn }) => isIn)) {
      return refuse('nobody-left', 'let a colleague in first, who carries on');
    }
    await conduct.leaveForTie(matter, why);
    return success(true);
  });
}
