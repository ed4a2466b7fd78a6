/**
 * One transaction, under the rights of one actor. The login of the server can do nothing by itself: it becomes the
 * role of the actor for the length of the transaction, and the database tells whose rows those are.
 * A refusal undoes everything, like an error: what is refused is not half-written.
 */
import type { Actor, Transactor } from '../../workflow/ports/ports.ts';
import type { Records } from '../../workflow/ports/records.ts';
import type { Tx } from '../database/connect.ts';
import type { Pools } from '../database/prepare.ts';
import { codeRecords } from './codes.ts';
import { concernRecords } from './concerns.ts';
import { matterOfConduct } from './conduct-matters.ts';
import { concernedInConduct, panelsOfConduct } from './conduct-panels.ts';
import { peopleOfConduct } from './conduct-people.ts';
import { witnessesOfConduct } from './conduct-witnesses.ts';
import { depictionRecords } from './depictions.ts';
import { disclosureRecords } from './disclosures.ts';
import { doorRecords, peopleRecords, settingRecords } from './door.ts';
import { attestationRecords, documentRecords, draftRecords } from './evidence.ts';
import { examRecords } from './exam.ts';
import { findingRecords } from './findings.ts';
import { ideaRecords } from './ideas.ts';
import { logRecords, mailRecords } from './log.ts';
import { lookUpRecords } from './look-ups.ts';
import { matterRecords } from './matters.ts';
import { mentoringRecords } from './mentoring.ts';
import { moneyRecords } from './money.ts';
import { outreachRecords } from './outreach.ts';
import { previewRecords } from './previews.ts';
import { registerRecords } from './register.ts';
import { releaseRecords } from './releases.ts';
import { renewalRecords } from './renewals.ts';
import { reportRecords } from './reports.ts';
import { seatRecords } from './seats.ts';
import { storyRecords } from './stories.ts';
import { studyRecords } from './studies.ts';

export function transactor(pools: Pick<Pools, 'web' | 'worker'>): Transactor {
  return {
    async as<Value>(actor: Actor, work: (records: Records) => Promise<Value>): Promise<Value> {
      const sql = actor.rights === 'worker' ? pools.worker : pools.web;
      const refused = new Refused<Value>();
      try {
        const value = await sql.begin(async (tx) => {
          // Sent ahead of the first question, on the same connection and so before it: one wait less.
          const became = become(tx, actor);
          became.catch(() => {});
          const answer = await work(recordsOf(tx));
          await became;
          if (isRefusal(answer)) {
            refused.answer = answer;
            throw refused;
          }
          return { answer };
        });
        return value.answer;
      } catch (cause) {
        if (cause === refused && refused.answer !== undefined) {
          return refused.answer;
        }
        throw cause;
      }
    },
  };
}

async function become(tx: Tx, actor: Actor): Promise<void> {
  const person = actor.person ?? '';
  if (actor.rights === 'worker') {
    await tx`select set_config('evenhand.person', '', true)`;
    return;
  }
  await tx`select set_config('role', ${`evenhand_${actor.rights}`}, true), set_config('evenhand.person', ${person}, true)`;
}

const recordsOf = (tx: Tx): Records => ({
  door: doorRecords(tx),
  people: peopleRecords(tx),
  matters: matterRecords(tx),
  drafts: draftRecords(tx),
  documents: documentRecords(tx),
  attestations: attestationRecords(tx),
  money: moneyRecords(tx),
  concerns: concernRecords(tx),
  conduct: {
    ...matterOfConduct(tx),
    ...peopleOfConduct(tx),
    ...panelsOfConduct(tx),
    ...witnessesOfConduct(tx),
    ...concernedInConduct(tx),
  },
  depictions: depictionRecords(tx),
  disclosures: disclosureRecords(tx),
  mail: mailRecords(tx),
  log: logRecords(tx),
  settings: settingRecords(tx),
  exam: examRecords(tx),
  register: registerRecords(tx),
  lookUps: lookUpRecords(tx),
  renewals: renewalRecords(tx),
  findings: findingRecords(tx),
  outreach: outreachRecords(tx),
  releases: releaseRecords(tx),
  reports: reportRecords(tx),
  previews: previewRecords(tx),
  ideas: ideaRecords(tx),
  stories: storyRecords(tx),
  seats: seatRecords(tx),
  studies: studyRecords(tx),
  mentoring: mentoringRecords(tx),
  ...codeRecords(tx),
});

/** Carries a refusal out of the transaction, so that the transaction is undone. */
class Refused<Value> extends Error {
  answer: Value | undefined;
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}
