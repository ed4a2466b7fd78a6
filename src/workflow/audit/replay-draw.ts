/**
 * A draw that was published, drawn once more by a stranger: from the pool and the quotas, the published seed and the public
 * words. Says of everything that was published whether it comes out the same, and what differs.
 */
import type { DrawMethod, FairDraw } from '../../fairness/draw/fair-draw.ts';
import { fromUtf8 } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { listed, member, textMember } from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { GrowingSolver } from '../../numerics/linear/growing-program.ts';
import { type DrawFile, type DrawPlan, drawOfFiles } from './draw-of-files.ts';

export interface Compared {
  readonly what: string;
  readonly agrees: boolean;
  /** What was published and what came out here, where they differ. */
  readonly published: string;
  readonly here: string;
}

export interface ReplayedDraw {
  readonly panel: readonly string[];
  readonly compared: readonly Compared[];
  readonly same: boolean;
}

export function replayedDraw(
  solver: GrowingSolver,
  files: { readonly pool: DrawFile; readonly quotas: DrawFile; readonly published: DrawFile },
): Result<ReplayedDraw> {
  const told = jsonIn(files.published.bytes);
  const plan = planIn(told);
  if (plan === undefined) {
    return refuse(
      'not-a-draw',
      `"${files.published.name}" is no draw as evenhand writes it with --format json (schema evenhand.draw.1).`,
    );
  }
  const drawn = drawOfFiles(solver, files.pool, files.quotas, plan);
  if (!drawn.ok) {
    return drawn;
  }
  const { draw } = drawn.value.report;
  const compared = comparedWith(told, draw);
  return success({
    panel: draw.panel,
    compared,
    same: compared.every(({ agrees }) => agrees),
  });
}

const METHODS: readonly string[] = ['leximin', 'maximin', 'uniform'] satisfies DrawMethod[];
const isMethod = (text: string | undefined): text is DrawMethod => METHODS.includes(text ?? '');

const textsIn = (list: Json | undefined): readonly string[] =>
  listed(list).filter((one) => typeof one === 'string');

function planIn(told: Json | undefined): DrawPlan | undefined {
  const lottery = member(told, 'lottery');
  const [size, method] = [member(told, 'size'), textMember(told, 'method')];
  const [seed, publicWords] = [textMember(lottery, 'seed'), textMember(lottery, 'publicWords')];
  const isDraw = textMember(told, 'schema') === 'evenhand.draw.1';
  return !isDraw ||
    typeof size !== 'number' ||
    !isMethod(method) ||
    seed === undefined ||
    publicWords === undefined
    ? undefined
    : {
        size,
        method,
        seed,
        publicWords,
        id: textMember(told, 'idColumn'),
        household: textsIn(member(told, 'household')),
        staying: textsIn(member(told, 'staying')),
        left: textsIn(member(told, 'left')),
      };
}

function comparedWith(told: Json | undefined, draw: FairDraw): readonly Compared[] {
  const lottery = member(told, 'lottery');
  const commits = member(lottery, 'commits');
  const { commitment } = draw;
  const one = (what: string, published: string | undefined, here: string): Compared => ({
    what,
    agrees: published === here,
    published: published ?? 'nothing',
    here,
  });
  const winning = member(lottery, 'winning');
  const held = [...draw.tickets.held].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    one('the pool', textMember(commits, 'pool'), commitment.pool),
    one('the quotas', textMember(commits, 'quotas'), commitment.quotas),
    one('the seed', textMember(commits, 'seed'), commitment.seed),
    one('the tickets', textMember(commits, 'tickets'), commitment.tickets),
    one('the commitment', textMember(lottery, 'commitment'), draw.commitmentHash),
    one(
      'how many tickets hold each person',
      heldIn(told),
      held.map(([id, tickets]) => `${id} ${tickets}`).join(', '),
    ),
    one(
      'the winning ticket',
      typeof winning === 'number' ? String(winning) : undefined,
      String(draw.winning),
    ),
    one('the panel', textsIn(member(told, 'panel')).join(', '), draw.panel.join(', ')),
    one(
      'who takes a seat if one member leaves',
      listed(member(told, 'alternates'))
        .map((each) => `${textMember(each, 'of')}: ${textMember(each, 'alternate') ?? 'nobody'}`)
        .join(', '),
      draw.alternates.map(({ of, alternate }) => `${of}: ${alternate ?? 'nobody'}`).join(', '),
    ),
  ];
}

function heldIn(told: Json | undefined): string {
  const held = listed(member(told, 'people')).flatMap((each): [string, number][] => {
    const [id, tickets] = [textMember(each, 'id'), member(each, 'tickets')];
    return id === undefined || typeof tickets !== 'number' || tickets === 0 ? [] : [[id, tickets]];
  });
  return held
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, tickets]) => `${id} ${tickets}`)
    .join(', ');
}

function jsonIn(bytes: Uint8Array): Json | undefined {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    return undefined;
  }
}
