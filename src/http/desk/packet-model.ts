/** What a decider's page shows of one matter: facts in words, a reading by the rule, and the answers typed so far. */
import type { AttestedFact, Finding, MatterKind } from '../../casework/matter/matter.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import type { CriterionReading } from '../../program/pathway/evaluate.ts';
import type { PacketFact } from '../../web/pages/packet/fact-table.tsx';
import type { PacketCriterion } from '../../web/pages/packet/findings-form.tsx';
import type { EarlierFinding, PacketPageProps } from '../../web/pages/packet/packet.tsx';
import { en } from '../../web/words/en.ts';
import type { EarlierDecision, Packet } from '../../workflow/review/packet.ts';
import { definitionOf, factInWords } from '../../workflow/review/records-form.ts';
import { type Fields, one } from '../server/visit.ts';
import { metField, reasonField } from './field-names.ts';
import { expressionLines, outcomeWords, programName } from './in-words.ts';

export function packetModel(
  packet: Packet,
  typed: Fields | undefined,
): Omit<PacketPageProps, 'frame' | 'address' | 'mistakes' | 'news'> {
  const titles = new Map(packet.criteria.map(({ id, title }) => [id, title]));
  const { kind, decision, appealed } = packet;
  return {
    label: packet.label,
    kind,
    program: programName(packet.program),
    rules: packet.rules,
    overdue: packet.overdue,
    version: packet.version,
    standing: standingOf(packet),
    criteria: criteriaShown(packet, typed),
    follows: expressionLines(packet.expression, titles),
    statement: packet.statement,
    stepAside: typed === undefined ? '' : one(typed, 'step-aside'),
    identity: typed === undefined ? '' : one(typed, 'identity'),
    appealed: appealed === undefined ? undefined : earlier(packet, appealed),
    decision:
      decision === undefined
        ? undefined
        : {
            outcome: outcomeWords(kind, decision.outcome),
            on: inWords(decision.decidedOn),
            findings: findingsShown(decision.findings, titles),
          },
  };
}

function standingOf(packet: Packet): PacketPageProps['standing'] {
  if (packet.status === 'withdrawn') {
    return 'withdrawn';
  }
  if (packet.decision !== undefined) {
    return 'decided';
  }
  if (packet.yours) {
    return 'yours';
  }
  return packet.status === 'waiting' ? 'to-take' : 'not-yours';
}

function criteriaShown(packet: Packet, typed: Fields | undefined): readonly PacketCriterion[] {
  const readings = new Map(packet.readings.map((reading) => [reading.id, reading]));
  return packet.criteria.map(({ id, title, rule }) => {
    const reading = readings.get(id);
    return {
      id,
      title,
      rule,
      facts: packet.facts
        .filter((fact) => fact.criterion === id)
        .map((fact) => factShown(packet, packet.kind, fact)),
      reading: reading?.offered === true ? reading.because : undefined,
      metName: metField(id),
      reasonName: reasonField(id),
      met: typed === undefined ? '' : one(typed, metField(id)),
      reason: typed === undefined ? proposedReason(reading) : one(typed, reasonField(id)),
    };
  });
}

/** Where nothing was offered, the reason why it is not met is plain; the decider may change it. */
const proposedReason = (reading: CriterionReading | undefined): string =>
  reading?.offered === false ? en.desk.packet.nothingOffered : '';

const factShown = (packet: Packet, kind: MatterKind, fact: AttestedFact): PacketFact => ({
  label: fact.label,
  value: factInWords(
    definitionOf({ kind, program: packet.program, rules: packet.rules }, fact),
    fact.value,
  ),
  basis: fact.basis,
});

const earlier = (packet: Packet, decision: EarlierDecision): PacketPageProps['appealed'] => ({
  outcome: outcomeWords(decision.kind, decision.outcome),
  on: inWords(decision.decidedOn),
  facts: decision.facts.map((fact) => factShown(packet, decision.kind, fact)),
  findings: findingsShown(
    decision.findings,
    new Map(decision.criteria.map(({ id, title }) => [id, title])),
  ),
});

const findingsShown = (
  findings: readonly Finding[],
  titles: ReadonlyMap<string, string>,
): readonly EarlierFinding[] =>
  findings.map(({ criterion, met, reason }) => ({
    title: titles.get(criterion) ?? criterion,
    met,
    reason,
  }));
