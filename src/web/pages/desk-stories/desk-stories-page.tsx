/** `/desk/stories`: stories that wait for whoever looks, each as it would be published, with the three criteria to answer. */
import type { ReactElement } from 'react';
import { STORY_CRITERIA, type StoryFindings } from '../../../casework/story/story.ts';
import { Button } from '../../parts/button/button.tsx';
import { DescriptionList } from '../../parts/description-list/description-list.tsx';
import { ErrorSummary } from '../../parts/error-summary/error-summary.tsx';
import { errorFor, type FieldMistake } from '../../parts/field/field.tsx';
import { Notice } from '../../parts/notice/notice.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { PostForm } from '../../parts/post-form/post-form.tsx';
import { RadioGroup } from '../../parts/radio-group/radio-group.tsx';
import { TextArea } from '../../parts/text-area/text-area.tsx';
import { stories } from '../../words/stories.ts';
import { PromisedDate } from '../queue/promised-date.tsx';

const words = stories.desk;

export interface StoryToDecide {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly words: string;
  readonly language: string;
  readonly shownAs: string | undefined;
  readonly promised: string;
  readonly daysLate: number;
  /** Of a second look. */
  readonly again: string | undefined;
  readonly findings: StoryFindings | undefined;
}

export interface DeskStoriesPageProps {
  readonly frame: Frame;
  readonly stories: readonly StoryToDecide[];
  /** What was typed, for the story it was typed for. */
  readonly typed: { readonly story: string; readonly one: (field: string) => string };
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}

export function DeskStoriesPage(props: DeskStoriesPageProps): ReactElement {
  const { frame, mistakes, news } = props;
  return (
    <PageFrame frame={frame} title={words.title} mistakes={mistakes.length} unlisted>
      <ErrorSummary mistakes={mistakes} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {news === undefined ? null : (
        <Notice news>
          <p>{news}</p>
        </Notice>
      )}
      {props.stories.length === 0 ? <p>{words.none}</p> : null}
      {props.stories.map((one) => (
        <Decide key={one.id} one={one} page={props} />
      ))}
    </PageFrame>
  );
}

function Decide(props: {
  readonly one: StoryToDecide;
  readonly page: DeskStoriesPageProps;
}): ReactElement {
  const { one, page } = props;
  const isTyped = page.typed.story === one.id;
  const typed = (field: string): string => (isTyped ? page.typed.one(field) : '');
  const error = (field: string): string | undefined =>
    isTyped ? errorFor(page.mistakes, field) : undefined;
  const text = (content: string): ReactElement => (
    <div className="typed-text" dir="auto" lang={one.language}>
      {content}
    </div>
  );
  return (
    <section className="story" aria-labelledby={`story-${one.id}`}>
      <h2 id={`story-${one.id}`} dir="auto">
        {`${one.label}: ${one.title}`}
      </h2>
      <DescriptionList
        items={[
          {
            term: stories.my.promised,
            value: <PromisedDate promised={one.promised} daysLate={one.daysLate} />,
          },
          { term: stories.my.shown, value: one.shownAs ?? stories.my.none },
          { term: stories.my.words, value: text(one.words) },
          ...(one.again === undefined
            ? []
            : [
                {
                  term: words.first,
                  value: (
                    <ul>
                      {STORY_CRITERIA.map((criterion) => (
                        <li key={criterion}>
                          {`${stories.criteria[criterion]}: ${one.findings?.[criterion].met === true ? words.yes : `${words.no}. ${one.findings?.[criterion].reason ?? ''}`}`}
                        </li>
                      ))}
                    </ul>
                  ),
                },
                { term: words.again, value: text(one.again) },
              ]),
        ]}
      />
      <PostForm
        frame={page.frame}
        action={`/desk/stories/${one.id}`}
        name={`${words.send}: ${one.label}`}
      >
        {STORY_CRITERIA.map((criterion) => (
          <div key={criterion}>
            <RadioGroup
              name={`met-${criterion}-${one.id}`}
              label={words.kept(stories.criteria[criterion])}
              value={typed(`met-${criterion}`)}
              error={error(`met-${criterion}-${one.id}`)}
              choices={[
                { value: 'yes', label: words.yes },
                { value: 'no', label: words.no },
              ]}
              inline
            />
            <TextArea
              name={`reason-${criterion}-${one.id}`}
              label={words.why}
              hint={words.whyHint}
              value={typed(`reason-${criterion}`)}
              rows={2}
              error={error(`reason-${criterion}-${one.id}`)}
              optional="unsaid"
            />
          </div>
        ))}
        <Button label={words.send} />
      </PostForm>
    </section>
  );
}
