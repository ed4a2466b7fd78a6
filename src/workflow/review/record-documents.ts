/**
 * A records clerk, who decides nothing, checks the documents and attests the facts that the criteria need.
 * The clerk sees names; the decider will see only what is attested here.
 */
import { attest, sendToReview } from '../../casework/matter/decide.ts';
import type { AttestedFact, OpenedMatter } from '../../casework/matter/matter.ts';
import { stateOf } from '../../casework/matter/matter.ts';
import { namesOf } from '../../casework/person/name.ts';
import { type Mistake, readLine } from '../../casework/person/typed-text.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { changeMatter } from '../matter/change-matter.ts';
import type { MatterRow } from '../ports/matter-history.ts';
import type { World } from '../ports/ports.ts';
import type { AttestationRow, CalledRow, DocumentRow, MatterSummary } from '../ports/records.ts';

export interface RecordsPage {
  readonly row: MatterRow;
  readonly version: number;
  readonly state: OpenedMatter;
  readonly person: CalledRow;
  readonly claim: Json;
  readonly documents: readonly DocumentRow[];
  readonly attestations: readonly AttestationRow[];
}

type RecordsWorld = Pick<World, 'records' | 'clock'>;
const clerkOf = (clerk: string) => ({ rights: 'clerk', person: clerk }) as const;

/** Matters whose documents wait to be recorded, the earliest promise first. */
export async function recordsQueue(
  world: RecordsWorld,
  clerk: string,
): Promise<readonly MatterSummary[]> {
  return await world.records.as(clerkOf(clerk), ({ matters }) => matters.list(['recording'], 200));
}

export async function recordsPage(
  world: RecordsWorld,
  asked: { readonly clerk: string; readonly matter: string },
): Promise<Result<RecordsPage, 'no-such-matter'>> {
  return await world.records.as(clerkOf(asked.clerk), async (records) => {
    const history = await records.matters.read(asked.matter);
    const person = await records.matters.subject(asked.matter);
    const state = stateOf(history?.events ?? []);
    if (history === undefined || person === undefined || state.status === 'not-opened') {
      return refuse('no-such-matter', 'there is no such matter, or it is not yours to see');
    }
    return success({
      row: history.row,
      version: history.version,
      state,
      person,
      claim: (await records.matters.claim(asked.matter)) ?? {},
      documents: await records.documents.ofMatter(asked.matter),
      attestations: await records.attestations.ofMatter(asked.matter),
    });
  });
}

const PURPOSE = { label: 'What for', atLeast: 10, atMost: 300 };

/** Former names, for a clerk who says what for. The reading is noted, and told to the person. */
export async function readFormerNames(
  world: Pick<World, 'records' | 'chance'>,
  asked: { readonly clerk: string; readonly matter: string; readonly purpose: string },
): Promise<
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }
> {
  const purpose = readLine(asked.purpose, PURPOSE);
  if (!purpose.ok) {
    return { ok: false, mistakes: [{ field: 'purpose', message: purpose.refusal.because }] };
  }
  const names = await world.records.as(clerkOf(asked.clerk), ({ matters }) =>
    matters.readFormerNames(world.chance.uuid(), asked.matter, purpose.value),
  );
  return { ok: true, names };
}

/** One document of a matter, for the clerk's eyes only. */
export async function documentForClerk(
  world: RecordsWorld & Pick<World, 'files'>,
  asked: { readonly clerk: string; readonly document: string },
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | undefined> {
  const row = await world.records.as(clerkOf(asked.clerk), ({ documents }) =>
    documents.read(asked.document),
  );
  const bytes = row === undefined ? undefined : await world.files.read(row.sha256);
  return row === undefined || bytes === undefined ? undefined : { mediaType: row.mediaType, bytes };
}

/** Attests the facts; `send` also hands the matter to the deciders' queue. */
export async function recordDocuments(
  world: RecordsWorld,
  asked: {
    readonly clerk: string;
    readonly matter: string;
    readonly seen: number;
    readonly facts: readonly AttestedFact[];
    readonly statement: string;
    readonly send: boolean;
  },
) {
  return await world.records.as(clerkOf(asked.clerk), async (records) => {
    const on = world.clock.today();
    const [fullName = '', ...formerNames] = await records.matters.namesToKeepOut(asked.matter);
    const names = namesOf({ fullName, formerNames });
    const { clerk, facts, statement } = asked;
    const attested = await changeMatter(records, asked, (state) =>
      attest(state, { clerk, on, facts, statement, names }),
    );
    if (!attested.ok || !asked.send) {
      return attested;
    }
    return await changeMatter(records, { matter: asked.matter, seen: undefined }, (state) =>
      sendToReview(state, { clerk, on }),
    );
  });
}
