/**
 * Which version of a code was in force on a day, and what a provision said then. Conduct is judged by the code of its own
 * day, never by a later one: nobody can keep a rule that is not yet written.
 */
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  type CodeOfConduct,
  type CodeVersion,
  type PlacedProvision,
  provisionsOf,
} from '../definition/code-of-conduct.ts';

/** The version in force on a day. Refused for a day that no version covers whose structure is here. */
export function versionInForce(
  code: CodeOfConduct,
  on: CivilDate,
): Result<CodeVersion, 'no-version-then'> {
  const version = code.versions.find(
    ({ from, to }) => from <= on && (to === undefined || on <= to),
  );
  return version === undefined
    ? refuse(
        'no-version-then',
        `no version of this code that is kept here was in force on ${inWords(on)}; ${code.owner.short} would have to supply it`,
      )
    : success(version);
}

export type ProvisionRefusal = 'no-version-then' | 'not-in-force-then' | 'unknown-provision';

/** A provision as it stood on a day. One that only another version has is told apart from one that never was. */
export function provisionInForce(
  code: CodeOfConduct,
  number: string,
  on: CivilDate,
): Result<PlacedProvision & { readonly version: CodeVersion }, ProvisionRefusal> {
  const version = versionInForce(code, on);
  if (!version.ok) {
    return version;
  }
  const placed = placedIn(version.value, number);
  if (placed !== undefined) {
    return success({ ...placed, version: version.value });
  }
  const elsewhere = code.versions.find((other) => placedIn(other, number) !== undefined);
  return elsewhere === undefined
    ? refuse('unknown-provision', `this code has no provision ${number}`)
    : refuse(
        'not-in-force-then',
        `provision ${number} was not in force on ${inWords(on)}; it belongs to the version of ${inWords(elsewhere.from)}`,
      );
}

const placedIn = (version: CodeVersion, number: string): PlacedProvision | undefined =>
  provisionsOf(version).find(({ provision }) => provision.number === number);
