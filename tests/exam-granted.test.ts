/** What was granted holds in every way to sit the exam, in the same unit at every boundary: minutes on pages, ms elsewhere. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openSession } from '../src/workflow/account/sign-in.ts';
import { type Desk, openDesk } from './support/desk.ts';
import { decidedMatter, newCandidate, storeExam } from './support/exam-world.ts';

const PROGRAM = 'larkspur-care';
const MINUTE = 60_000;

describe('an exam of 30 minutes', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
    await storeExam(desk.database.owner, desk.world);
  });
  after(() => desk.close());

  for (const [kinds, minutes, inWords] of [
    [[], 30, /\b30 minutes/],
    [['extra-time-50'], 45, /\b45 minutes/],
    [['extra-time-100', 'breaks'], 90, /\b(?:90 minutes|1 hour (?:and )?30 minutes)/],
  ] as const) {
    test(`with ${kinds.join(' and ') || 'nothing granted'} takes ${minutes}, with the script and without`, async () => {
      const person = await newCandidate(desk.world);
      if (kinds.length > 0) {
        const claim = { kinds };
        const asked = { kind: 'accommodation', program: PROGRAM, claim, outcome: 'met' } as const;
        await decidedMatter(desk.world, person, asked);
      }
      const { token } = await openSession(desk.world, person);
      const ask = (url: string, payload?: string) =>
        desk.server.inject({
          method: payload === undefined ? 'GET' : 'POST',
          url,
          cookies: { 'evenhand-session': token },
          headers: {
            host: 'localhost',
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/x-www-form-urlencoded',
          },
          ...(payload === undefined ? {} : { payload }),
        });
      const before = await ask(`/exam/${PROGRAM}`);
      assert.match(before.body.replaceAll(/<[^>]*>/g, ''), inWords);
      const form = /name="form-token" value="([^"]*)"/.exec(before.body)?.[1] ?? '';
      const started = await ask(`/exam/${PROGRAM}`, `form-token=${encodeURIComponent(form)}`);
      const sitting = String(started.headers.location).split('?')[0] ?? '';
      const page = await ask(sitting);
      const [, onPage] = /data-remaining-ms="(\d+)"/.exec(page.body) ?? [];
      const script = (await ask(`${sitting}/form.json`)).json().clock.remainingMs;
      const clock = (await ask(`${sitting}/clock`)).json().remainingMs;
      const question = await ask(`${sitting}/item/30`);
      const [, later] = /data-remaining-ms="(\d+)"/.exec(question.body) ?? [];
      for (const left of [Number(onPage), script, clock, Number(later)]) {
        assert.ok(left <= minutes * MINUTE && left > minutes * MINUTE - 20_000, String(left));
      }
    });
  }
});
