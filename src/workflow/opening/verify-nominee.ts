/** Staff hold what nominees say of themselves against the records: verified with its source, or set aside with a reason. */
import { readLine, readParagraphs } from '../../casework/person/typed-text.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { World } from '../ports/ports.ts';
import type { NomineeToVerify, Opening } from '../ports/seat-records.ts';

type VerifyRefusal = 'source-missing' | 'reason-missing' | 'not-yours-to-verify';

const notYours = () =>
  refuse(
    'not-yours-to-verify',
    'the pool is closed, it was verified before, the quotas have no such value, or you are nominated for this opening yourself',
  );

export async function nomineesToVerify(
  world: Pick<World, 'records'>,
  { staff, opening }: { readonly staff: string; readonly opening: string },
): Promise<
  { readonly opening: Opening; readonly nominees: readonly NomineeToVerify[] } | undefined
> {
  return await world.records.as({ rights: 'staff', person: staff }, async ({ seats }) => {
    const found = await seats.opening(opening);
    return found && { opening: found, nominees: await seats.toVerify(opening) };
  });
}

/** Every value at once, from one source. */
export async function verifyNominee(
  world: Pick<World, 'records' | 'clock'>,
  asked: {
    readonly staff: string;
    readonly nomination: string;
    readonly values: Readonly<Record<string, string>>;
    readonly source: string;
  },
): Promise<Result<true, VerifyRefusal>> {
  const source = readLine(asked.source, { label: 'Where you saw it', atLeast: 3, atMost: 200 });
  if (!source.ok) {
    return refuse('source-missing', source.refusal.because);
  }
  if (Object.keys(asked.values).length === 0) {
    return notYours();
  }
  return await world.records.as({ rights: 'staff', person: asked.staff }, async ({ seats }) => {
    for (const [category, value] of Object.entries(asked.values)) {
      const written = await seats.verify({
        nomination: asked.nomination,
        ...{ category, value, source: source.value },
        ...{ by: asked.staff, on: world.clock.today() },
      });
      if (written !== 'written') {
        return notYours();
      }
    }
    return success(true);
  });
}

export async function setNomineeAside(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'origin'>,
  asked: { readonly staff: string; readonly nomination: string; readonly reason: string },
): Promise<Result<true, VerifyRefusal>> {
  const reason = readParagraphs(asked.reason, { label: 'The reason', atLeast: 10, atMost: 1000 });
  if (!reason.ok) {
    return refuse('reason-missing', reason.refusal.because);
  }
  return await world.records.as({ rights: 'staff', person: asked.staff }, async ({ seats }) => {
    const written = await seats.setAside({
      nomination: asked.nomination,
      ...{ reason: reason.value, by: asked.staff, on: world.clock.today() },
    });
    if (written !== 'written') {
      return notYours();
    }
    await seats.tellNominee({
      id: world.chance.uuid(),
      nomination: asked.nomination,
      subject: 'About the seat you came forward for',
      body: `You are not in the pool, and the reason is written down for you: ${world.origin}/my/openings`,
    });
    return success(true);
  });
}
