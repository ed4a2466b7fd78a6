/**
 * The code of conduct of the invented navigator program, complete and in our own words, in two versions: that of 2023, and
 * that of 2026, which put retaliation, machines that advise and gifts in rules of their own.
 */
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import type {
  Binding,
  CodeOfConduct,
  CodePart,
  CodeVersion,
  Provision,
  ProvisionGroup,
} from '../definition/code-of-conduct.ts';
import { notSet, type Sourced, seen } from '../definition/sourced.ts';
import {
  DEFINITIONS,
  PRINCIPLES,
  PROCEDURES,
  type ProvisionWords,
  RULES,
} from './navigator-code-words.ts';

const set = <Value>(value: Value): Sourced<Value> => seen(value, ['BOARD']);

type Placed = readonly [group: string | null, words: ProvisionWords];

function part(
  asked: {
    readonly id: string;
    readonly letter: string;
    readonly title: string;
    readonly binding: Binding;
    readonly groups?: readonly ProvisionGroup[];
  },
  placed: readonly Placed[],
): CodePart {
  const { id, letter, title, binding, groups = [] } = asked;
  return {
    id,
    title: set(title),
    binding: set(binding),
    count: set(placed.length),
    groups,
    provisions: placed.map(
      ([group, words], place): Provision => ({
        number: `${letter}${place + 1}`,
        group,
        title: set(words.title),
        text: words.text,
      }),
    ),
  };
}

const groups: readonly ProvisionGroup[] = [
  { id: '1', title: set('Duties to the person served') },
  { id: '2', title: set('Confidentiality and records') },
  { id: '3', title: set('Competence') },
  { id: '4', title: set('Honesty and independence') },
  { id: '5', title: set('Duties to the field and to the body') },
];

const alone = (words: Readonly<Record<string, ProvisionWords>>): readonly Placed[] =>
  Object.values(words).map((each): Placed => [null, each]);

const rules2023: readonly Placed[] = [
  ['1', RULES.unfair],
  ['1', RULES.access],
  ['1', RULES.consent],
  ['1', RULES.harm],
  ['1', RULES.relations],
  ['1', RULES.endingEarlier],
  ['2', RULES.privacy],
  ['2', RULES.records],
  ['3', RULES.competence],
  ['3', RULES.fitness],
  ['4', RULES.qualifications],
  ['4', RULES.designationEarlier],
  ['4', RULES.advertising],
  ['4', RULES.conflict],
  ['4', RULES.paymentsEarlier],
  ['4', RULES.fees],
  ['5', RULES.application],
  ['5', RULES.report],
  ['5', RULES.cooperate],
  ['5', RULES.law],
];

const rules2026: readonly Placed[] = [
  ['1', RULES.unfair],
  ['1', RULES.access],
  ['1', RULES.consent],
  ['1', RULES.harm],
  ['1', RULES.relations],
  ['1', RULES.ending],
  ['2', RULES.privacy],
  ['2', RULES.records],
  ['2', RULES.tools],
  ['3', RULES.competence],
  ['3', RULES.fitness],
  ['3', RULES.supervision],
  ['4', RULES.qualifications],
  ['4', RULES.designation],
  ['4', RULES.advertising],
  ['4', RULES.conflict],
  ['4', RULES.payments],
  ['4', RULES.gifts],
  ['4', RULES.fees],
  ['5', RULES.application],
  ['5', RULES.report],
  ['5', RULES.selfReport],
  ['5', RULES.cooperate],
  ['5', RULES.retaliation],
  ['5', RULES.law],
];

const EARLIER = 'navigator-code/2023';
/** Rules that were written anew under another number and another title. */
const DESCENT: Readonly<Record<string, string>> = {
  [RULES.designation.title]: 'R12',
  [RULES.payments.title]: 'R15',
};

const described = (rules: CodePart): CodePart => ({
  ...rules,
  provisions: rules.provisions.map((provision) => {
    const number = DESCENT[provision.title.value ?? ''];
    return number === undefined ? provision : { ...provision, was: { version: EARLIER, number } };
  }),
});

const around = (rules: CodePart): readonly CodePart[] => [
  part(
    { id: 'principles', letter: 'P', title: 'Principles', binding: 'advisory' },
    alone(PRINCIPLES),
  ),
  rules,
  part(
    { id: 'definitions', letter: 'D', title: 'Definitions', binding: 'definition' },
    alone(DEFINITIONS),
  ),
  part(
    { id: 'procedures', letter: 'C', title: 'Complaints and appeals', binding: 'procedural' },
    alone(PROCEDURES),
  ),
];

const rulesPart = {
  id: 'rules',
  letter: 'R',
  title: 'Rules',
  binding: 'mandatory',
  groups,
} as const;
const since2026 = date('2026-01-01');

const versions: readonly CodeVersion[] = [
  {
    id: EARLIER,
    from: date('2023-01-01'),
    to: addDays(since2026, -1),
    fromNote: 'Set by the Larkspur Board, an invented body.',
    parts: around(part(rulesPart, rules2023)),
  },
  {
    id: 'navigator-code/2026',
    from: since2026,
    fromNote: 'Set by the Larkspur Board, an invented body.',
    parts: around(described(part(rulesPart, rules2026))),
  },
];

export const navigatorCode: CodeOfConduct = {
  id: 'navigator-code',
  title: set('Larkspur Code of Conduct'),
  owner: { name: 'Larkspur Board for Care Professions', short: 'the Larkspur Board' },
  texts: 'own-words',
  versions,
  earlier: notSet('There is none.'),
  sources: { BOARD: { address: 'Set by the Larkspur Board, an invented body', whose: 'owner' } },
};
