import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takenPackets } from '../../../tests/support/taken-packets.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { guessFromPackets, type PacketOf } from './guess-from-packets.ts';

const BOUND = 0.55;
const body = takenPackets('larkspur', date('2026-11-25'));
const byTraining = body.by('where-trained');
/** Fewer packets, where a leak is plain enough to be found among them. */
const some = byTraining.filter(({ group }) => group !== undefined).slice(0, 700);

const beyondIn = (packets: readonly PacketOf[]): number => {
  const found = guessFromPackets(packets, 'test');
  assert.ok(found !== undefined);
  return found.beyond;
};

/** The seven other questions are in the simulation, whose table stands in docs/methods. */
for (const dimension of ['where-trained', 'disability']) {
  test(`what a reviewer sees tells of "${dimension}" no more than the evidence does`, () => {
    const beyond = beyondIn(body.by(dimension));
    assert.ok(beyond <= BOUND, `${beyond}`);
  });
}

test('a word in the statement of one group is found', () => {
  const chance = generatorFrom('planted word');
  const told = some.map((one): PacketOf => {
    const says = one.group === 'trained-abroad' && chance.next() < 0.3;
    const statement = says ? 'It was confirmed by the ministry at home.' : 'It was confirmed.';
    return { ...one, packet: { ...one.packet, statement } };
  });
  assert.ok(beyondIn(told) > BOUND, `${beyondIn(told)}`);
});

test('so is a school that stands where only a choice should', () => {
  const told = some.map((one): PacketOf => {
    const value = one.group === 'trained-abroad' ? 'Universidad del Norte' : 'yes';
    const fact = {
      ...{ criterion: 'license', fact: 'school', label: 'School', value },
      basis: 'document' as const,
    };
    return { ...one, packet: { ...one.packet, facts: [...one.packet.facts, fact] } };
  });
  assert.ok(beyondIn(told) > 0.9);
});

test('so would be what the packet leaves out: how long each has waited', () => {
  // The queue of those trained abroad is slow in this body; in a label made of the day of filing it would show.
  const told = some.map((one): PacketOf => {
    const waited = one.waited < 15 ? 'short' : one.waited < 22 ? 'middle' : 'long';
    return { ...one, packet: { ...one.packet, statement: `${waited} wait` } };
  });
  assert.ok(beyondIn(told) > BOUND, `${beyondIn(told)}`);
});
