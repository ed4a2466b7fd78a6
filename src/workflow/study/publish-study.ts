/** A director publishes a job analysis: kept, written into the decision log, and sent to everybody who is drawn, at once. */

import { labelFrom } from '../../casework/matter/label.ts';
import { typedFields } from '../../casework/opening/typed-fields.ts';
import type { Mistake, Typed } from '../../casework/person/typed-text.ts';
import type { KnownOfAll, StudyTask } from '../../casework/study/study.ts';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import { sheetAsText } from '../../psychometrics/responses/sheet.ts';
import { readPopulation, readTasks } from '../audit/read-study.ts';
import type { World } from '../ports/ports.ts';
import { recordInLog } from '../publish/record-in-log.ts';

const STUDY_RULES = 'studies/1';
const SEED_BYTES = 32;
const MOST_TASKS = 400;

export interface StudyLabels {
  readonly title: string;
  readonly questions: string;
  readonly sample: string;
  readonly closes: string;
  readonly program: string;
  readonly closesLater: string;
}

export type PublishedStudy =
  | { readonly ok: true; readonly id: string; readonly asked: number }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export async function publishStudy(
  world: Pick<World, 'records' | 'clock' | 'chance' | 'sheets' | 'origin'>,
  sent: {
    readonly director: string;
    readonly programs: readonly string[];
    readonly typed: Typed;
    readonly tasks: Uint8Array | undefined;
    /** What is known of everybody who could be asked; nothing is weighted without it. */
    readonly population: Uint8Array | undefined;
    readonly labels: StudyLabels;
  },
): Promise<PublishedStudy> {
  const today = world.clock.today();
  const { labels } = sent;
  const form = typedFields(sent.typed, today);
  const program = sent.programs.find((id) => id === form.typed('program'));
  if (program === undefined) {
    form.wrong('program', labels.program);
  }
  const title = form.line('title', labels.title);
  const questions = form.whole('questions', labels.questions, 1000);
  const sample =
    form.typed('sample').trim() === '' ? undefined : form.whole('sample', labels.sample, 9999);
  const closesOn = form.day('closes', labels.closes);
  if (form.mistakes.every(({ field }) => field !== 'closes') && closesOn <= today) {
    form.wrong('closes', labels.closesLater);
  }
  const tasks = await tableIn(world, sent.tasks, readTasks);
  if (!tasks.ok) {
    form.wrong('tasks', tasks.refusal.because);
  } else if (tasks.value === undefined || tasks.value.length > MOST_TASKS) {
    form.wrong(
      'tasks',
      tasks.value === undefined
        ? 'choose a file with the columns task, domain and title'
        : `there are ${tasks.value.length} tasks; nobody answers for more than ${MOST_TASKS}. Leave some out`,
    );
  }
  const known = await tableIn(world, sent.population, readPopulation);
  if (!known.ok) {
    form.wrong('population', known.refusal.because);
  }
  if (form.mistakes.length > 0 || !tasks.ok || !known.ok || program === undefined) {
    return { ok: false, mistakes: form.mistakes };
  }
  const asked: readonly StudyTask[] = tasks.value ?? [];
  const all: readonly KnownOfAll[] = known.value ?? [];
  return await world.records.as({ rights: 'director', person: sent.director }, async (records) => {
    const id = world.chance.uuid();
    const label = labelFrom('J', world.chance.bytes(7));
    const seed = world.chance.bytes(SEED_BYTES);
    const facts = { title, tasks: asked, known: all, questions, closesOn, sample: sample ?? null };
    const place = await recordInLog(
      records,
      world.chance,
      {
        ...{ kind: 'study-published', program, rules: STUDY_RULES, decidedOn: today, label },
        outcome: { study: sha256Hex(canonicalJson(JSON.parse(JSON.stringify(facts)))) },
      },
      {},
    );
    await records.studies.publish({
      ...{ id, label, program, title, tasks: asked, known: all, questions, sample, seed, place },
      ...{ opensOn: today, closesOn },
    });
    const count = await records.studies.invite(
      id,
      {
        subject: `What should the exam ask about? ${title}`,
        body: `You do the work that the exam is about. Say how often you do each task, how important it is, and what harm comes of it when it is not done well. It decides what the exam asks.\n\nAnswer until ${inWords(closesOn)}, in pieces if you like: ${world.origin}/my/studies/${id}\n\nWhat you send is kept without whose it is. Nobody who decides about you learns whether you answered.`,
      },
      today,
    );
    return { ok: true, id, asked: count };
  });
}

/** A table of a file, or nothing where none was sent. */
async function tableIn<Value, Kind extends string>(
  { sheets }: Pick<World, 'sheets'>,
  file: Uint8Array | undefined,
  read: (text: Uint8Array) => Result<Value, Kind>,
): Promise<Result<Value | undefined>> {
  if (file === undefined) {
    return success(undefined);
  }
  if (!sheets.looksLikeOne(file)) {
    return read(file);
  }
  const rows = await sheets.rowsOf(file);
  return rows.ok ? read(sheetAsText(rows.value)) : rows;
}
