/**
 * The line of the decision log for each step that decides something. It says which step, under which rules and when; the
 * label and the outcome lie in sealed envelopes, and no name, word or provision of anybody is in either.
 */
import type { ConductEvent } from '../../casework/conduct/conduct-event.ts';
import { canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import type { ConductHistory } from '../ports/conduct-records.ts';
import type { Chance } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { recordInLog } from '../publish/record-in-log.ts';

export async function logConduct(
  records: Records,
  chance: Chance,
  { row }: ConductHistory,
  events: readonly ConductEvent[],
): Promise<void> {
  for (const event of events) {
    const outcome = outcomeInLog(event);
    if (outcome !== undefined) {
      await recordInLog(
        records,
        chance,
        {
          kind: `conduct-${event.type}`,
          program: row.program,
          rules: row.rules,
          decidedOn: event.on,
          label: row.label,
          outcome,
        },
        {},
      );
    }
  }
}

/** What the log holds of a step, in an envelope; undefined for steps that decide nothing. */
export function outcomeInLog(event: ConductEvent): Json | undefined {
  switch (event.type) {
    case 'screened':
      return Object.fromEntries(
        Object.entries(event.answers).map(([question, { met }]) => [question, met]),
      );
    case 'screening-appeal-decided':
      return { upheld: event.upheld };
    case 'draw-committed':
      return { panel: event.panel, commitment: event.commitment };
    case 'panel-seated':
      return {
        panel: event.panel,
        seed: event.seed,
        pool: sha256Hex(canonicalJson([...event.pool])),
      };
    case 'reviewed':
      return { findings: event.findings.map(({ allegation, breach }) => ({ allegation, breach })) };
    case 'decided':
      return {
        how: event.how,
        findings: event.findings.map(({ allegation, breach }) => ({ allegation, breach })),
        sanction: event.sanction?.kind ?? null,
      };
    case 'appeal-decided':
      return {
        effect: event.effect,
        grounds: event.findings.map(({ ground, found }) => ({ ground, found })),
      };
    case 'interim-suspended':
      return { until: event.until };
    case 'interim-appeal-decided':
      return { lifted: event.lifted };
    case 'took-effect':
      return { sanction: event.sanction.kind, endsOn: event.sanction.endsOn };
    case 'published':
      return { until: event.until };
    case 'reinstatement-decided':
      return { granted: event.granted };
    case 'dropped':
    case 'ended':
    case 'reopened':
    case 'corrected':
      return {};
    default:
      return undefined;
  }
}
