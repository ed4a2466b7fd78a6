/**
 * A packet as a classifier sees it: every field in numbers and words. What a published test reads is the evidence;
 * everything else that reaches the decider is the rest: words, facts that no test asks about, the label, the day of
 * looking, and how the criteria read by the rules.
 */
import type { AttestedFact } from '../../casework/matter/matter.ts';
import { type CivilDate, dayNumber, daysBetween, parts } from '../../kernel/dates/civil-date.ts';
import type { FactTest } from '../../program/definition/criterion.ts';
import { readFact } from '../../program/pathway/fact-values.ts';
import type { Packet } from '../review/packet.ts';
import { definitionOf, rulesFor } from '../review/records-form.ts';

export interface PacketFeatures {
  readonly evidence: ReadonlyMap<string, number>;
  readonly rest: ReadonlyMap<string, number>;
}

export function packetFeatures(packet: Packet, lookedOn: CivilDate): PacketFeatures {
  const evidence = new Map<string, number>([[`program ${packet.program}`, 1]]);
  const rest = new Map<string, number>();
  const tested = testedFacts(packet);
  for (const fact of packet.facts) {
    const name = `${packet.program} ${fact.criterion} ${fact.fact}`;
    const of = tested.has(`${fact.criterion} ${fact.fact}`) ? evidence : rest;
    if (!addValue(of, name, { packet, lookedOn }, fact)) {
      addWords(rest, 'value', fact.value);
    }
    rest.set(`basis ${fact.criterion} ${fact.fact} ${fact.basis}`, 1);
    addWords(rest, 'label', fact.label);
  }
  for (const { id, because } of packet.readings) {
    addWords(rest, `reading of ${id}`, because);
  }
  addWords(rest, 'statement', packet.statement);
  addCharacters(rest, 'case label', packet.label);
  // The address of the page is made of the time when the matter was opened.
  rest.set('address', Number.parseInt(packet.matter.replaceAll('-', '').slice(0, 12), 16));
  addDates(rest, packet, lookedOn);
  for (const [name, value] of [
    ['facts', packet.facts.length],
    ['criteria', packet.criteria.length],
    ['version', packet.version],
    ['length of the statement', packet.statement.length],
  ] as const) {
    rest.set(name, value);
  }
  rest.set(`kind ${packet.kind}`, 1);
  rest.set(`rules ${packet.rules}`, 1);
  rest.set(`status ${packet.status}`, 1);
  if (packet.appealed !== undefined) {
    rest.set('appeal', 1);
    for (const { reason } of packet.appealed.findings) {
      addWords(rest, 'earlier reason', reason);
    }
  }
  return { evidence, rest };
}

function testedFacts({ program, rules }: Packet): ReadonlySet<string> {
  return new Set(
    (rulesFor(program, rules)?.criteria ?? []).flatMap((criterion) =>
      criterion.tests.flatMap(factsRead).map((fact) => `${criterion.id} ${fact}`),
    ),
  );
}

function factsRead(test: FactTest): readonly string[] {
  if (test.kind === 'count-yes') {
    return test.facts;
  }
  return test.kind === 'at-least' && test.otherwise !== undefined
    ? [test.fact, test.otherwise.fact]
    : [test.fact];
}

interface Looked {
  readonly packet: Packet;
  readonly lookedOn: CivilDate;
}

/** False where the value is not what the form asks for, so that it is read as words. */
function addValue(
  to: Map<string, number>,
  name: string,
  { packet, lookedOn }: Looked,
  fact: AttestedFact,
): boolean {
  const definition = definitionOf(packet, fact);
  const read = definition === undefined ? undefined : readFact(definition, fact.value);
  if (read?.ok !== true) {
    return false;
  }
  to.set(`${name} given`, 1);
  const { value } = read;
  switch (value.kind) {
    case 'number':
      addNumber(to, name, value.number);
      break;
    case 'day':
      addNumber(to, `${name}, days before`, daysBetween(value.day, lookedOn));
      break;
    case 'yes-no':
      to.set(`${name} ${value.yes ? 'yes' : 'no'}`, 1);
      break;
    default:
      to.set(`${name} ${value.choice}`, 1);
  }
  return true;
}

/** Also by its order of magnitude, so that a hollow or a hill is seen as well as a slope. */
function addNumber(to: Map<string, number>, name: string, value: number): void {
  to.set(name, value);
  const step = Math.round(4 * Math.log2(1 + Math.abs(value)));
  to.set(`${name} about ${Math.sign(value) * step}`, 1);
}

function addDates(to: Map<string, number>, { overdue }: Packet, lookedOn: CivilDate): void {
  to.set(`overdue ${overdue}`, 1);
  to.set('looked at day', dayNumber(lookedOn));
  to.set(`looked at in month ${parts(lookedOn).month}`, 1);
  to.set(`looked at on weekday ${dayNumber(lookedOn) % 7}`, 1);
}

function addWords(to: Map<string, number>, where: string, text: string): void {
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    to.set(`${where}: ${word}`, 1);
  }
}

const addCharacters = (to: Map<string, number>, where: string, text: string): void => {
  [...text].forEach((character, place) => {
    to.set(`${where} ${place}: ${character}`, 1);
  });
};
