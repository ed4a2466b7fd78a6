/** `/confirm/:token`: somebody says, by a mailed link and without an account, whether a course took place. */
import type { ReactElement } from 'react';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { NumberField } from '../../parts/number-field/number-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { renewal } from '../../words/renewal.ts';

const words = renewal.confirm;

export interface ConfirmPageProps {
  readonly frame: Frame;
  readonly action: string;
  /** 'over' where the link is unknown, ended or answered elsewhere. */
  readonly state: 'ask' | 'done' | 'over';
  readonly who: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly typed: { readonly tookPlace: string; readonly hours: string; readonly words: string };
  readonly mistakes: readonly FieldMistake[];
}

export function ConfirmPage(props: ConfirmPageProps): ReactElement {
  const { frame, mistakes, typed, who } = props;
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      {props.state === 'ask' ? (
        <>
          <p className="lead">
            <bdi>{words.lead(who)}</bdi>
          </p>
          <DescriptionList items={props.facts} />
          <PostForm frame={frame} action={props.action}>
            <RadioGroup
              name="took-place"
              label={words.did(who)}
              choices={[
                { value: 'yes', label: words.yes },
                { value: 'no', label: words.no },
              ]}
              value={typed.tookPlace}
              error={errorFor(mistakes, 'took-place')}
            />
            <NumberField
              name="hours"
              label={words.hours}
              value={typed.hours}
              decimals
              optional
              error={errorFor(mistakes, 'hours')}
            />
            <TextArea name="words" label={words.words} value={typed.words} optional />
            <Buttons>
              <Button label={words.send} />
            </Buttons>
          </PostForm>
        </>
      ) : (
        <p className="lead">{props.state === 'done' ? words.done : words.over}</p>
      )}
    </PageFrame>
  );
}
