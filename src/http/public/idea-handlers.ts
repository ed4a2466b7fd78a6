/** What people proposed and the body adopted, as anybody reads it. */
import { createElement } from 'react';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { type AdoptedShown, IdeasPage } from '../../web/pages/ideas/ideas-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { ideas as words } from '../../web/words/ideas.ts';
import { type AdoptedIdea, adoptedIdeas } from '../../workflow/ideas/read-ideas.ts';
import type { App } from '../server/app.ts';
import { type Handler, page } from '../server/visit.ts';

export const ideaHandlers = (app: App) =>
  ({
    ideas: async ({ frame }) => {
      const { adopted, counts } = await adoptedIdeas(app.world);
      const today = app.world.clock.today();
      return page(
        renderPage(
          createElement(IdeasPage, {
            frame,
            counts,
            adopted: adopted.flatMap((one) => shown(one, today) ?? []),
          }),
        ),
      );
    },
  }) satisfies Readonly<Record<string, Handler>>;

/** The name of an idea's program, or that it is about all. */
const programIn = (program: string | undefined): string =>
  program === undefined ? words.allPrograms : (programOf(program)?.name ?? program);

function shown(one: AdoptedIdea, today: string): AdoptedShown | undefined {
  const { answer, done } = one.idea;
  if (answer === undefined) {
    return undefined;
  }
  const { byWhen } = answer;
  const isLate = byWhen !== undefined && byWhen < today;
  const next =
    done !== undefined
      ? words.done(inWordsShort(done.on))
      : byWhen === undefined
        ? ''
        : (isLate ? words.overdue : words.byWhen)(inWords(byWhen));
  return {
    label: one.label,
    title: answer.title,
    summary: answer.summary,
    reason: answer.reason,
    about: words.subjects[one.subject],
    program: programIn(one.program),
    proposed: inWordsShort(one.proposedOn),
    answered: inWordsShort(answer.on),
    stands: [words.outcomes[answer.outcome], next].filter((part) => part !== '').join('. '),
    done: done?.what,
    look: one.idea.isSecondLook
      ? words.secondLook
      : one.idea.standing === 'asked-again'
        ? words.secondLookWaits
        : undefined,
  };
}
