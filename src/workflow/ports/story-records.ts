/** The records of stories. Types only. */
import type { StoryEvent, StoryWritten } from '../../casework/story/story.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

export interface StoryRow extends StoryWritten {
  readonly id: string;
  readonly label: string;
  readonly offeredOn: CivilDate;
  readonly promisedBy: CivilDate;
}

export interface StoryHistory extends StoryRow {
  readonly events: readonly StoryEvent[];
}

export interface PublishedStory extends StoryWritten {
  readonly id: string;
  readonly publishedOn: CivilDate;
}

export interface StoryRecords {
  /** Whether the actor holds a credential that stands. */
  mayOffer(on: CivilDate): Promise<boolean>;
  offer(row: StoryRow): Promise<'written' | 'not-allowed' | 'before'>;
  /** An author's own; for whoever decides, what they may see. */
  list(): Promise<readonly StoryHistory[]>;
  append(
    story: string,
    version: number,
    event: StoryEvent,
  ): Promise<'written' | 'someone-wrote-first' | 'not-yours'>;
  tellAuthor(mail: {
    readonly id: string;
    readonly story: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<void>;
  published(): Promise<readonly PublishedStory[]>;
}
