/** Mentoring: offers, and pairs that only the two of them see. */
import type { PairStanding } from '../../casework/mentoring/pair.ts';
import type { Language, MeetingTime, Region } from '../../casework/mentoring/wishes.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { PracticeSetting } from '../../program/conduct/practice-settings.ts';
import type { MentoringRecords } from '../../workflow/ports/mentoring-records.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf } from './rows.ts';

interface OfferColumns {
  id: string;
  program: string;
  settings: PracticeSetting[];
  region: Region;
  languages: Language[];
  times: MeetingTime[];
  places: number;
  about: string;
}

export function mentoringRecords(tx: Tx): MentoringRecords {
  return {
    async mayMentor(program, on) {
      const [row] = await tx<{ may: boolean }[]>`
        select mentoring.i_may_mentor(${program}, ${on}) as may`;
      return row?.may ?? false;
    },
    async ownOffers() {
      const rows = await tx<(OfferColumns & { is_open: boolean })[]>`
        select id, program, settings, region, languages, times, places, about, is_open from mentoring.offer order by program`;
      return rows.map(({ is_open, ...row }) => ({ ...row, isOpen: is_open }));
    },
    async offer(id, { program, settings, region, languages, times, places, about }, isOpen) {
      return await unless(
        tx,
        'not-yours',
        ['EH003'],
        (inner) => inner`
          insert into mentoring.offer (id, person, program, settings, region, languages, times, places, about, is_open)
          values (${id}, front.me(), ${program}, ${inner.array([...settings])}, ${region}, ${inner.array([...languages])},
            ${inner.array([...times])}, ${places}, ${about}, ${isOpen})
          on conflict (person, program) do update set settings = excluded.settings, region = excluded.region,
            languages = excluded.languages, times = excluded.times, places = excluded.places, about = excluded.about,
            is_open = excluded.is_open`,
      );
    },
    async openOffers(program) {
      const rows = await tx<(OfferColumns & { places_left: number })[]>`
        select * from mentoring.open_offers(${program})`;
      return rows.map(({ places_left, ...row }) => ({ ...row, placesLeft: places_left }));
    },
    async ask({ id, offer, on, words }) {
      return await unless(
        tx,
        'not-now',
        ['EH003', 'EH005', '23505', '23503'],
        (inner) => inner`insert into mentoring.pair (id, offer, candidate, asked_on, since, words)
          values (${id}, ${offer}, front.me(), ${on}, ${on}, ${words})`,
      );
    },
    async pairs() {
      const rows = await tx<
        {
          id: string;
          program: string;
          standing: PairStanding;
          asked_on: string;
          since: string;
          words: string;
          side: 'mentor' | 'candidate';
          other_name: string | null;
          other_email: string | null;
        }[]
      >`select id, program, standing, asked_on::text, since::text, words, side, other_name, other_email from mentoring.my_pairs()`;
      return rows.map((row) => ({
        id: row.id,
        program: row.program,
        standing: row.standing,
        askedOn: date(row.asked_on),
        since: date(row.since),
        words: row.words,
        side: row.side,
        other:
          row.other_name === null || row.other_email === null
            ? undefined
            : { name: row.other_name, email: row.other_email },
      }));
    },
    async change(id, standing, on) {
      return await unless(
        tx,
        'not-now',
        ['EH003', 'EH005'],
        (inner) =>
          inner`update mentoring.pair set standing = ${standing}, since = greatest(since, ${on}::date) where id = ${id}`,
      );
    },
    async tellOther({ id, pair, subject, body }) {
      await tx`select mentoring.tell_other(${id}, ${pair}, ${subject}, ${body})`;
    },
    async keep(on) {
      const rows = await tx<
        { person: string; email: string }[]
      >`select person, email from mentoring.keep(${on})`;
      return rows.map(({ person, email }) => ({ person, email }));
    },
  };
}

/** Written, or what the database refused where it did so for one of these reasons; no row touched is a refusal too. */
async function unless<Refused extends string>(
  tx: Tx,
  refused: Refused,
  codes: readonly string[],
  work: (inner: Tx) => PromiseLike<{ readonly count: number }>,
): Promise<'written' | Refused> {
  try {
    const { count } = await tx.savepoint(async (inner) => await work(inner as Tx));
    return count > 0 ? 'written' : refused;
  } catch (cause) {
    if (codes.includes(codeOf(cause) ?? '')) {
      return refused;
    }
    throw cause;
  }
}
