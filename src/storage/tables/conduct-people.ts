/** Who is concerned in a complaint, what they said, what was shown and written to them. */
import type { Naming } from '../../casework/conduct/conduct-event.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type {
  BoundPerson,
  ConductLetterRow,
  EvidenceFileRow,
  PartyRow,
  PeopleOfConduct,
} from '../../workflow/ports/conduct-records.ts';
import type { Tx } from '../database/connect.ts';
import { appended } from './conduct-matters.ts';

interface PartyColumns {
  id: string;
  matter: string;
  role: PartyRow['role'];
  key: string;
  person: string | null;
  full_name: string | null;
  former_names: string[];
  contact: string | null;
  naming: Naming | null;
  concern: string | null;
  hopes: string;
  language: 'en' | 'es';
}
export interface LetterColumns {
  id: string;
  matter: string;
  party: string | null;
  version: number;
  kind: string;
  subject: string;
  words: string;
  sha256: string | null;
  written_at: Date;
  returned_on?: string | null;
}
interface FileColumns {
  matter: string;
  evidence: string;
  which: EvidenceFileRow['which'];
  sha256: string;
  media_type: string;
  bytes: number;
}

export function peopleOfConduct(tx: Tx): PeopleOfConduct {
  return { ...concerned(tx), ...onTheList(tx), ...written(tx) };
}

function concerned(
  tx: Tx,
): Pick<
  PeopleOfConduct,
  'parties' | 'addParty' | 'mattersAbout' | 'matterOf' | 'said' | 'say' | 'findPerson' | 'boundOf'
> {
  return {
    async parties(matter) {
      const rows = await tx<
        PartyColumns[]
      >`select * from conduct.party where matter = ${matter} order by role desc, key`;
      return rows.map(partyOf);
    },
    async addParty(row) {
      const written = await appended(() =>
        tx.savepoint(
          (
            inner,
          ) => inner`insert into conduct.party (id, matter, role, key, person, full_name, former_names, contact, naming, concern, hopes, language)
        values (${row.id}, ${row.matter}, ${row.role}, ${row.key}, ${row.person ?? null}, ${row.fullName ?? null},
          ${[...row.formerNames]}, ${row.contact ?? null}, ${row.naming ?? null}, ${row.concern ?? null}, ${row.hopes}, ${row.language})`,
        ),
      );
      if (written === 'excluded') {
        throw new Error('a party was added by somebody who is not on the list');
      }
      return written === 'written';
    },
    async mattersAbout({ program, about, person, fullName }) {
      const rows = await tx<{ matter: string }[]>`select distinct p.matter from conduct.party p
        join conduct.matter m on m.id = p.matter
        where p.role = 'respondent' and m.program = ${program} and m.about = ${about}
          and (${about} = 'body' or p.person = ${person ?? null}
            or lower(trim(p.full_name)) = lower(trim(${fullName ?? null}::text)))`;
      return rows.map(({ matter }) => matter);
    },
    async matterOf(concern) {
      const [row] = await tx<
        { matter: string }[]
      >`select matter from conduct.party where concern = ${concern}`;
      return row?.matter;
    },
    async said(matter) {
      const rows = await tx<
        { key: string; words: string; at: Date }[]
      >`select key, words, at from conduct.said where matter = ${matter} order by at, id`;
      return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }));
    },
    async say(row) {
      await tx`insert into conduct.said (id, matter, key, words)
        values (${row.id}, ${row.matter}, ${row.key}, ${row.words})`;
    },
    async findPerson(search, program) {
      const rows = await tx<
        {
          id: string;
          full_name: string;
          former_names: string[];
          since: string;
          until: string | null;
        }[]
      >`select * from conduct.find_person(${search}, ${program})`;
      return rows.map(
        (row): BoundPerson => ({
          id: row.id,
          fullName: row.full_name,
          formerNames: row.former_names,
          since: date(row.since),
          until: row.until === null ? undefined : date(row.until),
        }),
      );
    },
    async boundOf(person, program) {
      const [row] = await tx<
        { since: string | null; until: string | null }[]
      >`select * from conduct.bound_of(${person}, ${program})`;
      return row?.since === undefined || row.since === null
        ? undefined
        : { since: date(row.since), until: row.until === null ? undefined : date(row.until) };
    },
  };
}

function onTheList(
  tx: Tx,
): Pick<
  PeopleOfConduct,
  'bar' | 'barred' | 'colleagues' | 'letIn' | 'leaveForTie' | 'tell' | 'tellPanel'
> {
  return {
    async bar(matter, person, why) {
      await tx`insert into conduct.bar (matter, person, why) values (${matter}, ${person}, ${why})
        on conflict do nothing`;
    },
    async barred(matter) {
      const rows = await tx<{ person: string }[]>`
        select person from conduct.bar where matter = ${matter}`;
      return rows.map(({ person }) => person);
    },
    async colleagues(matter) {
      const rows = await tx<
        { person: string; full_name: string; is_in: boolean }[]
      >`select * from conduct.colleagues(${matter})`;
      return rows.map((row) => ({
        person: row.person,
        fullName: row.full_name,
        isIn: row.is_in,
      }));
    },
    async letIn(matter, person) {
      const [row] = await tx<
        { done: boolean }[]
      >`select conduct.let_in(${matter}, ${person}) as done`;
      return row?.done === true;
    },
    async leaveForTie(matter, why) {
      await tx`select conduct.leave_for_tie(${matter}, ${why})`;
    },
    async tell(matter, key, mails) {
      const [row] = await tx<
        { done: boolean }[]
      >`select conduct.tell(${matter}, ${key}, ${tx.json(mails)}) as done`;
      return row?.done === true;
    },
    async tellPanel(matter, panel, subject, body) {
      await tx`select conduct.tell_panel(${matter}, ${panel}, ${subject}, ${body})`;
    },
  };
}

function written(
  tx: Tx,
): Pick<
  PeopleOfConduct,
  'letters' | 'ownLetters' | 'letter' | 'writeLetter' | 'noteReturned' | 'files' | 'addFile'
> {
  // What whoever a letter is to may read of it.
  const own = tx`id, matter, version, kind, subject, words, sha256, written_at`;
  return {
    async letters(matter) {
      const rows = await tx<
        LetterColumns[]
      >`select ${own}, party, returned_on from conduct.letter where matter = ${matter} order by written_at, id`;
      return rows.map(letterOf);
    },
    async ownLetters(matter) {
      const rows = await tx<
        Omit<LetterColumns, 'party'>[]
      >`select ${own} from conduct.letter where matter = ${matter} order by written_at, id`;
      return rows.map((row) => letterOf({ ...row, party: null }));
    },
    async letter(id) {
      const [row] = await tx<
        Omit<LetterColumns, 'party'>[]
      >`select ${own} from conduct.letter where id = ${id}`;
      return row === undefined ? undefined : letterOf({ ...row, party: null });
    },
    async writeLetter(row) {
      await tx`insert into conduct.letter (id, matter, party, version, kind, subject, words, sha256)
        values (${row.id}, ${row.matter}, ${row.party ?? null}, ${row.version}, ${row.kind}, ${row.subject}, ${row.words}, ${row.sha256 ?? null})
        on conflict do nothing`;
    },
    async noteReturned(id, on) {
      await tx`update conduct.letter set returned_on = ${on} where id = ${id}`;
    },
    async files(matter) {
      const rows = await tx<FileColumns[]>`select matter, evidence, which, sha256, media_type, bytes
        from conduct.evidence_file where matter = ${matter} order by evidence, which`;
      return rows.map((row) => ({
        matter: row.matter,
        evidence: row.evidence,
        which: row.which,
        sha256: row.sha256,
        mediaType: row.media_type,
        bytes: row.bytes,
      }));
    },
    async addFile(row) {
      await tx`insert into conduct.evidence_file (matter, evidence, which, sha256, media_type, bytes, original_name)
        values (${row.matter}, ${row.evidence}, ${row.which}, ${row.sha256}, ${row.mediaType}, ${row.bytes}, ${row.originalName})`;
    },
  };
}

export const letterOf = (row: LetterColumns): ConductLetterRow => ({
  id: row.id,
  matter: row.matter,
  party: row.party ?? undefined,
  version: row.version,
  kind: row.kind,
  subject: row.subject,
  words: row.words,
  sha256: row.sha256 ?? undefined,
  writtenAt: row.written_at.getTime(),
  returnedOn:
    row.returned_on === undefined || row.returned_on === null ? undefined : date(row.returned_on),
});

const partyOf = (row: PartyColumns): PartyRow => ({
  id: row.id,
  matter: row.matter,
  role: row.role,
  key: row.key,
  person: row.person ?? undefined,
  fullName: row.full_name ?? undefined,
  formerNames: row.former_names,
  contact: row.contact ?? undefined,
  naming: row.naming ?? undefined,
  concern: row.concern ?? undefined,
  hopes: row.hopes,
  language: row.language,
});
