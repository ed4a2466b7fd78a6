/** Drafts, documents and supervisors' attestations. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type {
  AttestationRecords,
  DocumentRecords,
  DocumentRow,
  DraftRecords,
} from '../../workflow/ports/records.ts';
import type { Tx } from '../database/connect.ts';
import { stored } from './rows.ts';

export function draftRecords(tx: Tx): DraftRecords {
  return {
    async read(program) {
      const [row] = await tx<{ answers: Json; updated_at: Date }[]>`select answers, updated_at
        from front.draft where program = ${program} and person = front.me()`;
      return row === undefined
        ? undefined
        : { answers: row.answers, updatedAt: row.updated_at.getTime() };
    },
    async save(program, answers) {
      await tx`insert into front.draft (person, program, answers) values (front.me(), ${program}, ${stored(tx, answers)})
        on conflict (person, program) do update set answers = excluded.answers, updated_at = now()`;
    },
    async drop(program) {
      await tx`delete from front.draft where program = ${program} and person = front.me()`;
    },
    async list() {
      const rows = await tx<{ program: string; updated_at: Date }[]>`select program, updated_at
        from front.draft where person = front.me() order by updated_at desc`;
      return rows.map((row) => ({ program: row.program, updatedAt: row.updated_at.getTime() }));
    },
  };
}

interface DocumentColumns {
  id: string;
  program: string;
  matter: string | null;
  supports: string;
  sha256: string;
  media_type: string;
  bytes: number;
  original_name: string;
}

const documentOf = (row: DocumentColumns): DocumentRow => ({
  id: row.id,
  program: row.program,
  matter: row.matter ?? undefined,
  supports: row.supports,
  sha256: row.sha256,
  mediaType: row.media_type,
  bytes: row.bytes,
  originalName: row.original_name,
});

export function documentRecords(tx: Tx): DocumentRecords {
  return {
    async add(person, row) {
      await tx`insert into evidence.document (id, person, program, matter, supports, sha256, media_type, bytes, original_name)
        values (${row.id}, ${person}, ${row.program}, ${row.matter ?? null}, ${row.supports}, ${row.sha256},
          ${row.mediaType}, ${row.bytes}, ${row.originalName})`;
    },
    async ofDraft(program) {
      const rows = await tx<DocumentColumns[]>`select * from evidence.document
        where program = ${program} and matter is null and person = front.me() order by uploaded_at, id`;
      return rows.map(documentOf);
    },
    async ofMatter(matter) {
      const rows = await tx<DocumentColumns[]>`select * from evidence.document
        where matter = ${matter} order by uploaded_at, id`;
      return rows.map(documentOf);
    },
    async read(id) {
      const [row] = await tx<DocumentColumns[]>`select * from evidence.document where id = ${id}`;
      return row === undefined ? undefined : documentOf(row);
    },
    async remove(id) {
      await tx`delete from evidence.document where id = ${id}`;
    },
    async filesNamed() {
      const rows = await tx<{ sha256: string }[]>`select evidence.files_named() as sha256`;
      return new Set(rows.map(({ sha256 }) => sha256));
    },
    async file(ids, matter) {
      await tx`update evidence.document set matter = ${matter} where id = any(${[...ids]}) and matter is null`;
    },
  };
}

export function attestationRecords(tx: Tx): AttestationRecords {
  return {
    async ask(row) {
      await tx`insert into evidence.attestation_request
        (id, matter, supports, token_hash, supervisor_name, supervisor_email, expires_at)
        values (${row.id}, ${row.matter}, ${row.supports}, ${Buffer.from(row.tokenHash)}, ${row.supervisorName},
          ${row.supervisorEmail}, ${new Date(row.expiresAt)})`;
    },
    async ofMatter(matter) {
      const rows = await tx<
        {
          id: string;
          matter: string;
          supports: string;
          supervisor_name: string;
          supervisor_email: string;
          answered_at: Date | null;
        }[]
      >`select r.id, r.matter, r.supports, r.supervisor_name, r.supervisor_email, a.answered_at
        from evidence.attestation_request r left join evidence.attestation a on a.request = r.id
        where r.matter = ${matter} order by r.asked_at, r.id`;
      const answers = await readableAnswers(
        tx,
        rows.map((row) => row.id),
      );
      return rows.map((row) => ({
        id: row.id,
        matter: row.matter,
        supports: row.supports,
        supervisorName: row.supervisor_name,
        supervisorEmail: row.supervisor_email,
        answers: answers.get(row.id),
        answeredAt: row.answered_at?.getTime(),
      }));
    },
    async byToken(tokenHash, at) {
      const [row] = await tx<
        {
          id: string;
          matter: string;
          supports: string;
          supervisor_name: string;
          candidate_name: string;
          program: string;
          answered: boolean;
        }[]
      >`select * from evidence.request_of(${Buffer.from(tokenHash)}, ${new Date(at)})`;
      return row === undefined
        ? undefined
        : {
            id: row.id,
            matter: row.matter,
            supports: row.supports,
            supervisorName: row.supervisor_name,
            candidateName: row.candidate_name,
            program: row.program,
            answered: row.answered,
          };
    },
    async answer(tokenHash, answers, at) {
      const [row] = await tx<{ done: boolean }[]>`select evidence.attest(${Buffer.from(tokenHash)},
        ${stored(tx, answers)}, ${new Date(at)}) as done`;
      return row?.done === true;
    },
  };
}

/** A candidate sees that a supervisor answered, never what; only a clerk may read the answers. */
async function readableAnswers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Json>> {
  const [may] = await tx<{ may: boolean }[]>`
    select has_column_privilege(current_user, 'evidence.attestation', 'answers', 'select') as may`;
  if (may?.may !== true || ids.length === 0) {
    return new Map();
  }
  const rows = await tx<{ request: string; answers: Json }[]>`select request, answers
    from evidence.attestation where request = any(${[...ids]})`;
  return new Map(rows.map((row) => [row.request, row.answers]));
}
