/**
 * The three short exams of the demonstration: 30 questions on the CCM outline, 20 on the CDMS outline, and two parts
 * of 8 for the invented navigator program. One minute a question.
 *
 * How the counts come about (casework/form/outline): the CCM outline of August 2025 publishes 30, 12, 20 and 18 percent
 * and, for Quality and Rehabilitation, only that the two make 20 together; each gets half, marked as an even share.
 * Of 30 questions that is 9, 3.6, 6, 3, 3 and 5.4; by largest remainder 9, 4, 6, 3, 3 and 5. The CDMS outline publishes
 * no weights, so its four domains get 5 of 20 each, marked so. The passing scores are nobody's judgment and say so.
 */
import { assembleForm, type FormPlan } from '../../casework/form/assemble-form.ts';
import { demonstrationCut, type Form } from '../../casework/form/form.ts';
import { outlineFrom } from '../../casework/form/outline.ts';
import type { Item, ItemKey } from '../../casework/item/item.ts';
import { at } from '../../kernel/result/at.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { careQuestions } from './ccm-rules.ts';
import { workQuestions } from './cdms-rules.ts';
import { navigatorQuestions } from './navigator.ts';
import { itemsOf, keysOf, type WrittenItem } from './written-item.ts';

/** One exam: the form and the questions a candidate may see. Its keys are asked for apart. */
export interface DemonstrationExam {
  readonly form: Form;
  readonly items: readonly Item[];
}

export type ExamProgram = (typeof examPrograms)[number];

const written: Readonly<Record<ExamProgram, readonly WrittenItem[]>> = {
  'larkspur-care': careQuestions,
  'larkspur-work': workQuestions,
  'larkspur-navigator': navigatorQuestions,
};

/** Questions and passing score of each part, in the order of the program's rules. One minute a question. */
const lengths: Readonly<Record<ExamProgram, readonly (readonly [items: number, cut: number])[]>> = {
  'larkspur-care': [[30, 20]],
  'larkspur-work': [[20, 13]],
  'larkspur-navigator': [
    [8, 5],
    [8, 5],
  ],
};

export const examPrograms = ['larkspur-care', 'larkspur-work', 'larkspur-navigator'] as const;

export function demonstrationExam(program: ExamProgram): DemonstrationExam {
  const items = itemsOf(written[program]);
  const id = `${program}-demonstration-1`;
  const form = assembleForm(
    { id, program, ...planOf(program), kind: 'demonstration', seed: id, enemies: [] },
    items,
    demonstrationKeys(program),
  );
  if (!form.ok) {
    throw new Error(`${program}: ${form.refusal.because}`);
  }
  return { form: form.value, items };
}

/** The outline of the newest rules, at the length of the demonstration. */
function planOf(program: ExamProgram): Pick<FormPlan, 'outline' | 'parts'> {
  const rules = programOf(program)?.rules.at(-1);
  if (rules === undefined) {
    throw new Error(`the catalog has no rules for ${program}`);
  }
  return {
    outline: rules.exam.blueprint,
    parts: rules.exam.parts.map((part, place) => {
      const [items, cut] = at(lengths[program], place);
      return {
        id: part.id,
        title: part.title,
        outline: outlineFrom(part.domains),
        items,
        minutes: items,
        cut: demonstrationCut(cut),
      };
    }),
  };
}

export const demonstrationKeys = (program: ExamProgram): readonly ItemKey[] =>
  keysOf(written[program]);
