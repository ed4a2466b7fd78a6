/** Codes of conduct: the texts a body supplied, dilemma cases, and who has worked through one. */
import type { DilemmaOption } from '../../program/conduct/dilemma.ts';
import type { CodeRecords, CodeTextRow, DilemmaRow } from '../../workflow/ports/code-records.ts';
import type { Tx } from '../database/connect.ts';
import { opinionRecords } from './opinions.ts';
import { stored } from './rows.ts';

const SUPPLY_LOCK = 727278;

export const codeRecords = (tx: Tx): CodeRecords => ({
  codeTexts: codeTextRecords(tx),
  opinions: opinionRecords(tx),
  dilemmas: dilemmaRecords(tx),
});

type TextColumns = Omit<CodeTextRow, 'at' | 'group'> & { in_group: string | null; at: Date };

const codeTextRecords = (tx: Tx): CodeRecords['codeTexts'] => ({
  async ofCode(code) {
    const rows = await tx<TextColumns[]>`
      select place, version, part, in_group, number, title, text, supplied_at as at
      from conduct.code_text where code = ${code} order by place, number`;
    return rows.map(({ in_group: group, at, ...row }) => ({ ...row, group, at: at.getTime() }));
  },
  async oneSupplyAtATime() {
    await tx`select pg_advisory_xact_lock(${SUPPLY_LOCK})`;
  },
  async supply(code, suppliedBy, rows) {
    for (const { place, version, part, group, number, title, text } of rows) {
      await tx`insert into conduct.code_text (place, code, version, number, part, in_group, title, text, supplied_by)
        values (${place}, ${code}, ${version}, ${number}, ${part}, ${group}, ${title}, ${text}, ${suppliedBy})`;
    }
  },
});

interface DilemmaColumns {
  id: string;
  program: string;
  code: string;
  version: string;
  slug: string;
  title: string;
  provisions: string[];
  situation: string;
  options: DilemmaOption[];
  taken_down: boolean;
}

const dilemmaRecords = (tx: Tx): CodeRecords['dilemmas'] => ({
  async list() {
    const rows = await tx<DilemmaColumns[]>`
      select distinct on (program, slug) id, program, code, version, slug, title, provisions, situation, options, taken_down
      from conduct.dilemma order by program, slug, written_at desc`;
    return rows.map(({ taken_down: takenDown, ...row }): DilemmaRow => ({ ...row, takenDown }));
  },
  async write(row, writtenBy) {
    const options = row.options.map(({ id, text, says, provisions }) => ({
      ...{ id, text, says },
      provisions: [...provisions],
    }));
    await tx`insert into conduct.dilemma
        (id, program, code, version, slug, title, provisions, situation, options, taken_down, written_by)
      values (${row.id}, ${row.program}, ${row.code}, ${row.version}, ${row.slug}, ${row.title},
        ${[...row.provisions]}, ${row.situation}, ${stored(tx, options)}, ${row.takenDown}, ${writtenBy})`;
  },
  async done(program) {
    const rows = await tx<{ dilemma: string; at: Date }[]>`
      select dilemma, at from conduct.dilemma_done where program = ${program}`;
    return new Map(rows.map(({ dilemma, at }) => [dilemma, at.getTime()]));
  },
  async noteDone(program, slug) {
    await tx`insert into conduct.dilemma_done (person, program, dilemma)
      values (front.me(), ${program}, ${slug}) on conflict do nothing`;
  },
});
