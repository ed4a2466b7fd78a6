/** The page of whom the items show, and the form with two files that records it. */
import { createElement } from 'react';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import {
  DepictionsPage,
  type DepictionsPageProps,
} from '../../web/pages/depictions/depictions-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { depictions as words } from '../../web/words/depictions.ts';
import { keepDepictions } from '../../workflow/depictions/keep-depictions.ts';
import { programDepicted } from '../../workflow/depictions/read-depictions.ts';
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

const READERS = ['director', 'board', 'auditor'] as const;

export function depictionHandlers(
  app: App,
): Readonly<Record<'depictions' | 'depictions-keep', Handler>> {
  return {
    depictions: signedIn((visit) => show(app, visit, [])),
    'depictions-keep': signedIn((visit) => keep(app, visit)),
  };
}

async function keep(app: App, visit: SignedInVisit): Promise<Reply> {
  const { form, files, session } = visit;
  const program = one(form, 'program');
  const file = (field: string) => files.find((sent) => sent.field === field);
  const [items, served] = [file('items'), file('served')];
  const missing = (['served', 'items'] as const).flatMap((field) => {
    const sent = file(field);
    return sent !== undefined && !sent.tooLarge
      ? []
      : [
          {
            field,
            message: `${words[field]}: ${sent === undefined ? words.chooseFile : words.tooLarge}`,
          },
        ];
  });
  const unknown = offered(app).some(({ id }) => id === program)
    ? []
    : [{ field: 'program', message: words.chooseProgram }];
  if (items === undefined || served === undefined || missing.length + unknown.length > 0) {
    return await show(app, visit, [...unknown, ...missing]);
  }
  const key = one(form, 'key');
  const kept = await keepDepictions(app.world, {
    ...{ director: session.person, program, items: items.bytes, served: served.bytes },
    ...{ id: isUuid(key) ? key : app.world.chance.uuid(), source: one(form, 'source') },
  });
  return kept.ok
    ? redirect('/desk/depictions?news=kept')
    : await show(
        app,
        visit,
        kept.mistakes.map(({ field, message }) => ({
          field,
          message: field === 'source' ? message : `${words[field]}: ${message}`,
        })),
      );
}

async function show(
  app: App,
  visit: SignedInVisit,
  mistakes: readonly FieldMistake[],
): Promise<Reply> {
  const { frame, session, form, query } = visit;
  const rights = READERS.find((office) => session.offices.includes(office));
  if (rights === undefined) {
    return missingPage(frame);
  }
  const shown: DepictionsPageProps['programs'][number][] = [];
  for (const { id, name } of offered(app)) {
    const one = await programDepicted(app.world, { rights, person: session.person }, id);
    shown.push({ ...one, name });
  }
  const key = one(form, 'key');
  return page(
    renderPage(
      createElement(DepictionsPage, {
        frame,
        programs: shown,
        form:
          rights === 'director'
            ? {
                key: isUuid(key) && mistakes.length > 0 ? key : app.world.chance.uuid(),
                program: one(form, 'program'),
                source: one(form, 'source'),
              }
            : undefined,
        mistakes,
        news: one(query, 'news') === 'kept' ? words.kept : undefined,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}
