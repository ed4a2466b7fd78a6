/**
 * What a program of the body itself may ask of a credential. Whether somebody is certified, and whether that ends, is decided by
 * named people (workflow/review, workflow/exam, workflow/certify/revoke); a program gets what was signed because of it, or hears
 * whether it has been done. Nothing is written here, so that there is nothing a program could decide.
 */
import { mayBeReliedOn } from '../../casework/award/standing.ts';
import { canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, type JsonObject, member } from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { IssuerWorld } from './issuer.ts';
import { copyAt } from './registry-record.ts';

type CopyWorld = Pick<IssuerWorld, 'records' | 'clock' | 'origin'>;
export type ProgramRefusal =
  | 'no-such-credential'
  | 'not-what-was-awarded'
  | 'counts-no-more'
  | 'nobody-decided';

/** The signed copy of an award. `said` names it by its `id`; all else that is said must stand in the award. */
export async function signedCopy(
  world: CopyWorld,
  said: JsonObject,
): Promise<Result<Json, ProgramRefusal>> {
  const found = await copyCalled(world, member(said, 'id'));
  if (!found.ok) {
    return found;
  }
  const { document, standing } = found.value;
  const other = Object.keys(said).find(
    (name) => name !== 'proof' && !isSame(member(said, name), member(document, name)),
  );
  if (other !== undefined) {
    return refuse(
      'not-what-was-awarded',
      `${other} is not what was awarded: what a credential says follows from the decision, so the id alone is enough`,
    );
  }
  return mayBeReliedOn(standing)
    ? success(document)
    : refuse('counts-no-more', `this copy counts no more: ${standing.word}`);
}

/** Where the copy is on the list of those that count no more. It comes there by a named person's decision, never from here. */
export async function setOnList(
  world: CopyWorld,
  id: Json | undefined,
): Promise<Result<string, ProgramRefusal>> {
  const found = await copyCalled(world, id);
  if (!found.ok) {
    return found;
  }
  return found.value.facts.endedOn === undefined
    ? refuse(
        'nobody-decided',
        `nobody has decided this: a director revokes a credential, with a reason and under their own name, at ${world.origin}/desk/credentials; its place is set in the same moment`,
      )
    : success(found.value.standing.word);
}

async function copyCalled(world: CopyWorld, id: Json | undefined) {
  const start = `${world.origin}/c/`;
  const place = typeof id === 'string' && id.startsWith(start) ? id.slice(start.length) : undefined;
  const found = place === undefined ? undefined : await copyAt(world, place);
  return found === undefined || !isJsonObject(found.document)
    ? refuse(
        'no-such-credential',
        `no credential of this issuer has this id, which begins ${start}`,
      )
    : success(found);
}

const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  one !== undefined && other !== undefined && canonicalJson(one) === canonicalJson(other);
