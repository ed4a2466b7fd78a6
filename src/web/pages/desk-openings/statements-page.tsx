/** `/desk/statements`: a reader gives points to statements under their labels. */
import type { ReactElement } from 'react';
import type { StatementShown } from '../../../workflow/opening/read-statements.ts';
import { Button } from '../../parts/button/button.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { openings } from '../../words/openings.ts';

const words = openings.desk;

export function StatementsPage(props: {
  readonly frame: Frame;
  readonly statements: readonly StatementShown[];
  readonly news: string | undefined;
  /** What was typed, by field, and what was found by it. */
  readonly typed: (field: string) => string;
  readonly mistakes: readonly FieldMistake[];
  /** A note that came too late, because two others have read. */
  readonly late: string | undefined;
}): ReactElement {
  const { frame, statements, news, typed, mistakes, late } = props;
  return (
    <PageFrame frame={frame} title={words.readTitle} mistakes={mistakes.length} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.readTitle}</h1>
      <p className="lead">{words.readLead}</p>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      {late === undefined ? null : (
        <Notice news>
          <p>{words.readByOthers}</p>
          <p className="typed-text" dir="auto">
            {late}
          </p>
        </Notice>
      )}
      {statements.length === 0 ? <p>{words.readNone}</p> : null}
      {statements.map((one) => (
        <section key={one.id} className="opening-line" aria-labelledby={`statement-${one.id}`}>
          <h2 id={`statement-${one.id}`}>{`${one.label}: ${one.title}`}</h2>
          {one.criteria.map((criterion, place) => (
            <div key={criterion}>
              <h3>{criterion}</h3>
              <p className="typed-text" dir="auto">
                {one.statement[place]}
              </p>
            </div>
          ))}
          {one.own === undefined ? (
            <PostForm
              frame={frame}
              action={`/desk/statements/${one.id}`}
              name={`${words.keep}: ${one.label}`}
            >
              {one.criteria.map((criterion, place) => (
                <RadioGroup
                  key={criterion}
                  name={`points-${place + 1}-${one.id}`}
                  label={criterion}
                  value={typed(`points-${place + 1}-${one.id}`)}
                  error={errorFor(mistakes, `points-${place + 1}-${one.id}`)}
                  choices={Object.entries(words.pointsChoices).map(([value, label]) => ({
                    value,
                    label,
                  }))}
                />
              ))}
              <TextArea
                name={`note-${one.id}`}
                label={words.note}
                value={typed(`note-${one.id}`)}
                rows={3}
                error={errorFor(mistakes, `note-${one.id}`)}
              />
              <Button label={words.keep} look="secondary" />
            </PostForm>
          ) : (
            <p>{words.ownPoints(one.own.scores.join(', '))}</p>
          )}
        </section>
      ))}
    </PageFrame>
  );
}
