/** Hours as they are claimed, with their proof. */
import { type Activity, type Approval, activityKey } from '../../casework/renewal/activity.ts';
import type { ActivityDraft } from '../../casework/renewal/read-activity.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type {
  ClaimWritten,
  ProofRow,
  RenewalRecords,
} from '../../workflow/ports/renewal-records.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf, type Grouped, grouped, stored } from './rows.ts';

interface ActivityColumns {
  id: string;
  provider: string;
  title: string;
  began: string;
  completed: string;
  hours: string;
  subjects: string[];
  delivery: string;
  approved_provider: string | null;
  proof: string | null;
  is_signed: boolean;
  accepted: boolean | null;
  reason: string | null;
  on_day: string | null;
}

function approvalOf({ approved_provider, accepted, reason, on_day }: ActivityColumns): Approval {
  if (approved_provider !== null) {
    return { kind: 'provider', provider: approved_provider };
  }
  if (accepted === null || on_day === null) {
    return { kind: 'review', outcome: 'waiting' };
  }
  return accepted
    ? { kind: 'review', outcome: 'accepted', on: date(on_day) }
    : { kind: 'review', outcome: 'refused', on: date(on_day), reason: reason ?? '' };
}

const activityOf = (row: ActivityColumns): Activity => ({
  ...{ id: row.id, provider: row.provider, title: row.title, subjects: row.subjects },
  ...{ from: date(row.began), to: date(row.completed), hours: Number(row.hours) },
  ...{ delivery: row.delivery, approval: approvalOf(row) },
  evidence: row.proof ?? (row.is_signed ? `signed:${row.id}` : null),
});

interface ProofColumns {
  id: string;
  sha256: string;
  media_type: string;
  bytes: number;
  original_name: string;
}
const proofOf = (row: ProofColumns): ProofRow => ({
  ...{ id: row.id, sha256: row.sha256, mediaType: row.media_type },
  ...{ bytes: row.bytes, originalName: row.original_name },
});

/** Proof is a file of ours; words in a table, or the mark of a signed record, are none. */
const fileIn = ({ evidence }: ActivityDraft): string | null =>
  evidence !== null && isUuid(evidence) ? evidence : null;
const approvedIn = ({ approval }: ActivityDraft): string | null =>
  approval.kind === 'provider' ? approval.provider : null;

async function written(work: () => Promise<unknown>): Promise<ClaimWritten> {
  try {
    await work();
    return 'written';
  } catch (cause) {
    const code = codeOf(cause);
    if (code === '23505') {
      return 'claimed-before';
    }
    if (code === 'EH011') {
      return 'settled';
    }
    throw cause;
  }
}

type HourRecords = Pick<
  RenewalRecords,
  | 'activities'
  | 'claim'
  | 'change'
  | 'takeBack'
  | 'addProof'
  | 'proof'
  | 'proofs'
  | 'keepSignedRecord'
>;

/** The activities of each of these credentials, in the order they were completed. */
export async function activitiesOf(
  tx: Tx,
  credentials: readonly string[],
): Promise<Grouped<Activity>> {
  const rows = await tx<
    (ActivityColumns & { credential: string })[]
  >`select a.credential, a.id, a.provider, a.title, a.began, a.completed,
      a.hours::text, a.subjects, a.delivery, a.approved_provider, a.proof,
      a.signed_record is not null as is_signed, coalesce(s.accepted, r.accepted) as accepted,
      coalesce(s.reason, r.reason) as reason, coalesce(s.on_day, r.on_day) as on_day
    from renewal.activity a left join renewal.course_review r on r.activity = a.id
    left join renewal.course_second s on s.activity = a.id
    where a.credential = any(${[...credentials]}) order by a.completed, a.claimed_at, a.id`;
  return grouped(rows, ({ credential }) => credential, activityOf);
}

export function hourRecords(tx: Tx): HourRecords {
  return {
    async activities(credential) {
      return (await activitiesOf(tx, [credential]))(credential);
    },
    async claim(credential, id, draft) {
      return await written(() =>
        tx.savepoint(
          (
            inner,
          ) => inner`insert into renewal.activity (id, credential, person, provider, title, began,
            completed, hours, subjects, delivery, folded, approved_provider, proof)
          values (${id}, ${credential}, front.me(), ${draft.provider}, ${draft.title}, ${draft.from}, ${draft.to},
            ${draft.hours}, ${[...draft.subjects]}, ${draft.delivery}, ${activityKey(draft)}, ${approvedIn(draft)},
            ${fileIn(draft)})`,
        ),
      );
    },
    async change(id, draft) {
      return await written(() =>
        tx.savepoint(
          (
            inner,
          ) => inner`update renewal.activity set provider = ${draft.provider}, title = ${draft.title},
            began = ${draft.from}, completed = ${draft.to}, hours = ${draft.hours}, subjects = ${[...draft.subjects]},
            delivery = ${draft.delivery}, folded = ${activityKey(draft)}, approved_provider = ${approvedIn(draft)},
            proof = coalesce(${fileIn(draft)}, proof) where id = ${id}`,
        ),
      );
    },
    async takeBack(id) {
      return await written(() =>
        tx.savepoint((inner) => inner`delete from renewal.activity where id = ${id}`),
      );
    },
    async addProof(credential, { id, sha256, mediaType, bytes, originalName }) {
      await tx`insert into renewal.proof (id, credential, person, sha256, media_type, bytes, original_name)
        values (${id}, ${credential}, front.me(), ${sha256}, ${mediaType}, ${bytes}, ${originalName})`;
    },
    async proof(id) {
      const [row] = await tx<ProofColumns[]>`select * from renewal.proof where id = ${id}`;
      return row === undefined ? undefined : proofOf(row);
    },
    async proofs(ids) {
      const rows = await tx<
        ProofColumns[]
      >`select * from renewal.proof where id = any(${[...ids]})`;
      return rows.map(proofOf);
    },
    async keepSignedRecord(id, record) {
      await tx`update renewal.activity set signed_record = ${stored(tx, record)} where id = ${id}`;
    },
  };
}
