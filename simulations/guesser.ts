/**
 * What a classifier trained on the packets of reviewers can tell of the groups people belong to, over invented bodies:
 * the area under the curve from the evidence alone, from the whole packet, and beyond the evidence; one half is
 * guessing. Prints what of the packet tells most where a dimension exceeds the bound, and fails there.
 * Run: npm run simulate -- guesser
 */
import { date } from '../src/kernel/dates/civil-date.ts';
import { guessFromPackets } from '../src/workflow/measure/guess-from-packets.ts';
import { takenPackets } from '../tests/support/taken-packets.ts';

const SEEDS = Number(process.env['SEEDS'] ?? 5);
const TODAY = date('2026-11-25');
const BOUND = 0.55;

const found = new Map<
  string,
  { evidence: number[]; all: number[]; beyond: number[]; error: number[]; groups: number }
>();
let failed = false;
for (let seed = 0; seed < SEEDS; seed += 1) {
  const name = seed === 0 ? 'larkspur' : `larkspur ${seed}`;
  const packets = takenPackets(name, TODAY);
  for (const dimension of packets.dimensions) {
    const guessed = guessFromPackets(packets.by(dimension), name);
    if (guessed !== undefined) {
      const own = found.get(dimension) ?? {
        evidence: [],
        all: [],
        beyond: [],
        error: [],
        groups: 0,
      };
      found.set(dimension, own);
      own.evidence.push(guessed.byEvidence);
      own.all.push(guessed.byAll);
      own.beyond.push(guessed.beyond);
      own.error.push(guessed.error);
      own.groups = Math.max(own.groups, guessed.groups.length);
      if (seed === 0 && guessed.beyond > BOUND) {
        for (const { group, guess } of guessed.groups) {
          const tells = guess.tells.map(
            ({ feature, logOdds }) => `${feature} ${logOdds.toFixed(2)}`,
          );
          console.log(
            `${dimension}, ${group}: ${guess.beyond.area.toFixed(3)}; ${tells.join('; ')}`,
          );
        }
      }
    }
  }
}
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
console.log(
  `| dimension | groups | evidence alone | whole packet | beyond the evidence | error | mean of ${SEEDS} bodies |`,
);
console.log('|---|---|---|---|---|---|---|');
for (const [dimension, { groups, evidence, all, beyond, error }] of found) {
  const [first = 0] = beyond;
  failed ||= first > BOUND || mean(beyond) > BOUND;
  const cells = [evidence[0], all[0], first, error[0], mean(beyond)].map((value) =>
    (value ?? 0).toFixed(3),
  );
  console.log(`| ${dimension} | ${groups} | ${cells.join(' | ')} |`);
}
process.exitCode = failed ? 1 : 0;
