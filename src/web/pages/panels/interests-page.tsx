/** `/desk/panels/interests`: a member's ties, read before a draw, and until when they can be drawn. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { panels } from '../../words/panels.ts';

const words = panels.interests;

export interface InterestsPageProps {
  readonly frame: Frame;
  /** Undefined where they stand in no pool. */
  readonly place:
    | { readonly isPublic: boolean; readonly trainedUntil: string; readonly termEnds: string }
    | undefined;
  readonly typed: string;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function InterestsPage(props: InterestsPageProps): ReactElement {
  const { frame, place, mistakes, news } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/panels', label: panels.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      {place === undefined ? (
        <p>{words.notInPool}</p>
      ) : (
        <>
          <p className="lead">{words.intro}</p>
          <p>{place.isPublic ? words.isPublic : words.isHolder}</p>
          <DescriptionList
            items={[
              { term: words.trained, value: place.trainedUntil },
              { term: words.term, value: place.termEnds },
            ]}
          />
          <PostForm frame={frame} action="/desk/panels/interests">
            <TextArea
              name="interests"
              label={words.words}
              hint={words.hint}
              value={props.typed}
              rows={8}
              optional
              error={errorFor(mistakes, 'interests')}
            />
            <Buttons>
              <Button label={words.save} />
            </Buttons>
          </PostForm>
        </>
      )}
    </PageFrame>
  );
}
