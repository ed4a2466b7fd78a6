/** What the measuring use cases would read of an invented body, straight from its plan and without a database. */

import { formItems } from '../../src/casework/form/form.ts';
import {
  demonstrationExam,
  type ExamProgram,
  examPrograms,
} from '../../src/demonstration/items/demonstration-forms.ts';
import { type Life, reviewers } from '../../src/demonstration/simulator/lives.ts';
import { type CivilDate, dayNumber } from '../../src/kernel/dates/civil-date.ts';
import type { Measurements } from '../../src/workflow/measure/measurements.ts';

const noon = (day: CivilDate): number => (dayNumber(day) * 24 + 17) * 3_600_000;

/** With no complaint about conduct where none are given: see invented-complaints. */
export function measurementsOf(
  lives: readonly Life[],
  last: CivilDate,
  complaints: Measurements['complaints'] = async () => [],
): Measurements {
  const applications = lives.flatMap(({ told, applications: own }) =>
    own.map((application) => ({ told, ...application })),
  );
  const forms = new Map<ExamProgram, { id: string; items: readonly string[] }>(
    examPrograms.map((program) => {
      const { form } = demonstrationExam(program);
      return [program, { id: form.id, items: formItems(form).map(({ item }) => item) }];
    }),
  );
  const sittings = applications.flatMap(({ told, program, sitting }) => {
    const form = forms.get(program);
    return sitting === undefined || form === undefined ? [] : [{ told, program, form, sitting }];
  });
  return {
    decisions: async (dimension, kind) =>
      (kind === 'eligibility' ? applications : []).map(
        ({ told, program, filedOn, endsOn, ends, approved, reviewer }) => {
          const closed = endsOn <= last;
          const decided = closed && ends === 'decided';
          return {
            program,
            groups: told?.get(dimension),
            openedOn: filedOn,
            closedAt: closed ? noon(endsOn) : undefined,
            withdrawn: closed && ends === 'withdrawn',
            outcome: decided ? (approved ? 'met' : 'not-met') : undefined,
            decider: decided ? reviewers[reviewer]?.email : undefined,
          };
        },
      ),
    results: async (dimension) =>
      sittings.map(({ told, program, form, sitting }) => ({
        program,
        groups: told?.get(dimension),
        form: form.id,
        passed: sitting.passed,
        scoredAt: noon(sitting.on),
      })),
    ways: async (dimension) =>
      lives.flatMap(({ told, applications: own }) =>
        [...new Set(own.map(({ program }) => program))].map((program) => {
          const mine = own.filter((one) => one.program === program);
          const closed = mine.filter(({ endsOn }) => endsOn <= last);
          const eligible = closed.find(({ ends, approved }) => ends === 'decided' && approved);
          const sat = mine.flatMap(({ sitting }) => (sitting === undefined ? [] : [sitting]));
          const passed = sat.find((one) => one.passed);
          return {
            program,
            groups: told?.get(dimension),
            appliedOn: mine.map(({ filedOn }) => filedOn).toSorted()[0] ?? last,
            eligibleAt: eligible === undefined ? undefined : noon(eligible.endsOn),
            satAt: sat[0] === undefined ? undefined : noon(sat[0].on),
            passedAt: passed === undefined ? undefined : noon(passed.on),
          };
        }),
      ),
    responses: async (dimension, asked) =>
      sittings
        .filter(({ form }) => form.id === asked)
        .map(({ told, form, sitting }) => ({
          groups: told?.get(dimension),
          scoredAt: noon(sitting.on),
          items: form.items,
          rights: sitting.rights,
        })),
    // The plan says how each was decided, not what was found on each criterion.
    judgments: async () => [],
    complaints,
    terms: async () => [],
    auditChances: async () => [],
    service: async () => [],
    seatChances: async () => [],
    choices: async () => [],
    ideas: async () => [],
    // Nobody in the plan came by an outreach.
    journeys: async () => [],
  };
}
