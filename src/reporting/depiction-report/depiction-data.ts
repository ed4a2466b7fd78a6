/** The depictions as data: names that stay (docs/json.md), every digit kept; and every category as a row. */
import { csvText } from '../document/csv.ts';
import { type DepictionReport, likenessOf } from './depiction-report.ts';

export const depictionData = ({ served, forms }: DepictionReport): object => ({
  schema: 'evenhand.depictions.1',
  served,
  forms: forms.map(({ form, items, depicted }) => ({
    form,
    items,
    depicted: depicted.map((one) => ({
      ...one,
      ...(one.dissimilarity === undefined
        ? {
            dissimilarity: null,
            reasons: { dissimilarity: `no item shows any ${one.variable}` },
          }
        : {}),
      likeness: likenessOf(one),
    })),
  })),
});

/** A row for each category of each variable on each form. */
export const depictionCsv = ({ forms }: DepictionReport): string =>
  csvText([
    ['form', 'variable', 'category', 'served', 'items', 'share', 'wanted', 'showing', 'silent'],
    ...forms.flatMap(({ form, depicted }) =>
      depicted.flatMap(({ variable, showing, silent, categories }) =>
        categories.map(({ name, served, items, share, wanted }) => [
          form,
          variable,
          name,
          served,
          items,
          showing === 0 ? null : share,
          wanted,
          showing,
          silent,
        ]),
      ),
    ),
  ]);
