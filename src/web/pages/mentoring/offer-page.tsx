/** `/my/mentoring/offer`: what a certificant offers, which candidates see without a name. */
import type { ReactElement } from 'react';
import { LANGUAGES, REGIONS, TIMES } from '../../../casework/mentoring/wishes.ts';
import { PRACTICE_SETTINGS } from '../../../program/conduct/practice-settings.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { NumberField } from '../../parts/number-field/number-field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { concern } from '../../words/concern.ts';
import { mentoring } from '../../words/mentoring.ts';

const words = mentoring.offer;

export interface OfferPageProps {
  readonly frame: Frame;
  readonly program: { readonly id: string; readonly name: string };
  readonly typed: {
    readonly settings: readonly string[];
    readonly region: string;
    readonly languages: readonly string[];
    readonly times: readonly string[];
    readonly places: string;
    readonly about: string;
  };
  readonly mistakes: readonly FieldMistake[];
}

export function OfferPage({ frame, program, typed, mistakes }: OfferPageProps): ReactElement {
  const labeled = <Value extends string>(
    values: readonly Value[],
    labels: Readonly<Record<Value, string>>,
  ) => values.map((value) => ({ value, label: labels[value] }));
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/my/mentoring', label: mentoring.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>{`${mentoring.program}: ${program.name}.`}</p>
      <PostForm frame={frame} action="/my/mentoring/offer" hidden={{ program: program.id }}>
        <CheckboxGroup
          name="settings"
          label={words.settings}
          values={typed.settings}
          choices={labeled(PRACTICE_SETTINGS, concern.settingChoices)}
          error={errorFor(mistakes, 'settings')}
        />
        <RadioGroup
          name="region"
          label={words.region}
          value={typed.region}
          choices={labeled(REGIONS, mentoring.regions)}
          error={errorFor(mistakes, 'region')}
        />
        <CheckboxGroup
          name="languages"
          label={words.languages}
          values={typed.languages}
          choices={labeled(LANGUAGES, mentoring.languages)}
          error={errorFor(mistakes, 'languages')}
        />
        <CheckboxGroup
          name="times"
          label={words.times}
          values={typed.times}
          choices={labeled(TIMES, mentoring.times)}
          error={errorFor(mistakes, 'times')}
        />
        <NumberField
          name="places"
          label={words.places}
          value={typed.places}
          error={errorFor(mistakes, 'places')}
        />
        <TextArea
          name="about"
          label={words.about}
          hint={words.aboutHint}
          value={typed.about}
          rows={4}
          error={errorFor(mistakes, 'about')}
        />
        <Buttons>
          <Button name="open" value="yes" label={words.open} />
          <Button name="open" value="no" label={words.close} look="secondary" />
        </Buttons>
      </PostForm>
    </PageFrame>
  );
}
