/** The desk of job analyses: publishing one with its tasks, and reading what came of it once it is closed. */
import { createElement } from 'react';
import { typedDate } from '../../casework/finding/answer-form.ts';
import { inWords, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { inFormat } from '../../reporting/document/formats.ts';
import { JOB_ANALYSIS_FORMS } from '../../reporting/job-analysis-report/job-analysis-document.ts';
import { StudiesPage } from '../../web/pages/studies/studies-page.tsx';
import { StudyPage } from '../../web/pages/studies/study-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { studies as words } from '../../web/words/studies.ts';
import type { Actor } from '../../workflow/ports/ports.ts';
import { publishStudy } from '../../workflow/study/publish-study.ts';
import { studiesFor, studySeen } from '../../workflow/study/study-report.ts';
import type { App } from '../server/app.ts';
import { offered } from '../server/offered.ts';
import { missingPage } from '../server/problem-pages.ts';
import {
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';

type StudyRoute = 'studies' | 'study-publish' | 'study' | 'study-file';
const READERS = ['director', 'auditor'] as const;

export function studyHandlers(app: App): Readonly<Record<StudyRoute, Handler>> {
  return {
    studies: signedIn((visit) => list(app, visit, [])),
    'study-publish': signedIn((visit) => publish(app, visit)),
    study: signedIn(async (visit) => {
      const reader = readerOf(visit);
      const seen = reader && (await studySeen(app.world, reader, one(visit.params, 'study')));
      if (seen === undefined) {
        return missingPage(visit.frame);
      }
      const { study, counts, isClosed, report } = seen;
      return page(
        renderPage(
          createElement(StudyPage, {
            ...{ frame: visit.frame, study, counts, isClosed },
            program: programOf(study.program)?.name ?? study.program,
            closes: inWords(study.closesOn),
            report: report?.ok === true ? report.value : undefined,
            because:
              report === undefined || report.ok
                ? undefined
                : report.refusal.because.replace(/\.$/, ''),
          }),
        ),
      );
    }),
    'study-file': signedIn(async (visit) => {
      const reader = readerOf(visit);
      const seen = reader && (await studySeen(app.world, reader, one(visit.params, 'study')));
      const name = one(visit.params, 'name');
      if (seen?.report?.ok !== true || !['report.html', 'tasks.csv'].includes(name)) {
        return missingPage(visit.frame);
      }
      const isPage = name === 'report.html';
      return {
        kind: 'bytes',
        type: isPage ? 'text/html; charset=utf-8' : 'text/csv; charset=utf-8',
        bytes: inFormat(isPage ? 'html' : 'csv', seen.report.value, JOB_ANALYSIS_FORMS),
        headers: { 'content-disposition': `attachment; filename="${name}"` },
      };
    }),
  };
}

function readerOf({ session }: SignedInVisit): Actor | undefined {
  const rights = READERS.find((office) => session.offices.includes(office));
  return rights && { rights, person: session.person };
}

async function publish(app: App, visit: SignedInVisit): Promise<Reply> {
  const { form, files, session } = visit;
  const file = (field: string) => files.find((sent) => sent.field === field);
  const large = (['tasks', 'population'] as const).flatMap((field) =>
    file(field)?.tooLarge === true
      ? [{ field, message: `${words[field]}: ${words.tooLarge}.` }]
      : [],
  );
  if (large.length > 0) {
    return await list(app, visit, large);
  }
  const done = await publishStudy(app.world, {
    director: session.person,
    programs: offered(app).map(({ id }) => id),
    typed: form,
    ...{ tasks: file('tasks')?.bytes, population: file('population')?.bytes },
    labels: {
      ...{ title: words.studyTitle, questions: words.questions, sample: words.sample },
      ...{ closes: words.closes, program: words.chooseProgram, closesLater: words.closesLater },
    },
  });
  return done.ok
    ? redirect(`/desk/studies?asked=${done.asked}`)
    : await list(
        app,
        visit,
        done.mistakes.map(({ field, message }) => ({
          field,
          message:
            field === 'tasks' || field === 'population' ? `${words[field]}: ${message}` : message,
        })),
      );
}

async function list(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const { frame, form, query } = visit;
  const reader = readerOf(visit);
  if (reader === undefined) {
    return missingPage(frame);
  }
  const all = await studiesFor(app.world, reader);
  const [, asked] = /^(\d{1,7})$/.exec(one(query, 'asked')) ?? [];
  return page(
    renderPage(
      createElement(StudiesPage, {
        ...{ frame, mistakes },
        studies: all.map(({ study, counts }) => ({
          ...{ id: study.id, title: study.title, closes: inWordsShort(study.closesOn), ...counts },
          program: programOf(study.program)?.name ?? study.program,
        })),
        form:
          reader.rights === 'director'
            ? {
                programs: offered(app).map(({ id, name }) => ({ value: id, label: name })),
                typed: (field: string) => one(form, field),
                closes: typedDate(form, 'closes'),
              }
            : undefined,
        news: asked === undefined ? undefined : words.published(Number(asked)),
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}
