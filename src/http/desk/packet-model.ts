/** What a decider's page shows of one matter: facts in words, a reading by the rule, and the answers typed so far. */
import type { AttestedFact, Finding, MatterKind } from '../../casework/matter/matter.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { type CriterionReading, evaluate } from '../../program/pathway/evaluate.ts';
import type { PacketFact } from '../../web/pages/packet/fact-table.tsx';
import type { PacketCriterion } from '../../web/pages/packet/findings-form.tsx';
import type { EarlierFinding, PacketPageProps } from '../../web/pages/packet/packet.tsx';
import { en } from '../../web/words/en.ts';
import type { EarlierDecision, Packet } from '../../workflow/review/packet.ts';
import { definitionOf, factInWords, rulesFor } from '../../workflow/review/records-form.ts';
import { type Fields, one } from '../server/visit.ts';
import { metField, reasonField } from './field-names.ts';
import { daysLate, expressionLines, outcomeWords, programName } from './in-words.ts';

export function packetModel(
  packet: Packet,
  today: CivilDate,
  typed: Fields | undefined,
): Omit<PacketPageProps, 'frame' | 'address' | 'mistakes' | 'news'> {
  const titles = new Map(packet.criteria.map(({ id, title }) => [id, title]));
  const { kind, decision, appealed } = packet;
  const open = packet.status === 'waiting' || packet.status === 'in-review';
  return {
    label: packet.label,
    kind,
    program: programName(packet.program),
    rules: packet.rules,
    opened: inWords(packet.openedOn),
    promised: inWords(packet.promisedBy),
    daysLate: open ? daysLate(packet.promisedBy, today) : 0,
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
  const readings = readingsOf(packet);
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

function readingsOf(packet: Packet): ReadonlyMap<string, CriterionReading> {
  const rules = packet.kind === 'eligibility' ? rulesFor(packet.program, packet.rules) : undefined;
  if (rules === undefined) {
    return new Map();
  }
  const facts = new Map(
    packet.criteria.map(({ id }) => [
      id,
      new Map(
        packet.facts.filter((fact) => fact.criterion === id).map((fact) => [fact.fact, fact.value]),
      ),
    ]),
  );
  return new Map(
    evaluate(rules, facts, packet.openedOn).criteria.map((reading) => [reading.id, reading]),
  );
}

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
