/** The page on which an auditor reads who opened which confidential page of concerns and complaints. */
import { createElement } from 'react';
import { date, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { ReadingsPage } from '../../web/pages/readings/readings-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { readings as words } from '../../web/words/readings.ts';
import { readReadings } from '../../workflow/conduct/read-readings.ts';
import type { App } from '../server/app.ts';
import { type Handler, one, page, signedIn } from '../server/visit.ts';
import { codeOf } from './person-code.ts';

const LINES = 50;
const LONGEST_LABEL = 40;

export function readingsHandlers({ world }: App): Readonly<Record<'readings', Handler>> {
  return {
    readings: signedIn(async ({ session, frame, query }) => {
      const search = one(query, 'matter').trim();
      const before = one(query, 'before');
      const { rows, older, turnedAway } = await readReadings(world, {
        auditor: session.person,
        // No label holds a character that nobody sees, nor one that no text of the database can.
        label: search.replaceAll(/\p{Cc}/gu, '').slice(0, LONGEST_LABEL),
        before,
        atMost: LINES,
      });
      const known: Readonly<Record<string, string>> = words.what;
      const at = (fields: Readonly<Record<string, string>>): string => {
        const asked = new URLSearchParams({
          ...(search === '' ? {} : { matter: search }),
          ...fields,
        }).toString();
        return asked === '' ? '/desk/readings' : `/desk/readings?${asked}`;
      };
      return page(
        renderPage(
          createElement(ReadingsPage, {
            ...{ frame, search },
            readings: rows.map((row) => ({
              key: row.place,
              at: inTime(row.at),
              reader: codeOf(row.reader),
              what: known[row.what] ?? row.what,
              label: row.label,
            })),
            turnedAway: turnedAway.map((row) => ({
              ...{ key: row.key, at: inTime(row.at), reader: codeOf(row.person) },
              ...{ what: row.route, label: row.about },
            })),
            pages:
              older === undefined && before === ''
                ? undefined
                : {
                    here: words.here(rows.length),
                    previous: before === '' ? undefined : at({}),
                    previousLabel: words.latest,
                    next: older === undefined ? undefined : at({ before: older }),
                    nextLabel: words.older,
                  },
          }),
        ),
      );
    }),
  };
}

/** The hour counts here; it is the same one for everybody who reads it. */
function inTime(atMs: number): string {
  const [day = '', time = ''] = new Date(atMs).toISOString().split(/[T.]/);
  return words.time(inWordsShort(date(day)), time);
}
