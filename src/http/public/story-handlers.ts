/** Stories as anybody reads them, by program and setting. */
import { createElement } from 'react';
import { inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { StoriesPage } from '../../web/pages/stories/stories-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { concern } from '../../web/words/concern.ts';
import { publishedStories } from '../../workflow/stories/stories.ts';
import type { App } from '../server/app.ts';
import { type Handler, one, page } from '../server/visit.ts';

const programName = (program: string): string => programOf(program)?.name ?? program;
const settingName = (setting: string): string =>
  Object.entries(concern.settingChoices).find(([id]) => id === setting)?.[1] ?? setting;

const choicesOf = (values: readonly (string | undefined)[], name: (value: string) => string) =>
  [...new Set(values.flatMap((value) => value ?? []))]
    .map((value) => ({ value, label: name(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));

export const storyHandlers = (app: App) =>
  ({
    stories: async ({ frame, query }) => {
      const all = await publishedStories(app.world);
      const chosen = { program: one(query, 'program'), setting: one(query, 'setting') };
      const fits = (value: string | undefined, wanted: string): boolean =>
        wanted === '' || value === wanted;
      return page(
        renderPage(
          createElement(StoriesPage, {
            frame,
            chosen,
            programs: choicesOf(
              all.map(({ program }) => program),
              programName,
            ),
            settings: choicesOf(
              all.map(({ setting }) => setting),
              settingName,
            ),
            stories: all
              .filter(
                ({ program, setting }) =>
                  fits(program, chosen.program) && fits(setting, chosen.setting),
              )
              .map(({ program, setting, publishedOn, ...story }) => ({
                ...story,
                about: [
                  ...(program === undefined ? [] : [programName(program)]),
                  ...(setting === undefined ? [] : [settingName(setting)]),
                  inWordsShort(publishedOn),
                ]
                  .map((part) => `${part}.`)
                  .join(' '),
              })),
          }),
        ),
      );
    },
  }) satisfies Readonly<Record<string, Handler>>;
