/** Draws the releases that are due and puts before the board what each of them shows. */
import { outcomesOf } from '../../fairness/disclosure/release.ts';
import { openFindings } from '../board/open-findings.ts';
import type { World } from '../ports/ports.ts';
import { type DrawingWorld, type Drawn, drawDue } from './draw-due.ts';
import { shownComparisons } from './shown-comparisons.ts';

/** A sentence about each release drawn or refused; nothing where none was due. */
export async function drawAndTell(
  world: DrawingWorld & Pick<World, 'origin'>,
): Promise<readonly string[]> {
  const told: string[] = [];
  for (const one of await drawDue(world)) {
    told.push(one.kind === 'refused' ? refusedWords(one) : await drawnWords(world, one));
  }
  return told;
}

const refusedWords = ({ countedUntil, because }: Drawn & { readonly kind: 'refused' }): string =>
  `Nothing is released up to ${countedUntil}: ${because}. The earlier figures stand.`;

async function drawnWords(
  world: DrawingWorld & Pick<World, 'origin'>,
  { countedUntil, release }: Drawn & { readonly kind: 'drawn' },
): Promise<string> {
  const outcomes = outcomesOf(release);
  const { number, proof } = outcomes.value;
  const found = await openFindings(
    world,
    { number, countedUntil },
    shownComparisons(release, outcomes),
  );
  return (
    `Release ${number} counts up to ${countedUntil}: ${proof.withheld} of ${proof.numbers} numbers are withheld, ` +
    `and none of them can be worked out (${proof.viewers} viewers, ${proof.programs} programs). ` +
    `${found.opened} findings go to the board, ${found.measuredAgain} are measured again.`
  );
}
