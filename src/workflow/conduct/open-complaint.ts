/**
 * A concern about somebody's conduct, or about the body, becomes a matter: whom it is about, which provisions it goes
 * against, under which name the complainant appears. One transaction; whoever opens it is the first on its list.
 */
import type { Bound, Naming } from '../../casework/conduct/conduct-event.ts';
import { type ConductRules, DEFAULT_CONDUCT_RULES } from '../../casework/conduct/conduct-rules.ts';
import { type Alleged, join, receive } from '../../casework/conduct/intake.ts';
import { labelFrom } from '../../casework/matter/label.ts';
import { refuse, success } from '../../kernel/result/result.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import type { ComplaintAbout } from '../../program/conduct/allegation.ts';
import type { PartyRow } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { changeComplaint, noSuchComplaint, notWritten } from './change-complaint.ts';
import { tellConcerned } from './tell-concerned.ts';
import { namesNobody } from './words-without-names.ts';

type OpenWorld = Pick<World, 'records' | 'clock' | 'chance' | 'origin'>;

/** Who complains, as they chose to appear. */
export interface Complainant {
  /** The concern it came as; undefined where the body complains by itself. */
  readonly concern: string | undefined;
  readonly person: string | undefined;
  readonly fullName: string | undefined;
  readonly contact: string | undefined;
  readonly naming: Naming;
  readonly language: 'en' | 'es';
  readonly hopes: string;
}

export interface Respondent {
  /** Somebody whom the code binds or bound; undefined for anybody else, and for the body. */
  readonly person: string | undefined;
  readonly fullName: string | undefined;
  readonly formerNames: readonly string[];
}

/** The rules under which a complaint begins today. No program publishes limits of its own yet. */
const conductRulesOf = (_program: string): ConductRules => DEFAULT_CONDUCT_RULES;

/** The complaint's own words stand under labels: hopes are the complainant's, and may name anybody. */
export async function openComplaint(
  world: OpenWorld,
  asked: {
    readonly handler: string;
    readonly about: ComplaintAbout;
    readonly program: string;
    readonly grounds: readonly string[];
    readonly setting: string | undefined;
    readonly respondent: Respondent;
    readonly complainant: Complainant;
    readonly alleged: readonly Alleged[];
  },
) {
  const code = codeOf(asked.program);
  if (code === undefined) {
    return refuse('no-such-program', 'there is no such program');
  }
  const { handler, about, program, complainant } = asked;
  const on = world.clock.today();
  const rules = conductRulesOf(program);
  const id = world.chance.uuid();
  return await world.records.as({ rights: 'conduct', person: handler }, async (records) => {
    const { conduct } = records;
    const received = receive({
      ...{ on, code, rules, about, complaint: 'c1' },
      naming: complainant.naming,
      alleged: asked.alleged,
      hopes: '',
      bound: await boundOf(records, asked),
    });
    if (!received.ok) {
      return received;
    }
    const parties = [
      respondentRow(world, id, asked.respondent),
      complainantRow(world, id, 'c1', complainant),
    ];
    const nobody = namesNobody([received.value], parties);
    if (!nobody.ok) {
      return nobody;
    }
    const label = labelFrom('X', world.chance.bytes(7));
    const { grounds, setting } = asked;
    const row = { id, label, about, program, rules: rules.id, grounds, setting, openedOn: on };
    if ((await conduct.open(row, complainant.concern)) === 'excluded') {
      return notWritten('excluded');
    }
    for (const party of parties) {
      if (!(await conduct.addParty(party))) {
        return openedBefore;
      }
    }
    const written = await conduct.append(id, 0, [received.value]);
    if (written !== 'written') {
      return notWritten(written);
    }
    await tellConcerned(world, records, { row }, [received.value], ['c1']);
    return success({ id, label });
  });
}

/** The same concern twice. Whoever handles it is not told here who does. */
const openedBefore = refuse(
  'opened-before',
  'this concern has become a matter already; whoever handles it can let you in',
);

async function boundOf(
  { conduct }: Pick<Records, 'conduct'>,
  { about, program, respondent }: Parameters<typeof openComplaint>[1],
): Promise<Bound | undefined> {
  return about === 'body' || respondent.person === undefined
    ? undefined
    : await conduct.boundOf(respondent.person, program);
}

const respondentRow = (
  { chance }: Pick<World, 'chance'>,
  matter: string,
  { person, fullName, formerNames }: Respondent,
): PartyRow => ({
  ...{ id: chance.uuid(), matter, role: 'respondent', key: 'respondent' },
  ...{ person, fullName, formerNames, contact: undefined, naming: undefined },
  ...{ concern: undefined, hopes: '', language: 'en' },
});

function complainantRow(
  { chance }: Pick<World, 'chance'>,
  matter: string,
  key: string,
  { person, fullName, contact, naming, concern, hopes, language }: Complainant,
): PartyRow {
  return {
    ...{ id: chance.uuid(), matter, role: 'complainant', key, person, formerNames: [] },
    // Whoever stays anonymous has no name here, whatever was typed.
    fullName: naming === 'anonymous' ? undefined : fullName,
    ...{ contact, naming, concern, language },
    hopes: hopes.trim(),
  };
}

/** Another complaint about the same events joins a matter, with its own complainant. */
export async function joinComplaint(
  world: OpenWorld,
  asked: {
    readonly handler: string;
    readonly matter: string;
    readonly seen: number;
    readonly complainant: Complainant;
    readonly alleged: readonly Alleged[];
  },
) {
  const { handler, matter, complainant } = asked;
  return await world.records.as({ rights: 'conduct', person: handler }, async (records) => {
    const { conduct } = records;
    const history = await conduct.read(matter);
    const code = codeOf(history?.row.program ?? '');
    if (history === undefined || code === undefined) {
      return noSuchComplaint;
    }
    const before = await conduct.parties(matter);
    const key = `c${before.filter(({ role }) => role === 'complainant').length + 1}`;
    const party = complainantRow(world, matter, key, complainant);
    const changed = await changeComplaint(records, asked, (state) => {
      const joined = join(state, {
        ...{ on: world.clock.today(), by: handler, code, complaint: key },
        ...{ naming: complainant.naming, hopes: '', alleged: asked.alleged },
      });
      const nobody = joined.ok ? namesNobody(joined.value, [...before, party]) : joined;
      return nobody.ok ? joined : nobody;
    });
    if (!changed.ok) {
      return changed;
    }
    if (!(await conduct.addParty(party))) {
      return openedBefore;
    }
    await tellConcerned(world, records, history, changed.value.events, []);
    return success({ key });
  });
}
