/** The lines that invented decisions, results, awards and revocations leave in the decision log, in order of time. */
import { IDEA_RULES } from '../../casework/idea/decide.ts';
import { stateOf } from '../../casework/matter/matter.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { ALL_PROGRAMS } from '../../workflow/board/answer-finding.ts';
import { outcomeInLog } from '../../workflow/conduct/log-conduct.ts';
import { ideaInLog } from '../../workflow/ideas/idea-in-log.ts';
import type {
  AwardToLoad,
  ConductToLoad,
  EventToLoad,
  IdeaToLoad,
  LineToLoad,
  MatterToLoad,
  SittingToLoad,
} from '../../workflow/ports/body-to-load.ts';

export function logLines(body: {
  readonly matters: readonly MatterToLoad[];
  readonly sittings: readonly SittingToLoad[];
  readonly awards: readonly AwardToLoad[];
  readonly conduct: readonly ConductToLoad[];
  readonly ideas: readonly IdeaToLoad[];
}): readonly LineToLoad[] {
  const lines = [
    ...body.matters.flatMap(matterLines),
    ...body.sittings.map(resultLine),
    ...body.awards.flatMap(awardLines),
    ...body.conduct.flatMap(conductLines),
    ...body.ideas.flatMap(ideaLines),
  ];
  return lines.toSorted((a, b) => a.at - b.at);
}

function matterLines(matter: MatterToLoad): readonly LineToLoad[] {
  return matter.events.flatMap((row, place) => {
    const found = decided(matter, row) ?? setAside(matter, row, place);
    return found === undefined ? [] : [found];
  });
}

function decided({ row }: MatterToLoad, { event, at }: EventToLoad): LineToLoad | undefined {
  return event.type === 'decided'
    ? {
        kind: row.kind,
        program: row.program,
        rules: row.rules,
        decidedOn: event.on,
        at,
        about: { matter: row.id, label: row.label },
        outcome: {
          outcome: event.outcome,
          promisedBy: row.promisedBy,
          findings: event.findings.map(({ criterion, met }) => ({ criterion, met })),
        },
      }
    : undefined;
}

function setAside(
  { row, events }: MatterToLoad,
  { event, at }: EventToLoad,
  place: number,
): LineToLoad | undefined {
  if (event.type !== 'set-aside') {
    return undefined;
  }
  const after = stateOf(events.slice(0, place + 1).map((one) => one.event));
  return {
    kind: 'set-aside',
    program: row.program,
    rules: row.rules,
    decidedOn: event.on,
    at,
    about: { matter: row.id, label: row.label },
    outcome: { effect: event.effect, status: after.status },
  };
}

function resultLine(sitting: SittingToLoad): LineToLoad {
  const report = sitting.report as { readonly [member: string]: Json };
  return {
    kind: 'exam-result',
    program: sitting.program,
    rules: String(report['rules']),
    decidedOn: report['takenOn'] as LineToLoad['decidedOn'],
    at: sitting.submittedAt,
    about: { sitting: sitting.id },
    outcome: {
      outcome: sitting.passed ? 'passed' : 'not-passed',
      form: String(report['formHash']),
    },
  };
}

function awardLines(award: AwardToLoad): readonly LineToLoad[] {
  const { sitting, program, rules, on, at, validUntil, revoked } = award;
  const about = { credentialOf: sitting };
  const awarded: LineToLoad = {
    kind: 'award',
    program,
    rules,
    decidedOn: on,
    at,
    about,
    outcome: { validUntil },
  };
  return revoked === undefined
    ? [awarded]
    : [
        awarded,
        {
          kind: 'revocation',
          program,
          rules: 'register',
          decidedOn: revoked.on,
          at: revoked.at,
          about,
          outcome: { revoked: true, reason: revoked.reason },
        },
      ];
}

/** Steps of complaints that decide something, under the label: no name, no word of anybody. */
function conductLines({ row, events }: ConductToLoad): readonly LineToLoad[] {
  return events.flatMap(({ event, at }) => {
    const outcome = outcomeInLog(event);
    return outcome === undefined
      ? []
      : [
          {
            ...{
              kind: `conduct-${event.type}`,
              program: row.program,
              rules: row.rules,
              decidedOn: event.on,
              at,
            },
            ...{ about: { complaint: row.label }, outcome },
          },
        ];
  });
}

function ideaLines({ label, program, events }: IdeaToLoad): readonly LineToLoad[] {
  return events.flatMap(({ event, at }) => {
    const outcome = ideaInLog(event);
    return outcome === undefined
      ? []
      : [
          {
            ...{ kind: 'idea', program: program ?? ALL_PROGRAMS, rules: IDEA_RULES },
            ...{ decidedOn: event.on, at, about: { idea: label }, outcome },
          },
        ];
  });
}
