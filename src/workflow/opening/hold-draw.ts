/**
 * The public draw. First the pool is closed: pool, quotas, everybody's tickets and one number that stands for all of it, with
 * a secret seed, are published and written into the decision log. After that come numbers nobody here can set. They and the
 * seed give the winning ticket, and everybody can work it out again. Named directors press the buttons; none of them chooses.
 */
import { poolCsv, quotasCsv } from '../../casework/opening/opening-form.ts';
import { acceptBy, refillOf, wordsOfReplacement } from '../../casework/opening/stage.ts';
import { readLine } from '../../casework/person/typed-text.ts';
import { asJson } from '../../kernel/bytes/as-json.ts';
import { toHex, utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { drawData } from '../../reporting/draw-report/draw-data.ts';
import type { DrawFile, DrawOfFiles, DrawPlan } from '../audit/draw-of-files.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import type { DrawnRow, NomineeByLabel, Opening, SeatWritten } from '../ports/seat-records.ts';
import { recordOpenly } from '../publish/record-in-log.ts';
import { newsOfDraw } from './news-of-draw.ts';
import { OPENING_RULES } from './publish-opening.ts';

export interface DrawWorld
  extends Pick<World, 'records' | 'clock' | 'chance' | 'origin' | 'vault'> {
  readonly draws: DrawsFromFiles;
}

/** As `drawOfFiles` does it; it may take minutes, and is not worked out where others wait. */
export type DrawsFromFiles = (
  pool: DrawFile,
  quotas: DrawFile,
  plan: DrawPlan,
) => Promise<Result<DrawOfFiles>>;

export type DrawRefusal =
  | 'no-such-opening'
  | 'too-early'
  | 'too-late'
  | 'not-verified'
  | 'not-possible'
  | 'words-missing'
  | 'in-the-pool'
  | 'appeal-waits'
  | 'changed-meanwhile'
  | 'nothing-free';

interface Act {
  readonly director: string;
  readonly opening: string;
}

const SEED_BYTES = 32;
const IN_POOL = 'who draws is not in the pool: another director holds this draw';

const inThePool = () => refuse('in-the-pool', IN_POOL);

/** What is true of a draw that the database did not keep, for each of its answers. */
const WHY_NOT_KEPT = {
  pool: {
    'not-now':
      'the pool changed while the tickets were worked out: somebody withdrew, was set aside or is in it again. Nothing was published. Look at the pool, and close it once more',
    before: 'the pool is published already',
  },
  draw: { 'not-now': 'the panel is drawn already', before: 'the panel is drawn already' },
  refill: {
    'not-now':
      'somebody answered, or the seats were filled, while this was worked out. Nothing was drawn. Look at the panel, and fill what is still free',
    before: 'these seats were filled already',
  },
} as const;

export const whyNotKept = (
  act: keyof typeof WHY_NOT_KEPT,
  written: Exclude<SeatWritten, 'written'>,
): Result<true, 'in-the-pool' | 'changed-meanwhile'> =>
  written === 'not-allowed' ? inThePool() : refuse('changed-meanwhile', WHY_NOT_KEPT[act][written]);

/** Who is in the pool: neither withdrawn nor set aside. */
export const inPool = (nominees: readonly NomineeByLabel[]): readonly NomineeByLabel[] =>
  nominees.filter(({ withdrawn, setAside }) => !withdrawn && setAside === undefined);

export const categoriesIn = ({ quotas }: Pick<Opening, 'quotas'>): readonly string[] => [
  ...new Set(quotas.map(({ category }) => category)),
];

/** No pool is closed by somebody in it, nor while an appeal against being left out of it waits. */
async function mayClose(records: Records, opening: string): Promise<Result<true, DrawRefusal>> {
  if (!(await records.seats.isApart(opening))) {
    return inThePool();
  }
  const waiting = await records.seats.appealsWait(opening);
  return waiting === 0
    ? success(true)
    : refuse(
        'appeal-waits',
        `${waiting === 1 ? 'one appeal' : `${waiting} appeals`} against being left out of the pool ${waiting === 1 ? 'waits' : 'wait'} for an answer by the board. The pool is closed after that`,
      );
}

function allVerified(
  nominees: readonly NomineeByLabel[],
  categories: readonly string[],
): Result<true, DrawRefusal> {
  const open = nominees.filter(({ verified }) =>
    categories.some((category) => verified[category] === undefined),
  );
  return open.length === 0
    ? success(true)
    : refuse(
        'not-verified',
        `${open.length === 1 ? 'one person has' : `${open.length} people have`} attributes that nobody has verified yet (${open[0]?.label}). Verify them, or set them aside with a reason`,
      );
}

export async function commitDraw(
  world: DrawWorld,
  { director, opening: id }: Act,
): Promise<Result<true, DrawRefusal>> {
  const today = world.clock.today();
  return await world.records.as({ rights: 'director', person: director }, async (records) => {
    const opening = await records.seats.opening(id);
    if (opening?.randomOn === undefined) {
      return refuse('no-such-opening', 'there is no such opening that is filled by draw');
    }
    if (today <= opening.closesOn) {
      return refuse('too-early', `people may come forward until ${inWords(opening.closesOn)}`);
    }
    if (today >= opening.randomOn) {
      return refuse(
        'too-late',
        `the pool is published before ${inWords(opening.randomOn)}, the day of the public numbers. That day has come: publish the opening anew with a later one`,
      );
    }
    const kept = await mayClose(records, id);
    if (!kept.ok) {
      return kept;
    }
    const nominees = inPool(await records.seats.nominees(id));
    const categories = categoriesIn(opening);
    const verified = allVerified(nominees, categories);
    if (!verified.ok) {
      return verified;
    }
    const seed = toHex(world.chance.bytes(SEED_BYTES));
    const files = {
      pool: poolCsv(nominees, categories),
      quotas: quotasCsv(opening.quotas),
    };
    const drawn = await drawFrom(world.draws, files, {
      size: opening.seats,
      seed,
      publicWords: '',
    });
    if (!drawn.ok) {
      return refuse('not-possible', drawn.refusal.because.replace(/\.$/, ''));
    }
    const { draw } = drawn.value.report;
    const { place, salt } = await recordOpenly(records, world.chance, {
      kind: 'draw-committed',
      program: opening.program,
      rules: OPENING_RULES,
      decidedOn: today,
      label: opening.label,
      outcome: { commitment: draw.commitmentHash },
    });
    const written = await records.seats.commit(
      id,
      {
        ...files,
        tickets: drawn.value.tickets,
        held: Object.fromEntries(
          nominees.map(({ label }) => [label, draw.tickets.held.get(label) ?? 0]),
        ),
        commits: asJson({ ...draw.commitment }),
        commitment: draw.commitmentHash,
        place,
        salt,
        onDay: today,
      },
      world.vault.seal(seed, `draw ${id}`),
    );
    if (written !== 'written') {
      return whyNotKept('pool', written);
    }
    for (const { id: nomination, label } of nominees) {
      const held = draw.tickets.held.get(label) ?? 0;
      await records.seats.tellNominee({
        id: world.chance.uuid(),
        nomination,
        subject: `You hold ${held} of 1,000 tickets: ${opening.title}`,
        body: `The pool is published, without names: you are ${label} in it, and ${held} of its 1,000 tickets hold you. On ${inWords(opening.randomOn)} the winning ticket follows from ${opening.randomSource}.\n\nThe pool, the tickets and how to check them: ${world.origin}/openings/${id}`,
      });
    }
    return success(true);
  });
}

export async function holdDraw(
  world: DrawWorld,
  { director, opening: id, typed }: Act & { readonly typed: string },
): Promise<Result<true, DrawRefusal>> {
  const today = world.clock.today();
  const words = readLine(typed, { label: 'The public numbers', atLeast: 3, atMost: 200 });
  if (!words.ok) {
    return refuse('words-missing', words.refusal.because);
  }
  return await world.records.as({ rights: 'director', person: director }, async (records) => {
    const opening = await records.seats.opening(id);
    const { committed, drawn: before } = await records.seats.draw(id);
    const sealed = await records.seats.seed(id);
    if (opening?.randomOn === undefined || committed === undefined || sealed === undefined) {
      return refuse('no-such-opening', 'there is no published pool to draw from');
    }
    if (before.length > 0) {
      return whyNotKept('draw', 'before');
    }
    if (today < opening.randomOn) {
      return refuse('too-early', `the public numbers come out on ${inWords(opening.randomOn)}`);
    }
    const drawn = await drawFrom(world.draws, committed, {
      size: opening.seats,
      seed: world.vault.open(sealed, `draw ${id}`),
      publicWords: words.value,
    });
    if (!drawn.ok || drawn.value.report.draw.commitmentHash !== committed.commitment) {
      throw new Error('the draw does not follow from its own commitment');
    }
    return await keep(world, records, opening, {
      number: 0,
      how: 'draw',
      publicWords: words.value,
      published: publishedDraw(drawn.value),
      panel: drawn.value.report.draw.panel,
      fresh: drawn.value.report.draw.panel,
      gone: [],
    });
  });
}

/** Fills the seats that were declined, or not answered for in time. */
export async function refillSeats(
  world: DrawWorld,
  { director, opening: id }: Act,
): Promise<Result<true, DrawRefusal>> {
  const today = world.clock.today();
  return await world.records.as({ rights: 'director', person: director }, async (records) => {
    const opening = await records.seats.opening(id);
    const { committed, drawn } = await records.seats.draw(id);
    const [first, last] = [drawn[0], drawn.at(-1)];
    const sealed = await records.seats.seed(id);
    if (!opening || !committed || !first || !last || !sealed) {
      return refuse('no-such-opening', 'nothing was drawn here yet');
    }
    if (!(await records.seats.isApart(id))) {
      return inThePool();
    }
    const nominees = await records.seats.nominees(id);
    for (const { id: nomination, label, answer } of nominees) {
      const own = drawn.findLast(({ fresh }) => fresh.includes(label));
      if (last.panel.includes(label) && answer === undefined && own && own.acceptBy < today) {
        await records.seats.answer(nomination, 'lapsed', today);
      }
    }
    const declined = (await records.seats.nominees(id))
      .filter(({ answer }) => answer === 'declined' || answer === 'lapsed')
      .map(({ label }) => label);
    const gone = [...new Set(drawn.flatMap((one) => one.gone))];
    const refill = refillOf(
      { panel: last.panel, gone, alternates: alternatesIn(first), number: last.number },
      declined,
    );
    const number = last.number + 1;
    if (refill.kind === 'none') {
      return refuse(
        'nothing-free',
        'nobody who was drawn has declined, and the time to answer runs',
      );
    }
    if (refill.kind === 'alternate') {
      return await keep(world, records, opening, {
        number,
        how: 'alternate',
        publicWords: first.publicWords,
        published: undefined,
        panel: last.panel.map((label) => (label === refill.of ? refill.alternate : label)),
        fresh: [refill.alternate],
        gone: [...gone, refill.of],
      });
    }
    const publicWords = wordsOfReplacement(first.publicWords, number);
    const again = await drawFrom(world.draws, committed, {
      size: opening.seats,
      seed: world.vault.open(sealed, `draw ${id}`),
      publicWords,
      staying: refill.staying,
      left: refill.left,
    });
    if (!again.ok) {
      return refuse('not-possible', again.refusal.because.replace(/\.$/, ''));
    }
    const { panel } = again.value.report.draw;
    return await keep(world, records, opening, {
      number,
      how: 'replacement',
      publicWords,
      published: publishedDraw(again.value),
      panel,
      fresh: panel.filter((label) => !refill.staying.includes(label)),
      gone: refill.left,
    });
  });
}

const POOL_FILE = 'pool.csv';
const QUOTAS_FILE = 'quotas.csv';

function drawFrom(
  draws: DrawsFromFiles,
  files: { readonly pool: string; readonly quotas: string },
  asked: {
    readonly size: number;
    readonly seed: string;
    readonly publicWords: string;
    readonly staying?: readonly string[];
    readonly left?: readonly string[];
  },
): Promise<Result<DrawOfFiles>> {
  return draws(
    { name: POOL_FILE, bytes: utf8(files.pool) },
    { name: QUOTAS_FILE, bytes: utf8(files.quotas) },
    {
      ...{ size: asked.size, seed: asked.seed, publicWords: asked.publicWords },
      ...{ method: 'leximin', id: 'id', household: ['household'] },
      ...{ staying: asked.staying ?? [], left: asked.left ?? [] },
    },
  );
}

const publishedDraw = ({ report }: DrawOfFiles): string =>
  `${JSON.stringify(drawData(report), null, 2)}\n`;

function alternatesIn({ published }: DrawnRow): ReadonlyMap<string, string> {
  const told = JSON.parse(published ?? '{}') as {
    alternates?: readonly { readonly of: string; readonly alternate: string | null }[];
  };
  return new Map(
    (told.alternates ?? []).flatMap(({ of, alternate }) =>
      alternate === null ? [] : [[of, alternate] as const],
    ),
  );
}

async function keep(
  world: DrawWorld,
  records: Records,
  opening: Opening,
  drawn: Omit<DrawnRow, 'acceptBy' | 'place' | 'salt' | 'onDay'>,
): Promise<Result<true, DrawRefusal>> {
  const today = world.clock.today();
  const until = acceptBy(today, drawn.number === 0);
  const { place, salt } = await recordOpenly(records, world.chance, {
    kind: drawn.number === 0 ? 'draw-held' : 'draw-refilled',
    program: opening.program,
    rules: OPENING_RULES,
    decidedOn: today,
    label: opening.label,
    outcome: {
      number: drawn.number,
      panel: sha256Hex([...drawn.panel].join('\n')),
      published: drawn.published === undefined ? null : sha256Hex(drawn.published),
    },
  });
  const written = await records.seats.keepDrawn(opening.id, {
    ...drawn,
    ...{ acceptBy: until, place, salt, onDay: today },
  });
  if (written !== 'written') {
    return whyNotKept(drawn.number === 0 ? 'draw' : 'refill', written);
  }
  for (const nominee of await records.seats.nominees(opening.id)) {
    const told = newsOfDraw(world, opening, drawn, nominee, until);
    if (told !== undefined) {
      await records.seats.tellNominee({
        ...{ id: world.chance.uuid(), nomination: nominee.id },
        ...told,
      });
    }
  }
  return success(true);
}
