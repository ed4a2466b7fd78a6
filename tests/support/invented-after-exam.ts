/**
 * Invented terms of credentials and lotteries of audits, as the measuring use cases would read them: people of all groups
 * fare alike but where something is planted. The loaded demonstration holds none of these.
 */
import { between, happens, weighed } from '../../src/demonstration/people/draw.ts';
import { drawnAnswers, drawnTraits, type Traits } from '../../src/demonstration/people/told.ts';
import { type Generator, generatorFrom, shuffled } from '../../src/kernel/chance/generator.ts';
import { addDays, type CivilDate, dayNumber } from '../../src/kernel/dates/civil-date.ts';
import type {
  MeasuredAuditChance,
  MeasuredTerm,
  Measurements,
} from '../../src/workflow/measure/measurements.ts';
import { onlyComplaints } from './invented-complaints.ts';

const PROGRAMS = [
  { value: 'larkspur-care', weight: 62 },
  { value: 'larkspur-work', weight: 20 },
  { value: 'larkspur-navigator', weight: 18 },
] as const;
const RENEWED = 0.86;
const LATE = 0.14;
/** Of those who renewed: some of their hours were reviewed afterward, and that stratum is drawn more often. */
const REVIEWED = 0.3;
const PERCENT = { approved: 8, reviewed: 16 } as const;

/** Against one group: log odds by which renewals in time are marked late, and by which people are drawn out of turn. */
export interface Planted {
  readonly dimension: string;
  readonly answer: string;
  readonly lateLogOdds: number;
  readonly drawnLogOdds: number;
}

interface Holder {
  readonly told: Traits | undefined;
  readonly program: string;
  readonly isPlanted: boolean;
  readonly ends: CivilDate;
  readonly how: 'in-time' | 'late' | 'ran-out';
  readonly stratum: keyof typeof PERCENT;
}

const shifted = (probability: number, logOdds: number): number => {
  const odds = (probability / (1 - probability)) * Math.exp(logOdds);
  return odds / (1 + odds);
};

/** Terms that ended in the three years before a day, and one lottery a program in each of the three. */
export function afterExamOf(
  seed: string,
  last: CivilDate,
  of: { readonly people: number; readonly planted?: Planted },
): Measurements {
  const chance = generatorFrom(`${seed}, after the exam`);
  const holders = Array.from({ length: of.people }, () => holderIn(chance, last, of.planted));
  const audits = lotteriesOf(chance, last, holders, of.planted);
  return {
    ...onlyComplaints(async () => []),
    terms: async (dimension) => holders.map((holder) => termOf(holder, dimension)),
    auditChances: async (dimension) =>
      audits.map(({ told, ...row }) => ({ ...row, groups: told?.get(dimension) })),
  };
}

function holderIn(chance: Generator, last: CivilDate, planted: Planted | undefined): Holder {
  const traits = drawnTraits(chance, last);
  const told = drawnAnswers(chance, traits);
  const program = weighed(chance, PROGRAMS);
  const isPlanted =
    planted !== undefined && traits.get(planted.dimension)?.includes(planted.answer) === true;
  const renews = happens(chance, RENEWED);
  const late = happens(chance, isPlanted ? shifted(LATE, planted.lateLogOdds) : LATE);
  return {
    ...{ told, program, isPlanted },
    ends: addDays(last, -between(chance, 100, 1090)),
    how: renews ? (late ? 'late' : 'in-time') : 'ran-out',
    stratum: happens(chance, REVIEWED) ? 'reviewed' : 'approved',
  };
}

function termOf({ told, program, ends, how }: Holder, dimension: string): MeasuredTerm {
  return {
    ...{ program, groups: told?.get(dimension) },
    inTimeOn: how === 'in-time' ? ends : undefined,
    lateOn: how === 'late' ? addDays(ends, 40) : undefined,
    ranOutOn: how === 'in-time' ? undefined : ends,
  };
}

const YEAR_DAYS = 365;
type Chance = Omit<MeasuredAuditChance, 'groups'> & { readonly told: Traits | undefined };

function lotteriesOf(
  chance: Generator,
  last: CivilDate,
  holders: readonly Holder[],
  planted: Planted | undefined,
): readonly Chance[] {
  return [0, 1, 2].flatMap((year) =>
    PROGRAMS.flatMap(({ value: program }) => {
      const from = addDays(last, -YEAR_DAYS * (year + 1));
      const pool = holders.filter(
        ({ how, ends, ...own }) =>
          own.program === program &&
          how !== 'ran-out' &&
          ends > from &&
          ends <= addDays(from, YEAR_DAYS),
      );
      return (['approved', 'reviewed'] as const).flatMap((stratum) => {
        const people = pool.filter((one) => one.stratum === stratum);
        const seats = Math.round((people.length * PERCENT[stratum]) / 100);
        const drawn = new Set(drawnFrom(chance, people, seats, planted));
        return people.map(
          (person): Chance => ({
            ...{ program, told: person.told, lottery: `audit-${program}-${year}`, stratum },
            drawnAt: (dayNumber(addDays(from, YEAR_DAYS)) * 24 - 7) * 3_600_000,
            drawn: drawn.has(person),
          }),
        );
      });
    }),
  );
}

/** Blind; or, where something is planted, one after the other with greater odds for the group (as in a rigged urn). */
function drawnFrom(
  chance: Generator,
  people: readonly Holder[],
  seats: number,
  planted: Planted | undefined,
): readonly Holder[] {
  const heavier = Math.exp(planted?.drawnLogOdds ?? 0);
  if (heavier === 1) {
    return shuffled([...people], chance).slice(0, seats);
  }
  const left = [...people];
  return Array.from({ length: seats }, () => {
    const one = weighed(
      chance,
      left.map((value, place) => ({ value: place, weight: value.isPlanted ? heavier : 1 })),
    );
    return left.splice(one, 1);
  }).flat();
}
