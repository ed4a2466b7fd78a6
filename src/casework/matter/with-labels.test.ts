import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inventedName } from '../../demonstration/people/names.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { holdsName } from './holds-name.ts';
import { KEPT_BACK, withLabels } from './with-labels.ts';

const ana = { label: 'the respondent', names: ['Ana María Ruiz-Ortega', 'Ana Peña'] };
const will = { label: 'complainant 1', names: ["Will O'Rourke"] };

test('whole names, former names and parts of them become labels, in any case and with any accents', () => {
  assert.equal(
    withLabels('ANA MARIA RUIZ-ORTEGA left. Ana Pena came back; Ruiz-Ortega’s client wept.', [ana]),
    '[the respondent] left. [the respondent] came back; [the respondent]’s client wept.',
  );
  assert.equal(
    withLabels("Will O'Rourke said he will go. Will's letter; ms. o’rourke", [will]),
    "[complainant 1] said he will go. [complainant 1]'s letter; ms. o’rourke",
  );
});

test('words that only sound like a name stay', () => {
  assert.equal(
    withLabels('She will write; the ruins of Rome.', [ana, will]),
    'She will write; the ruins of Rome.',
  );
  assert.equal(withLabels('De la nada', [{ label: 'x', names: ['Ana de la O'] }]), 'De la nada');
});

test('names in scripts without spaces are taken out inside a run of letters', () => {
  assert.equal(
    withLabels('昨日王小明さんが来た', [{ label: 'w', names: ['王小明'] }]),
    '昨日[w]さんが来た',
  );
});

test('a name that hides where it cannot be taken out keeps the whole text back', () => {
  const hidden = 'x王\u200b小明x';
  assert.equal(withLabels(hidden, [{ label: 'w', names: ['王小明'] }]), KEPT_BACK);
});

test('whatever the names and the words around them, no name is left', () => {
  const chance = generatorFrom('labels');
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 6 }), fc.nat(5), (around, place) => {
      const name = inventedName(chance);
      const words = [...around.slice(0, place), name, ...around.slice(place)].join(' ');
      assert.ok(!holdsName(withLabels(words, [{ label: 'somebody', names: [name] }]), name));
    }),
    { numRuns: 300, seed: 7 },
  );
});
