/**
 * Which items favor a group among people of equal score. The gap in totals between the groups is shown
 * apart and first, because it is not evidence about any item; the letters say where people should look.
 */
import type { Audit, DifAudit, GroupTotals, ItemDif } from './audit.ts';
import { count, fixed, heading, people, pValue, table, wrapped } from './typeset.ts';

/** A share of differing items beyond which the total itself is in doubt. */
const MANY = 0.2;

export function difPage({ dif, items }: Audit): string[] {
  const title = heading('Page 4. Items that are harder for one group at the same score');
  if (dif === undefined) {
    return [
      ...title,
      ...wrapped('No groups were named. Name them with --group, --reference and --focal.'),
    ];
  }
  const name = (place: number): string => items[place]?.item.name ?? '';
  return [
    ...title,
    ...whoIsCompared(dif),
    '',
    ...howMany(dif),
    '',
    ...table(
      [
        { heading: 'item', align: 'left' },
        { heading: 'people', align: 'right' },
        { heading: 'focal', align: 'right' },
        { heading: 'delta', align: 'right' },
        { heading: 'error', align: 'right' },
        { heading: 'chi-squared', align: 'right' },
        { heading: 'p-value', align: 'right' },
        { heading: 'class', align: 'left' },
        { heading: 'direction', align: 'left' },
      ],
      dif.items.map((item) => difRow(item, name(item.place))),
    ),
    '',
    ...notJudged(dif, name),
  ];
}

function whoIsCompared({ column, groups, reference, focal }: DifAudit): string[] {
  const missing =
    groups.notStated === 0
      ? ''
      : ` ${people(groups.notStated)} whose "${column}" is empty ${groups.notStated === 1 ? 'is' : 'are'} in neither group.`;
  const elsewhere =
    groups.elsewhere === 0 ? '' : ` ${people(groups.elsewhere)} of other groups are in neither.`;
  return [
    ...wrapped(
      `Column "${column}": ${focal.name} (${people(focal.people)}) against ${reference.name} (${people(reference.people)}).${missing}${elsewhere}`,
    ),
    ...wrapped(
      `Mean totals: ${focal.name} ${spread(focal)}, ${reference.name} ${spread(reference)}. A gap in totals is a fact about outcomes; it says nothing about any item.`,
    ),
  ];
}

const spread = ({ mean, deviation }: GroupTotals): string =>
  deviation === undefined ? fixed(mean, 2) : `${fixed(mean, 2)} (deviation ${fixed(deviation, 2)})`;

function howMany(dif: DifAudit): string[] {
  const judged = dif.items.filter(({ letter }) => letter.ok);
  const letters = (wanted: string): number =>
    judged.filter(({ letter }) => letter.ok && letter.value === wanted).length;
  const significant = judged.filter(({ result }) => result.ok && result.value.pValue < 0.05).length;
  const many =
    significant > MANY * judged.length
      ? [
          'So many differences are more than a few faulty items: the total may not mean the same in both groups. Read single letters with care.',
        ]
      : [];
  return [
    ...wrapped(
      `Mantel-Haenszel, matched on the scored total with the studied item in it, no purification. ${count(judged.length)} items judged: ${letters('A')} A (negligible), ${letters('B')} B (moderate), ${letters('C')} C (large). ${count(significant)} differ at 5 %; about ${Math.round(judged.length * 0.05)} would by chance alone.`,
    ),
    ...many.flatMap((sentence) => wrapped(sentence)),
    ...wrapped(
      'Below zero, delta means harder for the focal group. A letter asks people to look at the item; it decides nothing.',
    ),
    ...wrapped(
      'Where the observed and the expected count differ by less than half a person, chi-squared is zero; difR squares the negative rest there.',
    ),
  ];
}

function difRow({ result, letter, direction }: ItemDif, name: string): string[] {
  if (!result.ok) {
    return [name, '', '', '', '', '', '', 'not judged'];
  }
  const { people: matched, focalMatched, effect, chiSquared, pValue: p } = result.value;
  return [
    name,
    count(matched),
    count(focalMatched),
    effect.ok ? fixed(effect.value.delta) : 'no bound',
    effect.ok ? fixed(effect.value.deltaError) : '',
    fixed(chiSquared, 2),
    pValue(p),
    letter.ok ? letter.value : 'look',
    letter.ok && letter.value === 'A' ? '' : (direction ?? ''),
  ];
}

/** Items without a class, those with the same reason together. */
function notJudged(dif: DifAudit, name: (place: number) => string): string[] {
  const byReason = new Map<string, string[]>();
  for (const { place, result, letter } of dif.items) {
    const refused = result.ok ? letter : result;
    if (!refused.ok) {
      const names = byReason.get(refused.refusal.because) ?? [];
      names.push(name(place));
      byReason.set(refused.refusal.because, names);
    }
  }
  return [...byReason].flatMap(([because, names]) =>
    wrapped(`No class, because ${because}: ${names.join(', ')}.`),
  );
}
