/** `/my/stories`: what one person tells, what became of it, and telling another. */
import type { ReactElement } from 'react';
import {
  STORY_CRITERIA,
  type StoryFindings,
  type StoryStanding,
} from '../../../casework/story/story.ts';
import { Button } from '../../parts/button/button.tsx';
import { CheckboxGroup } from '../../parts/checkbox-group/checkbox-group.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { Select } from '../../parts/select/select.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { stories } from '../../words/stories.ts';
import { PromisedDate } from '../queue/promised-date.tsx';

const words = stories.my;

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface MyStory {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly words: string;
  readonly shownAs: string | undefined;
  readonly standing: StoryStanding;
  readonly promised: { readonly day: string; readonly daysLate: number } | undefined;
  readonly findings: StoryFindings | undefined;
  readonly againUntil: string | undefined;
}

export interface MyStoriesPageProps {
  readonly frame: Frame;
  readonly stories: readonly MyStory[];
  readonly mayOffer: boolean;
  readonly answerBy: string;
  readonly formKey: string;
  readonly programs: readonly Choice[];
  readonly settings: readonly Choice[];
  readonly typed: (field: string) => string;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function MyStoriesPage(props: MyStoriesPageProps): ReactElement {
  const { frame, mistakes, news } = props;
  return (
    <PageFrame
      frame={frame}
      title={words.title}
      mistakes={mistakes.length}
      trail={{ above: [{ href: '/stories', label: stories.title }] }}
      unlisted
    >
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      <p className="lead">{words.lead(props.answerBy)}</p>
      {props.stories.map((one) => (
        <Own key={one.id} one={one} page={props} />
      ))}
      {props.mayOffer ? <OfferForm {...props} /> : <p>{words.others}</p>}
    </PageFrame>
  );
}

function Own(props: { readonly one: MyStory; readonly page: MyStoriesPageProps }): ReactElement {
  const { one, page } = props;
  const { frame, typed, mistakes } = page;
  const again = `again-${one.id}`;
  return (
    <section className="story" aria-labelledby={`own-${one.id}`}>
      <h2 id={`own-${one.id}`} dir="auto">
        {`${one.label}: ${one.title}`}
      </h2>
      <DescriptionList
        items={[
          { term: words.stands, value: stories.standings[one.standing] },
          ...(one.promised === undefined
            ? []
            : [
                {
                  term: words.promised,
                  value: (
                    <PromisedDate promised={one.promised.day} daysLate={one.promised.daysLate} />
                  ),
                },
              ]),
          ...STORY_CRITERIA.flatMap((criterion) => {
            const found = one.findings?.[criterion];
            return found === undefined || found.met
              ? []
              : [
                  {
                    term: `${words.reasons}: ${stories.criteria[criterion]}`,
                    value: <div dir="auto">{found.reason}</div>,
                  },
                ];
          }),
          { term: words.shown, value: <span dir="auto">{one.shownAs ?? words.none}</span> },
          {
            term: words.words,
            value: (
              <div className="typed-text" dir="auto">
                {one.words}
              </div>
            ),
          },
        ]}
      />
      {one.againUntil === undefined ? null : (
        <>
          <h3>{words.again}</h3>
          <p>{words.againLead(one.againUntil)}</p>
          <PostForm
            frame={frame}
            action={`/my/stories/${one.id}/again`}
            name={`${words.again}: ${one.label}`}
          >
            <TextArea
              name={again}
              label={words.againWhy}
              value={typed(again)}
              rows={4}
              error={errorFor(mistakes, again)}
            />
            <Button label={words.againSend} look="secondary" />
          </PostForm>
        </>
      )}
      {one.standing === 'taken-down' ? null : (
        <PostForm
          frame={frame}
          action={`/my/stories/${one.id}/down`}
          name={`${words.down}: ${one.label}`}
        >
          <Button label={words.down} look="secondary" />
        </PostForm>
      )}
    </section>
  );
}

function OfferForm(props: MyStoriesPageProps): ReactElement {
  const { frame, typed, mistakes } = props;
  const field = (name: string) => ({ name, value: typed(name), error: errorFor(mistakes, name) });
  return (
    <>
      <h2>{words.offer}</h2>
      <PostForm
        frame={frame}
        action="/my/stories"
        hidden={{ key: props.formKey }}
        name={words.offer}
      >
        <TextField {...field('title')} label={words.storyTitle} />
        <TextArea {...field('words')} label={words.words} hint={words.wordsHint} rows={12} />
        <Select
          {...field('language')}
          label={words.language}
          options={Object.entries(stories.languages).map(([value, label]) => ({ value, label }))}
          empty={words.unsaid}
        />
        <RadioGroup
          {...field('show')}
          label={words.show}
          choices={Object.entries(words.showChoices).map(([value, label]) => ({ value, label }))}
        />
        <TextField {...field('name')} label={words.part} hint={words.partHint} optional="unsaid" />
        <Select
          {...field('program')}
          label={words.program}
          options={props.programs}
          empty={words.unsaid}
          optional
        />
        <Select
          {...field('setting')}
          label={words.setting}
          options={props.settings}
          empty={words.unsaid}
          optional
        />
        {STORY_CRITERIA.map((criterion) => (
          <CheckboxGroup
            key={criterion}
            name={criterion}
            label={stories.criteria[criterion]}
            choices={[{ value: 'yes', label: words.confirm[criterion] }]}
            values={[typed(criterion)]}
            error={errorFor(mistakes, criterion)}
          />
        ))}
        <Button label={words.send} />
      </PostForm>
    </>
  );
}
