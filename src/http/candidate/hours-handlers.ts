/** Hours, as their holder claims them: one by one, from a record, from a table; with their certificates. */
import { createElement } from 'react';
import { amountInWords } from '../../casework/fees/amount.ts';
import type { HoursRow, RowFate } from '../../casework/renewal/import-hours.ts';
import { deliveriesOf, readActivity, subjectsOf } from '../../casework/renewal/read-activity.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import { feeOf } from '../../program/definition/rules.ts';
import { HoursPage } from '../../web/pages/my-renewal/hours-page.tsx';
import { type RowShown, TablePage } from '../../web/pages/my-renewal/table-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { renewal as words } from '../../web/words/renewal.ts';
import { addProof, claimHours, takeBackHours } from '../../workflow/renew/claim-hours.ts';
import { claimSigned } from '../../workflow/renew/claim-signed.ts';
import { askCourseAgain } from '../../workflow/renew/courses.ts';
import {
  COLUMNS,
  type Preview,
  previewImport,
  rowsIn,
  rowsSent,
  saveImport,
} from '../../workflow/renew/import-claims.ts';
import { type MyRenewal, ownProof } from '../../workflow/renew/my-renewal.ts';
import type { App } from '../server/app.ts';
import { fileShown } from '../server/file-shown.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import { dateIn, isDateEmpty } from '../server/typed-date.ts';
import {
  type Handler,
  many,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import { asSentence } from './in-words.ts';
import { withRenewal } from './renewal-handlers.ts';
import { activitiesShown, addressOf, nameOf } from './renewal-view.ts';

type HoursRoute =
  | 'hours'
  | 'hours-claim'
  | 'hours-remove'
  | 'hours-proof'
  | 'hours-again'
  | 'hours-export'
  | 'hours-file'
  | 'hours-record'
  | 'hours-table'
  | 'hours-table-send';

export function hoursHandlers(app: App): Readonly<Record<HoursRoute, Handler>> {
  return {
    hours: withRenewal(app, async (visit, mine) => show(visit, mine, [])),
    'hours-claim': withRenewal(app, (visit, mine) => claim(app, visit, mine)),
    'hours-remove': withRenewal(app, (visit, mine) => remove(app, visit, mine)),
    'hours-proof': withRenewal(app, (visit, mine) => proof(app, visit, mine)),
    'hours-again': withRenewal(app, (visit, mine) => again(app, visit, mine)),
    'hours-export': withRenewal(app, async (_visit, mine) => exported(mine)),
    'hours-file': signedIn(async ({ frame, params, session }) => {
      const id = one(params, 'proof');
      return isUuid(id)
        ? fileShown(frame, await ownProof(app.world, { person: session.person, proof: id }))
        : missingPage(frame);
    }),
    'hours-record': withRenewal(app, (visit, mine) => record(app, visit, mine)),
    'hours-table': withRenewal(app, async (visit, mine) => showTable(visit, mine, [])),
    'hours-table-send': withRenewal(app, (visit, mine) => table(app, visit, mine)),
  };
}

const DAYS = ['began', 'completed'] as const;
const FIELDS: readonly string[] = [
  'provider',
  'title',
  ...DAYS.flatMap((name) => ['month', 'day', 'year'].map((box) => `${name}-${box}`)),
  'hours',
  'subjects',
  'delivery',
];

function show(visit: SignedInVisit, mine: MyRenewal, mistakes: readonly FieldMistake[]): Reply {
  const { rules, version, credential } = mine.held;
  const fee = feeOf(version, 'course-review')?.amount.value ?? null;
  const told: Readonly<Record<string, string>> = words.my.news;
  const choices = (of: readonly (readonly [string, string])[]) =>
    of.map(([value, label]) => ({ value, label }));
  return page(
    renderPage(
      createElement(HoursPage, {
        ...{ frame: visit.frame, credential: credential.id, name: nameOf(mine), mistakes },
        sentence: mine.sentence,
        news: told[one(visit.query, 'news')],
        subjects: choices(subjectsOf(rules)),
        kinds: choices(deliveriesOf(rules)),
        reviewFee: fee === null ? undefined : amountInWords(fee * 100, 'USD'),
        typed: Object.fromEntries(FIELDS.map((name) => [name, one(visit.form, name)])),
        activities: activitiesShown(mine, (id) => one(visit.form, `said-${id}`)),
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

/** The day typed in three boxes, as text; what is no day is told by its own boxes. */
function dayTyped(app: App, { form }: SignedInVisit, name: (typeof DAYS)[number]) {
  const asked = { label: words.hours[name], today: app.world.clock.today() };
  const read = dateIn(form, name, asked);
  const isLeftOut = name === 'began' && isDateEmpty(form, name);
  return {
    text: read.ok ? read.value : '',
    mistakes:
      read.ok || isLeftOut ? [] : [{ field: name as string, message: read.refusal.because }],
  };
}

const typedIn = (
  { form }: SignedInVisit,
  days: Readonly<Record<'began' | 'completed', string>>,
) => ({
  ...{ provider: one(form, 'provider'), title: one(form, 'title'), ...days },
  hours: one(form, 'hours'),
  ...{ subjects: one(form, 'subjects'), delivery: one(form, 'delivery') },
});

async function claim(app: App, visit: SignedInVisit, mine: MyRenewal): Promise<Reply> {
  const upload = visit.files.find(({ field, bytes }) => field === 'proof' && bytes.length > 0);
  const [began, completed] = [dayTyped(app, visit, 'began'), dayTyped(app, visit, 'completed')];
  const noDays = [...began.mistakes, ...completed.mistakes];
  const read = { began: began.text, completed: completed.text };
  const typed = typedIn(visit, read);
  if (noDays.length > 0) {
    const others = readActivity({ ...typed, evidence: '' }, mine.held.rules, []);
    return show(visit, mine, [
      ...(others.ok ? [] : others.mistakes)
        .filter(({ field }) => !DAYS.some((day) => day === field))
        .map(({ field, because }) => ({ field, message: asSentence(because) })),
      ...noDays,
    ]);
  }
  const done = await claimHours(app.world, {
    person: visit.session.person,
    credential: mine.held.credential.id,
    ...{ typed, upload },
  });
  if (!done.ok) {
    return refusalPage(visit.frame, done.refusal, backToHours(mine));
  }
  return done.value.kept
    ? redirect(`${addressOf(mine)}/hours?news=claimed`)
    : show(
        visit,
        mine,
        done.value.mistakes.map(({ field, message }) => ({ field, message: asSentence(message) })),
      );
}

const backToHours = (mine: MyRenewal) => ({
  href: `${addressOf(mine)}/hours`,
  label: words.hours.title,
});

async function remove(app: App, visit: SignedInVisit, mine: MyRenewal): Promise<Reply> {
  const activity = one(visit.params, 'activity');
  const done = await takeBackHours(app.world, {
    ...{ person: visit.session.person, credential: mine.held.credential.id, activity },
  });
  // A second press finds it gone, which is what was asked for.
  return done.ok || done.refusal.kind === 'no-such-activity'
    ? redirect(`${addressOf(mine)}/hours?news=removed`)
    : refusalPage(visit.frame, done.refusal, backToHours(mine));
}

async function proof(app: App, visit: SignedInVisit, mine: MyRenewal): Promise<Reply> {
  const activity = one(visit.params, 'activity');
  const field = `proof-${activity}`;
  const upload = visit.files.find((file) => file.field === field);
  const done = await addProof(app.world, {
    ...{ person: visit.session.person, credential: mine.held.credential.id, activity },
    upload: upload ?? { name: '', bytes: new Uint8Array(), tooLarge: false },
  });
  if (done.ok) {
    return redirect(`${addressOf(mine)}/hours?news=proof`);
  }
  return done.refusal.kind === 'not-kept'
    ? show(visit, mine, [{ field, message: asSentence(done.refusal.because) }])
    : refusalPage(visit.frame, done.refusal, backToHours(mine));
}

async function again(app: App, visit: SignedInVisit, mine: MyRenewal): Promise<Reply> {
  const activity = one(visit.params, 'activity');
  const field = `said-${activity}`;
  const done = await askCourseAgain(app.world, {
    ...{ person: visit.session.person, credential: mine.held.credential.id, activity },
    said: one(visit.form, field),
  });
  // A second press finds it asked for.
  if (done.ok || done.refusal.kind === 'asked-before') {
    return redirect(`${addressOf(mine)}/hours?news=again`);
  }
  return done.refusal.kind === 'said-missing'
    ? show(visit, mine, [{ field, message: asSentence(done.refusal.because) }])
    : refusalPage(visit.frame, done.refusal, backToHours(mine));
}

async function record(app: App, visit: SignedInVisit, mine: MyRenewal): Promise<Reply> {
  const upload = visit.files.find(({ field }) => field === 'record');
  const done = await claimSigned(app.world, {
    ...{ person: visit.session.person, credential: mine.held.credential.id },
    upload: upload ?? { name: '', bytes: new Uint8Array(), tooLarge: false },
  });
  return done.ok
    ? redirect(`${addressOf(mine)}/hours?news=claimed`)
    : show(visit, mine, [{ field: 'record', message: asSentence(done.refusal.because) }]);
}

/** What was claimed, as a table that can be edited and handed in again. A cell that a program would run is kept from it. */
function exported({ held }: MyRenewal): Reply {
  const cell = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = held.claimed.activities.map((activity) => [
    ...[activity.id, activity.provider, activity.title, activity.from, activity.to],
    ...[String(activity.hours), activity.subjects.join('; '), activity.delivery],
  ]);
  const text = [COLUMNS.map(({ title }) => title), ...rows]
    .map((row) => row.map(cell).join(','))
    .join('\r\n');
  return {
    kind: 'bytes',
    type: 'text/csv; charset=utf-8',
    bytes: `\uFEFF${text}\r\n`,
    headers: {
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="hours.csv"',
    },
  };
}

function showTable(
  { frame, form }: SignedInVisit,
  mine: MyRenewal,
  mistakes: readonly FieldMistake[],
  preview?: Preview,
): Reply {
  return page(
    renderPage(
      createElement(TablePage, {
        ...{ frame, mistakes, credential: mine.held.credential.id },
        columns: COLUMNS.map(({ title }) => title).join(', '),
        preview:
          preview === undefined
            ? undefined
            : {
                sent: JSON.stringify(preview.rows),
                rows: preview.fates.map((fate, place) =>
                  rowShown(fate, preview.rows[place], [
                    ...many(form, 'leave'),
                    ...many(form, 'confirm'),
                  ]),
                ),
              },
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
}

function rowShown(fate: RowFate, row: HoursRow | undefined, said: readonly string[]): RowShown {
  const own = words.table;
  const base = {
    row: fate.row,
    what: [row?.title, row?.provider, row?.completed, row?.hours]
      .filter((text) => text !== undefined && text !== '')
      .join(', '),
    said: said.includes(String(fate.row)),
  };
  switch (fate.kind) {
    case 'new':
      return { ...base, fate: { label: own.fates.new, tone: 'done' }, because: [], say: undefined };
    case 'same':
      return {
        ...base,
        fate: { label: own.fates.same, tone: 'done' },
        because: [],
        say: undefined,
      };
    case 'changed': {
      const changes = fate.changes.map(({ field, was, is }) => own.change(field, was, is));
      const label = own.fates.changed(changes.join('; '));
      return { ...base, fate: { label, tone: 'working' }, because: [], say: undefined };
    }
    case 'unknown-id':
      return {
        ...base,
        ...{ fate: { label: own.fates['unknown-id'], tone: 'late' }, because: [], say: 'confirm' },
      };
    default:
      return {
        ...base,
        fate: { label: own.fates.refused, tone: 'stopped' },
        ...{ because: fate.because, say: 'leave' },
      };
  }
}

async function table(app: App, visit: SignedInVisit, mine: MyRenewal): Promise<Reply> {
  const asked = { person: visit.session.person, credential: mine.held.credential.id };
  const upload = visit.files.find(({ field }) => field === 'table');
  const rows =
    upload === undefined ? rowsSent(one(visit.form, 'rows')) : await rowsIn(app.world, upload);
  if (!rows.ok) {
    return showTable(visit, mine, [{ field: 'table', message: asSentence(rows.refusal.because) }]);
  }
  const preview = await previewImport(app.world, { ...asked, rows: rows.value });
  if (!preview.ok) {
    return refusalPage(visit.frame, preview.refusal, backToHours(mine));
  }
  if (upload !== undefined) {
    return showTable(visit, mine, [], preview.value);
  }
  const numbers = (name: string): readonly number[] => many(visit.form, name).map(Number);
  const done = await saveImport(app.world, {
    ...{ ...asked, rows: rows.value, leftOut: numbers('leave'), confirmed: numbers('confirm') },
  });
  return done.ok
    ? redirect(`${addressOf(mine)}/hours?news=imported`)
    : showTable(
        visit,
        mine,
        [{ field: 'table', message: asSentence(done.refusal.because) }],
        preview.value,
      );
}
