/** Look-ups in the public register, what holders let it say, and rosters; names are compared in the database, which alone sees them. */
import type { Listing } from '../../casework/register/look-up-forms.ts';
import { isPlace } from '../../casework/register/places.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { AskedOfMe, LookUpRecords } from '../../workflow/ports/look-up-records.ts';
import type { Tx } from '../database/connect.ts';
import { stored } from './rows.ts';

const ids = (rows: readonly { id: string }[]): readonly string[] => rows.map(({ id }) => id);

export function lookUpRecords(tx: Tx): LookUpRecords {
  return {
    ...rosterRecords(tx),
    async byNumber({ program, number, familyName }) {
      return ids(
        await tx<
          { id: string }[]
        >`select f as id from register.find_by_number(${program}, ${number}, ${familyName}) f`,
      );
    },
    async byName({ program, place, fullName }) {
      return ids(
        await tx<
          { id: string }[]
        >`select f as id from register.find_by_name(${program}, ${place}, ${fullName}) f`,
      );
    },
    async listing() {
      const [row] = await tx<
        { shown: Listing['shown']; place: string | null }[]
      >`select shown, place from register.listing where person = front.me()`;
      const place = row?.place ?? '';
      return row && { shown: row.shown, place: isPlace(place) ? place : undefined };
    },
    async keepListing(person, { shown, place }) {
      await tx`insert into register.listing (person, shown, place)
        values (${person}, ${shown}, ${place ?? null})
        on conflict (person) do update set shown = excluded.shown, place = excluded.place, changed_at = now()`;
    },
    async askedOfMe() {
      const rows = await tx<
        {
          roster: string;
          line: number;
          organization: string;
          program: string;
          asked_on: string;
          answer: AskedOfMe['answer'] | null;
          ends_on: string;
          names_two: boolean;
        }[]
      >`select * from register.asked_of_me()`;
      return rows.map(({ asked_on, ends_on, answer, names_two, ...row }) => ({
        ...row,
        namesTwo: names_two,
        ...{ askedOn: date(asked_on), endsOn: date(ends_on), answer: answer ?? undefined },
      }));
    },
    async answerRoster(roster, line, answer, on) {
      const [row] = await tx<{ done: boolean }[]>`
        select register.answer_roster(${roster}, ${line}, ${answer}, ${on}) as done`;
      return row?.done === true;
    },
  };
}

type RosterRecords = Pick<
  LookUpRecords,
  | 'openRoster'
  | 'confirmRoster'
  | 'roster'
  | 'rosterLines'
  | 'endRoster'
  | 'rostersToFollow'
  | 'toldRoster'
>;

function rosterRecords(tx: Tx): RosterRecords {
  return {
    async openRoster({ id, organization, email, tokenHash, endsOn, lines }) {
      await tx`select register.open_roster(${id}, ${organization}, ${email}, ${tokenHash}, ${endsOn},
        ${stored(tx, lines as unknown as Json)})`;
    },
    async confirmRoster(tokenHash, on) {
      return await tx<
        { person: string; organization: string }[]
      >`select person, organization from register.confirm_roster(${tokenHash}, ${on})`;
    },
    async roster(tokenHash, on) {
      const [row] = await tx<
        { organization: string; email: string; ends_on: string; is_confirmed: boolean }[]
      >`select * from register.roster_by_token(${tokenHash}, ${on})`;
      return (
        row && {
          ...{ organization: row.organization, email: row.email },
          ...{ endsOn: date(row.ends_on), isConfirmed: row.is_confirmed },
        }
      );
    },
    async rosterLines(tokenHash, on) {
      const rows = await tx<
        {
          line: number;
          program: string;
          number: string;
          family_name: string;
          copy: string | null;
        }[]
      >`select * from register.roster_lines(${tokenHash}, ${on})`;
      return rows.map(({ line, program, number, family_name, copy }) => ({
        ...{ line, program, number, familyName: family_name, copy: copy ?? undefined },
      }));
    },
    async endRoster(tokenHash) {
      const [row] = await tx<{ done: boolean }[]>`select register.end_roster(${tokenHash}) as done`;
      return row?.done === true;
    },
    async rostersToFollow(on) {
      const rows = await tx<
        {
          roster: string;
          email: string;
          organization: string;
          line: number;
          told: string | null;
          copy: string | null;
        }[]
      >`select * from register.rosters_to_follow(${on})`;
      return rows.map(({ told, copy, ...row }) => ({
        ...row,
        ...{ told: told ?? undefined, copy: copy ?? undefined },
      }));
    },
    async toldRoster(roster, line, word) {
      await tx`select register.told_roster(${roster}, ${line}, ${word ?? null})`;
    },
  };
}
