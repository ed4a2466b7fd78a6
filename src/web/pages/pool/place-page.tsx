/** `/desk/pool/:person`: the place of one person in the pool. What they declared about their interests is theirs to change. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DateField, type TypedDate } from '../../parts/date-field/date-field.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { pool as words } from '../../words/complaints.ts';

export interface PlacePageProps {
  readonly frame: Frame;
  readonly person: string;
  readonly name: string;
  readonly interests: string;
  readonly typed: {
    readonly isPublic: string;
    readonly trained: TypedDate;
    readonly term: TypedDate;
  };
  readonly mistakes: readonly FieldMistake[];
}

export function PlacePage(props: PlacePageProps): ReactElement {
  const { frame, person, name, interests, typed, mistakes } = props;
  const title = words.placeOf(name);
  return (
    <PageFrame
      frame={frame}
      title={title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/desk/pool', label: words.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <DescriptionList
        items={[
          {
            term: words.interests,
            value: interests === '' ? words.noInterests : <bdi>{interests}</bdi>,
          },
        ]}
      />
      <PostForm frame={frame} action={`/desk/pool/${person}`}>
        <RadioGroup
          name="public"
          label={words.isPublic}
          hint={words.isPublicHint}
          choices={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
          value={typed.isPublic}
          error={errorFor(mistakes, 'public')}
        />
        <DateField
          name="trained"
          label={words.trained}
          hint={words.trainedHint}
          value={typed.trained}
          error={errorFor(mistakes, 'trained')}
        />
        <DateField
          name="term"
          label={words.term}
          hint={words.termHint}
          value={typed.term}
          error={errorFor(mistakes, 'term')}
        />
        <Buttons>
          <Button label={words.save} />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}
