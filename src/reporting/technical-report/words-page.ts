/** The words of the report, each in a sentence, for whoever meets them the first time. */
import type { Section } from '../document/document.ts';

export function wordsPage(): Section {
  return {
    id: 'words',
    title: 'Words in this report',
    blocks: [
      {
        kind: 'facts',
        facts: [
          [
            'Reliability, alpha',
            'how far the same people would keep their ranks on another form of the exam; 1 is perfectly, 0 not at all',
          ],
          [
            'Standard error of measurement',
            'how far a total is off by chance: two in three totals lie within one of it',
          ],
          [
            'Decision consistency',
            'the share of people who would get the same result, pass or fail, on another form',
          ],
          [
            'Differential item functioning',
            'an item is harder for one group than for another among people who know as much. It asks for a look at the item’s words; it proves no intent and decides nothing',
          ],
          [
            'Focal and reference group',
            'the group we worry about, and the one it is compared with',
          ],
          [
            'Class A, B, C',
            'a negligible, moderate or large difference; the rules of the Educational Testing Service for Mantel-Haenszel (Zwick 2012)',
          ],
          [
            'Delta',
            'a scale of difficulty; a high delta is a hard item, and a difference of one delta is moderate',
          ],
          [
            'Chance of a true C',
            'what an item’s own reading and those of all other items say together (empirical Bayes): in small groups a large reading is often chance',
          ],
          [
            'p-value',
            'how often chance alone would show a gap as large; below 0.05 is one in twenty, so one clean item in twenty falls below it',
          ],
          [
            'Withheld',
            'not shown, because a group is so small that the number could point at a person',
          ],
        ],
      },
    ],
  };
}
