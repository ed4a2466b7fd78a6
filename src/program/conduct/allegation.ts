/**
 * What an allegation may rest on. Against a person: a mandatory provision of the version in force on the day of the
 * conduct. An advisory provision may be cited beside it, and never carries a sanction. Against the body itself a
 * principle is enough, because the body pledged it and judges nobody's livelihood by it.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { never, type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Binding, CodeOfConduct } from '../definition/code-of-conduct.ts';
import { type ProvisionRefusal, provisionInForce } from './in-force.ts';

export type ComplaintAbout = 'person' | 'body';

/** One provision as an allegation names it: enough to say later by which words somebody was judged. */
export interface NamedProvision {
  readonly code: string;
  readonly version: string;
  readonly number: string;
  readonly binding: Binding;
  readonly conductOn: CivilDate;
}

export type CiteRefusal = ProvisionRefusal | 'binding-not-known';
export type GroundRefusal = CiteRefusal | 'advisory-only' | 'no-duty';

/** Any provision in force on the day of the conduct, with what it binds to. */
export function cited(
  code: CodeOfConduct,
  number: string,
  conductOn: CivilDate,
): Result<NamedProvision, CiteRefusal> {
  const found = provisionInForce(code, number, conductOn);
  if (!found.ok) {
    return found;
  }
  const binding = found.value.part.binding.value;
  return binding === null
    ? refuse('binding-not-known', `whether provision ${number} binds anybody is not known`)
    : success({ code: code.id, version: found.value.version.id, number, binding, conductOn });
}

/** The provision that an allegation rests on. */
export function groundOf(
  code: CodeOfConduct,
  asked: {
    readonly number: string;
    readonly conductOn: CivilDate;
    readonly about: ComplaintAbout;
  },
): Result<NamedProvision, GroundRefusal> {
  const named = cited(code, asked.number, asked.conductOn);
  if (!named.ok) {
    return named;
  }
  const { binding } = named.value;
  switch (binding) {
    case 'mandatory':
      return named;
    case 'advisory':
      return asked.about === 'body'
        ? named
        : refuse(
            'advisory-only',
            `provision ${asked.number} is advice: it can be cited, and an allegation against a person needs a duty to rest on`,
          );
    case 'procedural':
    case 'definition':
      return refuse(
        'no-duty',
        `provision ${asked.number} says how the code is read or applied; it lays a duty on nobody`,
      );
    default:
      throw never(binding);
  }
}

/** May a sanction on a person rest on this? Only on a duty. */
export const maySanction = ({ binding }: Pick<NamedProvision, 'binding'>): boolean =>
  binding === 'mandatory';
