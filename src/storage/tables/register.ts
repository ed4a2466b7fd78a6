/** Credentials issued and revoked. One is found by its unguessable address; nobody can list them from outside. */

import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type {
  AwardDue,
  CredentialRow,
  RegisterRecords,
} from '../../workflow/ports/exam-records.ts';
import type { Tx } from '../database/connect.ts';
import { copyRecords } from './copies.ts';
import { keyRecords } from './issuer-keys.ts';
import { utcDate } from './matters.ts';
import { stored } from './rows.ts';
import { walletRecords } from './wallets.ts';

export interface CredentialColumns {
  id: string;
  person: string;
  program: string;
  document: Json;
  status_index: number;
  valid_until: string;
  demonstration: boolean;
  issued_at: Date;
  reason: string | null;
  revoked_at: Date | null;
  newest: string;
}

/** A credential with its revocation and the address of its newest copy, where `c` names it and `r` the revocation. */
export const credentialColumns = (tx: Tx) => tx`c.*, r.reason, r.revoked_at,
  (select k.id from register.copy k where k.credential = c.id order by k.number desc limit 1) as newest`;

export const credentialOf = (row: CredentialColumns): CredentialRow => ({
  id: row.id,
  person: row.person,
  program: row.program,
  document: row.document,
  statusIndex: row.status_index,
  validUntil: date(row.valid_until),
  demonstration: row.demonstration,
  issuedAt: row.issued_at.getTime(),
  revoked:
    row.reason === null || row.revoked_at === null
      ? undefined
      : { reason: row.reason, on: utcDate(row.revoked_at) },
  newest: row.newest,
});

interface DueColumns {
  sitting: string;
  person: string;
  program: string;
  form_kind: AwardDue['formKind'];
  scored_at: Date;
}

const dueOf = ({ form_kind, scored_at, ...row }: DueColumns): AwardDue => ({
  ...{ ...row, formKind: form_kind, scoredAt: scored_at.getTime() },
});

export function registerRecords(tx: Tx): RegisterRecords {
  return {
    ...copyRecords(tx),
    ...keyRecords(tx),
    ...walletRecords(tx),
    async activeOf(person, program, on) {
      const [row] = await tx<{ id: string | null }[]>`
        select register.active_of(${person}, ${program}, ${on}) as id`;
      return row?.id ?? undefined;
    },
    async inGoodStanding(person, on) {
      const [row] = await tx<
        { yes: boolean }[]
      >`select register.in_good_standing(${person}, ${on}) as yes`;
      return row?.yes === true;
    },
    async awardsDue(after, atMost) {
      const rows = await tx<
        DueColumns[]
      >`select * from register.awards_due(${after ?? null}, ${atMost})`;
      return rows.map(dueOf);
    },
    async awardsDueToRenamed() {
      return (await tx<DueColumns[]>`select * from register.awards_due_to_renamed()`).map(dueOf);
    },
    async oneBatchAtATime() {
      await tx`select register.one_batch_at_a_time()`;
    },
    async nextStatusSequence() {
      const [row] = await tx<
        { n: number }[]
      >`select nextval('register.status_sequence')::bigint as n`;
      if (row === undefined) {
        throw new Error('the status list gave no place');
      }
      return row.n;
    },
    async issue(row) {
      await tx`insert into register.credential
        (id, person, sitting, program, document, status_list, status_index, valid_until, demonstration)
        values (${row.id}, ${row.person}, ${row.sitting}, ${row.program}, ${stored(tx, row.document)},
          ${row.statusList ?? 0}, ${row.statusIndex}, ${row.validUntil}, ${row.demonstration})`;
    },
    async mine() {
      const rows = await tx<CredentialColumns[]>`select ${credentialColumns(tx)},
          greatest(c.valid_until, (select max(k.valid_until) from register.copy k where k.credential = c.id)) as valid_until
        from register.credential c
        left join register.revocation r on r.credential = c.id where c.person = front.me() order by c.issued_at desc`;
      return rows.map(credentialOf);
    },
    async list(limit) {
      const rows = await tx<
        CredentialColumns[]
      >`select ${credentialColumns(tx)} from register.credential c
        left join register.revocation r on r.credential = c.id order by c.issued_at desc, c.id limit ${limit}`;
      return rows.map(credentialOf);
    },
    async one(id) {
      const [row] = await tx<
        CredentialColumns[]
      >`select ${credentialColumns(tx)} from register.credential c
        left join register.revocation r on r.credential = c.id where c.id = ${id}`;
      return row === undefined ? undefined : credentialOf(row);
    },
    async revoke(row) {
      const added = await tx`insert into register.revocation (credential, reason, revoked_by)
        values (${row.credential}, ${row.reason}, ${row.by}) on conflict (credential) do nothing`;
      return added.count === 1;
    },
  };
}
