/** `/desk/lotteries`: a director publishes the plan of an audit lottery, closes its pool, and brings the public number. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { boxesIn, DateField } from '../../parts/date-field/date-field.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import { NumberField } from '../../parts/number-field/number-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { renewal } from '../../words/renewal.ts';

const words = renewal.lotteries;

export interface LotteryAtDesk {
  readonly id: string;
  readonly title: string;
  /** What can be done next; undefined once it is drawn. */
  readonly next: 'close' | 'draw' | undefined;
  readonly source: string;
}

export interface LotteriesPageProps {
  readonly frame: Frame;
  readonly news: string | undefined;
  readonly programs: readonly { readonly value: string; readonly label: string }[];
  readonly lotteries: readonly LotteryAtDesk[];
  readonly typed: Readonly<Record<string, string>>;
  readonly mistakes: readonly FieldMistake[];
}

export function LotteriesPage(props: LotteriesPageProps): ReactElement {
  const { frame, news, lotteries, typed, mistakes } = props;
  const field = (name: string) => ({ name, value: typed[name], error: errorFor(mistakes, name) });
  return (
    <PageFrame frame={frame} title={words.desk} mistakes={mistakes.length} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.desk}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p className="lead">{words.deskLead}</p>
      {lotteries.map(({ id, title, next, source }) => (
        <section key={id} className="renewal-activity">
          <h2>
            <a href={`/audits/${id}`}>{title}</a>
          </h2>
          {next === 'close' ? (
            <PostForm frame={frame} action={`/desk/lotteries/${id}/close`}>
              <Buttons>
                <Button label={words.close} heardAlso={title} />
              </Buttons>
            </PostForm>
          ) : null}
          {next === 'draw' ? (
            <PostForm frame={frame} action={`/desk/lotteries/${id}/draw`}>
              <TextField {...field(`number-${id}`)} label={words.number} hint={source} />
              <Buttons>
                <Button label={words.draw} heardAlso={title} />
              </Buttons>
            </PostForm>
          ) : null}
        </section>
      ))}
      <h2>{words.plan}</h2>
      <PostForm frame={frame} action="/desk/lotteries">
        <Select {...field('program')} label={words.program} options={props.programs} />
        <NumberField {...field('approved')} label={words.approved} decimals />
        <NumberField {...field('reviewed')} label={words.reviewed} decimals />
        <TextField {...field('source')} label={words.source} hint={words.sourceHint} />
        <DateField
          {...field('number-on')}
          value={boxesIn(typed, 'number-on')}
          label={words.numberOn}
        />
        <Buttons>
          <Button label={words.send} />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}
