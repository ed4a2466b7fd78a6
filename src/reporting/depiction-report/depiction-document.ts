/** Whom the items of each form show, as a document: what stands out first, then a picture and a table for each variable. */
import type { CategoryDepicted, Depicted } from '../../psychometrics/depictions/depictions.ts';
import { shareBars } from '../charts/share-bars.ts';
import { spelled } from '../charts/svg.ts';
import {
  type Block,
  left,
  type Mark,
  prose,
  type ReportDocument,
  right,
  tableBlock,
} from '../document/document.ts';
import type { Forms } from '../document/formats.ts';
import { depictionCsv, depictionData } from './depiction-data.ts';
import {
  type DepictionReport,
  type FormDepicted,
  type Likeness,
  likenessOf,
  neverShown,
} from './depiction-report.ts';

export const DEPICTION_FORMS: Forms<DepictionReport> = {
  document: depictionDocument,
  csv: depictionCsv,
  data: depictionData,
};

const percent = (share: number): string => `${spelled(100 * share, 1)} %`;
const itemsOf = (count: number): string => (count === 1 ? '1 item' : `${count} items`);

const MARKS: Readonly<Record<Likeness, Mark>> = {
  few: 'open',
  'never-shown': 'look',
  apart: 'look',
  alike: 'sound',
};

function depictionDocument({ served, forms }: DepictionReport): ReportDocument {
  return {
    title: 'Whom the exam shows, and who is served',
    subtitle: `${forms.length === 1 ? 'The form' : 'The forms'} ${forms.map(({ form }) => form).join(', ')}, beside ${served}`,
    sections: forms.map((form, place) => ({
      id: `form-${place + 1}`,
      title: form.form,
      blocks: [
        ...form.depicted.map(depictionFinding),
        ...form.depicted.flatMap((one, at) => depictionBlocks(form, one, `${place + 1}-${at + 1}`)),
        ...(place === forms.length - 1 ? [prose(WHAT_IT_IS)] : []),
      ],
    })),
  };
}

const WHAT_IT_IS =
  'Items are written, not drawn by chance, so nothing here is tested. An item that shows two categories counts half to each. An item that shows nobody in particular is no fault. How somebody is shown, and whether that is fair to them, only readers can tell.';

function farthest({ categories }: Depicted): CategoryDepicted | undefined {
  return categories.toSorted(
    (a, b) => Math.abs(b.share - b.served) - Math.abs(a.share - a.served),
  )[0];
}

/** What stands out about one variable, in a sentence. */
function depictionFinding(one: Depicted): Extract<Block, { readonly kind: 'finding' }> {
  const likeness = likenessOf(one);
  const { variable, showing, silent } = one;
  const never = neverShown(one).map(({ name }) => name);
  const headings: Readonly<Record<Likeness, string>> = {
    few: `By ${variable}, too few items show anybody to say whom the form shows`,
    'never-shown': `By ${variable}, no item shows ${never.join(', ')}`,
    apart: `By ${variable}, the form does not show those who are served`,
    alike: `By ${variable}, the form shows those who are served`,
  };
  const off = farthest(one);
  const told = `${itemsOf(showing)} ${showing === 1 ? 'shows' : 'show'} a category, ${silent} ${silent === 1 ? 'shows' : 'show'} none.`;
  return {
    kind: 'finding',
    mark: MARKS[likeness],
    heading: headings[likeness],
    text:
      one.dissimilarity === undefined || off === undefined
        ? told
        : `${told} ${percent(one.dissimilarity)} of those that do would have to show another. Farthest off is ${off.name}: ${percent(off.share)} of the items, ${percent(off.served)} of those who are served.`,
    points: [],
  };
}

function depictionBlocks(form: FormDepicted, one: Depicted, id: string): readonly Block[] {
  const { variable, showing, categories } = one;
  const table = tableBlock(
    `${form.form}, by ${variable}`,
    [
      left(variable),
      right('Served'),
      right('Items'),
      right('Share of the items'),
      right('Items to match'),
    ],
    categories.map(({ name, served, items, share, wanted }) => [
      name,
      percent(served),
      String(items),
      showing === 0 ? '–' : percent(share),
      String(wanted),
    ]),
  );
  return [
    { kind: 'subheading', id: `by-${id}`, text: `By ${variable}` },
    ...(showing === 0
      ? []
      : [
          {
            kind: 'chart' as const,
            chart: shareBars(
              categories.map(({ name, served, share }) => ({
                ...{ name, share, low: share, high: share, otherwise: served },
              })),
              {
                title: `Whom the items show, by ${variable}`,
                sentence: categories
                  .map(
                    ({ name, share, served }) =>
                      `${name}: ${percent(share)} of the items, ${percent(served)} of those who are served`,
                  )
                  .join('; '),
                axis: 'share of the items that show any',
                otherwise: 'share of those who are served',
              },
            ),
          },
        ]),
    table,
  ];
}
