/** `/desk/providers`: whose courses count without review, and on which days. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { boxesIn, DateField } from '../../parts/date-field/date-field.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { renewal } from '../../words/renewal.ts';

const words = renewal.providers;

export interface ProviderShown {
  readonly id: string;
  readonly name: string;
  readonly periods: readonly string[];
  readonly signs: boolean;
  /** What can be changed: an approval that lasts is ended, one that ended is given again. */
  readonly change: 'end' | 'approve';
}

export interface ProvidersPageProps {
  readonly frame: Frame;
  readonly news: string | undefined;
  readonly providers: readonly ProviderShown[];
  readonly typed: Readonly<Record<string, string>>;
  readonly mistakes: readonly FieldMistake[];
}

export function ProvidersPage(props: ProvidersPageProps): ReactElement {
  const { frame, news, providers, typed, mistakes } = props;
  const field = (name: string) => ({ name, value: typed[name], error: errorFor(mistakes, name) });
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p className="lead">{words.lead}</p>
      {providers.length === 0 ? <p>{words.none}</p> : null}
      {providers.map(({ id, name, periods, signs, change }) => (
        <section key={id} className="renewal-activity">
          <h2>
            <bdi>{name}</bdi>
          </h2>
          <ul>
            {periods.map((period) => (
              <li key={period}>{`${words.approved} ${period}`}</li>
            ))}
            {signs ? <li>{words.signs}</li> : null}
          </ul>
          <PostForm frame={frame} action={`/desk/providers/${id}`} hidden={{ change }}>
            <DateField
              {...field(`day-${id}`)}
              value={boxesIn(typed, `day-${id}`)}
              label={change === 'end' ? words.end : words.again}
            />
            <Buttons>
              <Button label={words.change} look="secondary" heardAlso={name} />
            </Buttons>
          </PostForm>
        </section>
      ))}
      <h2>{words.add}</h2>
      <PostForm frame={frame} action="/desk/providers">
        <TextField {...field('title')} label={words.name} />
        <DateField {...field('from')} value={boxesIn(typed, 'from')} label={words.from} />
        <TextField {...field('signs-with')} label={words.key} hint={words.keyHint} optional />
        <Buttons>
          <Button label={words.send} />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}
