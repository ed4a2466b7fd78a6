/** Stories and what was decided of them. Who wrote one stands in a table that no role of the program reads. */
import type { StoryEvent } from '../../casework/story/story.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import type { StoryRecords } from '../../workflow/ports/story-records.ts';
import type { Tx } from '../database/connect.ts';
import { codeOf, stored } from './rows.ts';

interface Columns {
  id: string;
  label: string;
  title: string;
  words: string;
  language: string;
  shown_as: string | null;
  program: string | null;
  setting: string | null;
  offered_on: string;
  promised_by: string;
  events: { type: string; body: object }[];
}

const written = (
  row: Pick<Columns, 'id' | 'title' | 'words' | 'language' | 'shown_as' | 'program' | 'setting'>,
) => ({
  id: row.id,
  title: row.title,
  words: row.words,
  language: row.language,
  shownAs: row.shown_as ?? undefined,
  program: row.program ?? undefined,
  setting: row.setting ?? undefined,
});

export function storyRecords(tx: Tx): StoryRecords {
  return {
    async mayOffer(on) {
      const [row] = await tx<{ may: boolean }[]>`select stories.may_offer(${on}) as may`;
      return row?.may ?? false;
    },
    async offer(row) {
      try {
        await tx.savepoint(
          (
            inner,
          ) => inner`select stories.offer(${row.id}, ${row.label}, ${row.title}, ${row.words}, ${row.language},
            ${row.shownAs ?? null}, ${row.program ?? null}, ${row.setting ?? null}, ${row.offeredOn}, ${row.promisedBy})`,
        );
        return 'written';
      } catch (cause) {
        switch (codeOf(cause)) {
          case '23505':
            return 'before';
          case 'EH002':
          case 'EH003':
            return 'not-allowed';
          default:
            throw cause;
        }
      }
    },
    async list() {
      const rows = await tx<Columns[]>`
        select s.id, s.label, s.title, s.words, s.language, s.shown_as, s.program, s.setting, s.offered_on::text,
          s.promised_by::text, coalesce((select jsonb_agg(jsonb_build_object('type', e.type, 'body', e.body) order by e.version)
            from stories.event e where e.story = s.id), '[]') as events
        from stories.story s order by s.promised_by, s.label`;
      return rows.map((row) => ({
        ...written(row),
        label: row.label,
        offeredOn: date(row.offered_on),
        promisedBy: date(row.promised_by),
        events: row.events.map(({ type, body }) => ({ type, ...body }) as unknown as StoryEvent),
      }));
    },
    async append(story, version, { type, ...body }) {
      try {
        await tx.savepoint(
          (inner) => inner`insert into stories.event (story, version, type, body)
            values (${story}, ${version + 1}, ${type}, ${stored(inner, body as unknown as Json)})`,
        );
        return 'written';
      } catch (cause) {
        switch (codeOf(cause)) {
          case 'EH001':
          case 'EH005':
          case '23505':
            return 'someone-wrote-first';
          case 'EH003':
            return 'not-yours';
          default:
            throw cause;
        }
      }
    },
    async tellAuthor({ id, story, subject, body }) {
      await tx`select stories.tell_author(${id}, ${story}, ${subject}, ${body})`;
    },
    async published() {
      const rows = await tx<(Omit<Columns, 'events' | 'label'> & { published_on: string })[]>`
        select id, title, words, language, shown_as, program, setting, published_on::text from stories.published()`;
      return rows.map((row) => ({ ...written(row), publishedOn: date(row.published_on) }));
    },
  };
}
