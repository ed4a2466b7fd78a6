/** Whoever handles a complaint lets a colleague of the same office handle it too. Nobody with a tie to it can be let in. */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import { noSuchComplaint } from './change-complaint.ts';

export async function letColleagueIn(
  { records }: Pick<World, 'records'>,
  asked: { readonly handler: string; readonly matter: string; readonly colleague: string },
): Promise<Result<true, 'no-such-complaint' | 'no-such-colleague'>> {
  const { handler, matter, colleague } = asked;
  return await records.as({ rights: 'conduct', person: handler }, async ({ conduct }) => {
    if ((await conduct.read(matter)) === undefined) {
      return noSuchComplaint;
    }
    const known = await conduct.colleagues(matter);
    return known.some(({ person, isIn }) => person === colleague && !isIn) &&
      (await conduct.letIn(matter, colleague))
      ? success(true)
      : refuse('no-such-colleague', 'choose a colleague from the list');
  });
}
