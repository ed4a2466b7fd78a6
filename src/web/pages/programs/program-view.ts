/**
 * A program as data turned into what its page shows on a given day. Values keep their standing: seen, inferred, from a
 * third party, or not set. Conflicting readings are for staff and do not appear here.
 */
import { type CivilDate, inWordsShort, parts } from '../../../kernel/dates/civil-date.ts';
import { never } from '../../../kernel/result/result.ts';
import { cycleFor, cyclesFrom } from '../../../program/calendar/cycle.ts';
import { type OfferedProgram, rulesInForce } from '../../../program/definition/offered-program.ts';
import type { Pathway } from '../../../program/definition/pathway.ts';
import type { RulesVersion } from '../../../program/definition/rules.ts';
import type { Sourced, Standing } from '../../../program/definition/sourced.ts';
import { en } from '../../words/en.ts';
import type { PathwayView } from './pathway-tree.tsx';
import { codeView, examView, feesView, renewalView, retakeView } from './program-facts.ts';
import type { CycleView, DatesView, FactView, ProgramView } from './program-model.ts';
import type { ProgramEntry } from './programs-page.tsx';
import { ours, type Published, published } from './published.ts';
import { offsetInWords } from './rule-words.ts';

const words = en.programs;

/** `authorized`: the owner of a real mark has agreed, so that the program is offered here. */
export function programEntry(
  program: OfferedProgram,
  authorized: boolean,
  today: CivilDate,
): ProgramEntry {
  const offeredHere = !program.realMark || authorized;
  const window = windowInWords(rulesInForce(program, today), today);
  return {
    id: program.id,
    name: program.name,
    designation: program.designation,
    body: program.body.name,
    window: offeredHere ? window : words.byTheRules(window),
    notice: program.notice,
    offeredHere,
  };
}

export function programView(
  program: OfferedProgram,
  authorized: boolean,
  today: CivilDate,
): ProgramView {
  const rules = rulesInForce(program, today);
  const entry = programEntry(program, authorized, today);
  const owner = program.owner.short;
  return {
    ...entry,
    inForce: inWordsShort(rules.from),
    applyAt: entry.offeredHere ? `/apply/${program.id}` : null,
    pathway: pathwayView(rules.pathway, rules),
    dates: datesView(rules, owner, today),
    fees: feesView(rules, owner),
    exam: examView(rules, program),
    retake: retakeView(rules.retake, owner),
    renewal: renewalView(rules.renewal, owner),
    code: codeView(rules.code, owner, program.realMark),
    sources: Object.entries(rules.sources).map(([name, source]) => ({ name, ...source })),
  };
}

function windowInWords(rules: RulesVersion, today: CivilDate): string {
  const answer = cycleFor(rules, today);
  switch (answer.kind) {
    case 'open':
      return words.openUntil(inWordsShort(answer.cycle.closes));
    case 'coming':
      return words.opensOn(inWordsShort(answer.cycle.opens));
    case 'always-open':
      return words.alwaysOpen;
    case 'not-set':
      return words.windowNotSet;
    default:
      throw never(answer);
  }
}

function pathwayView(pathway: Pathway, rules: RulesVersion): PathwayView {
  if (pathway.kind !== 'criterion') {
    return { ...pathway, of: pathway.of.map((part) => pathwayView(part, rules)) };
  }
  const criterion = rules.criteria.find(({ id }) => id === pathway.criterion);
  if (criterion === undefined) {
    throw new Error(`${rules.id} has no criterion ${pathway.criterion}`);
  }
  const { title, rule, standing } = criterion;
  return { kind: 'criterion', title, rule, remark: remarkOf(standing) };
}

function remarkOf(standing: Standing): 'inferred' | 'from a third party' | null {
  switch (standing) {
    case 'derived':
      return 'inferred';
    case 'third-party':
      return 'from a third party';
    default:
      return null;
  }
}

function datesView(rules: RulesVersion, owner: string, today: CivilDate): DatesView {
  const accommodation: FactView = {
    term: words.dates.accommodation,
    values: [published(rules.accommodationRequestsUntil, capitalized, owner)],
  };
  if (rules.intake.kind === 'always-open') {
    const { decideWithin, examWithin } = rules.intake;
    return {
      cycles: [],
      facts: [
        { term: words.dates.window, values: [ours(words.alwaysOpen)] },
        {
          term: words.dates.decision,
          values: [
            published(
              decideWithin,
              (rule) => words.dates.decidedWithin(offsetInWords(rule)),
              owner,
            ),
          ],
        },
        {
          term: words.dates.examAfter,
          values: [
            published(examWithin, (rule) => words.dates.examWithin(offsetInWords(rule)), owner),
          ],
        },
        accommodation,
      ],
    };
  }
  return { cycles: cycleViews(rules, owner, today), facts: [accommodation] };
}

function cycleViews(rules: RulesVersion, owner: string, today: CivilDate): readonly CycleView[] {
  const intake = rules.intake.kind === 'cycles' ? rules.intake.cycles : [];
  return cyclesFrom(rules, today).flatMap((dates) => {
    const cycle = intake.find(({ id }) => id === dates.id);
    const { decideBy, exam } = dates;
    return cycle === undefined
      ? []
      : [
          {
            name: dates.name,
            opens: day(cycle.opens, dates.opens, owner),
            closes: day(cycle.closes, dates.closes, owner),
            decideBy: day(cycle.decideBy, decideBy, owner),
            exam: published(
              exam === null ? { ...cycle.exam.from, value: null } : cycle.exam.from,
              () => (exam === null ? '' : daysInWords(exam.from, exam.to)),
              owner,
            ),
          },
        ];
  });
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "April 1 to April 30, 2027": the year once, unless the days lie in two. */
function daysInWords(from: CivilDate, to: CivilDate): string {
  const sameYear = parts(from).year === parts(to).year;
  const start = sameYear ? inWordsShort(from).replace(/, \d+$/, '') : inWordsShort(from);
  return words.dates.span(start, inWordsShort(to));
}

/** The day a rule comes to, with the standing of the rule. */
function day<Rule>(rule: Sourced<Rule>, comesTo: CivilDate | null, owner: string): Published {
  return published({ ...rule, value: comesTo, otherwise: [] }, inWordsShort, owner);
}
