/** `/my/mentoring/find`: what a candidate asks for, who offers it, without names; and the form to ask one of them. */
import type { ReactElement } from 'react';
import { LANGUAGES, REGIONS, TIMES } from '../../../casework/mentoring/wishes.ts';
import { PRACTICE_SETTINGS } from '../../../program/conduct/practice-settings.ts';
import { Button } from '../../parts/button/button.tsx';
import { Buttons } from '../../parts/button/buttons.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { concern } from '../../words/concern.ts';
import { mentoring } from '../../words/mentoring.ts';

const words = mentoring.finding;
const above = [{ href: '/my/mentoring', label: mentoring.title }];

export interface MentorShown {
  readonly id: string;
  readonly about: string;
  readonly settings: string;
  readonly region: string;
  readonly languages: string;
  readonly times: string;
  readonly places: string;
  /** "setting, language"; empty where nothing was asked for. */
  readonly meets: string;
  readonly misses: string;
}

export interface FindPageProps {
  readonly frame: Frame;
  readonly program: { readonly id: string; readonly name: string };
  readonly programs: readonly { readonly value: string; readonly label: string }[];
  readonly wish: {
    readonly setting: string;
    readonly region: string;
    readonly language: string;
    readonly times: readonly string[];
  };
  readonly mentors: readonly MentorShown[];
}

const options = <Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
) => values.map((value) => ({ value, label: labels[value] }));

export function FindPage(props: FindPageProps): ReactElement {
  const { frame, program, wish, mentors } = props;
  return (
    <PageFrame frame={frame} title={words.title} trail={{ above }} unlisted>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <form action="/my/mentoring/find" method="get">
        <Select
          name="program"
          label={mentoring.program}
          options={props.programs}
          value={program.id}
        />
        <Select
          name="setting"
          label={words.setting}
          options={options(PRACTICE_SETTINGS, concern.settingChoices)}
          empty={words.anything}
          value={wish.setting}
          optional
        />
        <Select
          name="region"
          label={words.region}
          options={options(REGIONS, mentoring.regions)}
          empty={words.anything}
          value={wish.region}
          optional
        />
        <Select
          name="language"
          label={words.language}
          options={options(LANGUAGES, mentoring.languages)}
          empty={words.anything}
          value={wish.language}
          optional
        />
        <CheckboxGroup
          name="times"
          label={words.times}
          values={wish.times}
          choices={options(TIMES, mentoring.times)}
          optional
        />
        <Buttons>
          <Button label={words.show} look="secondary" />
        </Buttons>
      </form>
      <h2>{mentors.length === 0 ? words.none : words.found(mentors.length)}</h2>
      {mentors.map((mentor, place) => (
        <section key={mentor.id} className="opinion-line" aria-label={words.number(place + 1)}>
          <h3>{words.number(place + 1)}</h3>
          <Facts mentor={mentor} />
          <p>
            <a
              href={`/my/mentoring/ask/${mentor.id}?program=${program.id}`}
              aria-label={`${words.ask}: ${words.number(place + 1)}`}
            >
              {words.ask}
            </a>
          </p>
        </section>
      ))}
    </PageFrame>
  );
}

function Facts({ mentor }: { readonly mentor: MentorShown }): ReactElement {
  return (
    <>
      {mentor.meets === '' ? null : <p>{words.meets(mentor.meets)}</p>}
      {mentor.misses === '' ? null : <p className="soft">{words.misses(mentor.misses)}</p>}
      <p className="typed-text" dir="auto">
        {mentor.about}
      </p>
      <DescriptionList
        items={[
          { term: words.setting, value: mentor.settings },
          { term: words.region, value: mentor.region },
          { term: words.language, value: mentor.languages },
          { term: words.times, value: `${mentor.times}. ${mentor.places}.` },
        ]}
      />
    </>
  );
}

export interface AskMentorPageProps {
  readonly frame: Frame;
  readonly program: { readonly id: string; readonly name: string };
  readonly mentor: MentorShown;
  readonly typed: string;
  readonly mistakes: readonly FieldMistake[];
}

export function AskMentorPage(props: AskMentorPageProps): ReactElement {
  const { frame, program, mentor, mistakes } = props;
  const trail = {
    above: [...above, { href: `/my/mentoring/find?program=${program.id}`, label: words.title }],
  };
  return (
    <PageFrame
      frame={frame}
      title={words.askTitle}
      mistakes={mistakes.length}
      trail={trail}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.askTitle}</h1>
      <p className="lead">{words.askLead}</p>
      <Facts mentor={mentor} />
      <PostForm
        frame={frame}
        action={`/my/mentoring/ask/${mentor.id}`}
        hidden={{ program: program.id }}
      >
        <TextArea
          name="words"
          label={words.words}
          hint={words.wordsHint}
          value={props.typed}
          rows={5}
          error={errorFor(mistakes, 'words')}
        />
        <Button label={words.send} />
      </PostForm>
    </PageFrame>
  );
}
