/** `/stories`: what certificants tell of their work, by program and setting where they told it. */
import type { ReactElement } from 'react';
import { STORY_CRITERIA } from '../../../casework/story/story.ts';
import { Button } from '../../parts/button/button.tsx';
import { LinkButton } from '../../parts/link-button/link-button.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Select } from '../../parts/select/select.tsx';
import { stories as words } from '../../words/stories.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface StoryShown {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly language: string;
  readonly shownAs: string | undefined;
  /** In words: program, setting and day. */
  readonly about: string;
}

export interface StoriesPageProps {
  readonly frame: Frame;
  readonly stories: readonly StoryShown[];
  readonly programs: readonly Choice[];
  readonly settings: readonly Choice[];
  readonly chosen: { readonly program: string; readonly setting: string };
}

export function StoriesPage(props: StoriesPageProps): ReactElement {
  const { stories, programs, settings, chosen } = props;
  const isFiltered = chosen.program !== '' || chosen.setting !== '';
  return (
    <PageFrame frame={props.frame} title={words.title}>
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {programs.length + settings.length === 0 ? null : (
        <form method="get" action="/stories" className="story-filter">
          <Select
            name="program"
            label={words.program}
            options={programs}
            empty={words.all}
            value={chosen.program}
            optional="unsaid"
          />
          <Select
            name="setting"
            label={words.setting}
            options={settings}
            empty={words.all}
            value={chosen.setting}
            optional="unsaid"
          />
          <Button label={words.filter} look="secondary" />
        </form>
      )}
      {stories.length === 0 ? <p>{isFiltered ? words.noneLike : words.none}</p> : null}
      {stories.map((story) => (
        <article key={story.id} className="story" aria-labelledby={`story-${story.id}`}>
          <h2 id={`story-${story.id}`} dir="auto" lang={story.language}>
            {story.title}
          </h2>
          <div className="typed-text story-words" dir="auto" lang={story.language}>
            {story.words}
          </div>
          <p className="story-by" dir="auto">
            {story.shownAs ?? words.nameless}
          </p>
          <p className="small soft">{story.about}</p>
        </article>
      ))}
      <h2>{words.criteriaTitle}</h2>
      <ul>
        {STORY_CRITERIA.map((one) => (
          <li key={one}>{words.criteria[one]}</li>
        ))}
      </ul>
      <p>{words.decided}</p>
      <p>
        <LinkButton href="/my/stories" label={words.tell} look="secondary" />
      </p>
    </PageFrame>
  );
}
