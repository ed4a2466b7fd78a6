/** The promises that run now, whoever asks: the desk, a panel, either side, a letter. */
import { type Clock, neverRests, running } from './clocks.ts';
import type { ConductMatter } from './conduct-matter.ts';
import type { Side } from './conduct-rules.ts';

/** The clocks that can run out: all, or during a stay those that never rest. */
export const awake = ({
  clocks,
  stayedSince,
}: Pick<ConductMatter, 'clocks' | 'stayedSince'>): readonly Clock[] =>
  stayedSince === undefined ? clocks : clocks.filter(neverRests);

/** Those not done yet, the nearest day first; to one side where it is named. */
export const promisesNow = (state: ConductMatter, side?: Side): readonly Clock[] =>
  awake(state)
    .filter((clock) => running(clock) && (side === undefined || clock.to === side))
    .toSorted((one, other) => (one.by < other.by ? -1 : one.by > other.by ? 1 : 0));

/** Without the closing word, which is owed to complainants and changes nothing for anybody else. */
export const promisesInTheMatter = (state: ConductMatter, side?: Side): readonly Clock[] =>
  promisesNow(state, side).filter(({ step }) => step !== 'closing');
