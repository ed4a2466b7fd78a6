/**
 * Three complaints with words that stand nowhere else, taken from the form that anybody fills in to a decision that took
 * effect. Their complainants appear as they chose: to staff only (alpha), not at all (beta), to everybody (gamma).
 */
import assert from 'node:assert/strict';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Sanction } from '../../src/casework/conduct/conduct-event.ts';
import { addDays, type CivilDate, parts } from '../../src/kernel/dates/civil-date.ts';
import { askName } from '../../src/workflow/conduct/ask-name.ts';
import { writeLetters } from '../../src/workflow/conduct/write-letters.ts';
import { as } from './cast.ts';
import type { ComplaintDesk } from './complaint-desk.ts';
import {
  allMet,
  credentialOf,
  handle,
  judge,
  sanctionFrom,
  seatPanelOf,
  versionOf,
  wait,
} from './complaints.ts';
import { CONCERN_PASSPHRASE, labelIn, receiptIn } from './concerns.ts';
import type { Answer, DeskPerson, Fields } from './desk.ts';

export type Which = 'alpha' | 'beta' | 'gamma';
const VISIBILITY = { alpha: 'staff', beta: 'anonymous', gamma: 'named' } as const;
const SANCTION = {
  alpha: 'public-reprimand',
  beta: 'private-reprimand',
  gamma: 'suspension',
} as const;

/** One word for each thing that is kept secret from somebody. */
const KINDS = [
  ...['complainant', 'contact', 'account', 'hope', 'sentfile', 'madeby', 'respondent', 'witness'],
  ...['witnesscontact', 'allegation', 'looked', 'keptback', 'response', 'source', 'interview'],
  ...[
    'evidencefile',
    'gathered',
    'reviewed',
    'room',
    'transcript',
    'decided',
    'appealed',
    'closing',
  ],
  ...['unmask', 'tie', 'holder', 'holderaddress', 'requested', 'neededfor', 'refusal'],
] as const;
export const mark = (kind: string, which: Which): string => `Canary${kind}${which}`;
export const ANY_MARK = new RegExp(`canary(?:${KINDS.join('|')})(?:alpha|beta|gamma)`, 'gi');

export interface CanaryComplaint {
  readonly which: Which;
  readonly concern: string;
  readonly receipt: string;
  readonly matter: string;
  readonly label: string;
  readonly respondent: DeskPerson;
  readonly credential: string;
}

const photo = async (maker: string): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#225588' } })
      .withExif({ IFD0: { Artist: maker } })
      .jpeg()
      .toBuffer(),
  );
const paper = async (maker: string): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  document.setAuthor(maker);
  document.addPage([300, 300]);
  return await document.save();
};

const dayFields = (block: string, on: CivilDate): Fields => {
  const { year, month, day } = parts(on);
  return {
    [`${block}-month`]: String(month),
    [`${block}-day`]: String(day),
    [`${block}-year`]: String(year),
  };
};
const sentTo = (reply: Answer): string => {
  assert.ok(reply.to !== undefined, reply.words.slice(0, 2000));
  return reply.to;
};

/** Raised at the public page, and opened by the coordinator. */
export async function raisedAndOpened(at: ComplaintDesk, which: Which): Promise<CanaryComplaint> {
  const { desk, bench, handler } = at;
  const name = (kind: string): string => `Ida ${mark(kind, which)}`;
  const respondent = await desk.somebody(name('respondent'));
  const credential = await credentialOf(bench, respondent.id, name('respondent'));
  const sent = await desk.stranger().upload(
    '/concern',
    {
      ...{ about: 'holder', visibility: VISIBILITY[which], passphrase: CONCERN_PASSPHRASE },
      ...{ account: `It was said: ${mark('account', which)}.`, hope: mark('hope', which) },
      ...{ who: name('respondent'), program: 'larkspur-navigator' },
      ...{ contact: `${mark('contact', which)}@people.example`.toLowerCase() },
      ...(which === 'beta' ? {} : { name: name('complainant') }),
    },
    [
      {
        field: 'files',
        name: `${mark('sentfile', which)}.jpg`,
        bytes: await photo(mark('madeby', which)),
      },
    ],
  );
  const [concern] = await bench.db.owner<{ id: string }[]>`
    select id from conduct.concern where label = ${labelIn(sent.words)}`;
  assert.ok(concern, sent.words);
  const opened = await handler.send('/desk/complaints/open', {
    ...{ step: 'open', about: 'person', program: 'larkspur-navigator', blocks: '1', join: 'own' },
    ...{ concern: concern.id, search: mark('respondent', which), whom: respondent.id },
    ...dayFields('a1-day', bench.today),
    ...{ 'a1-number': 'R1', 'a1-words': mark('allegation', which) },
  });
  const matter = /complaints\/([0-9a-f-]{36})/.exec(sentTo(opened))?.[1] ?? '';
  const [row] = await bench.db.owner<{ label: string }[]>`
    select label from conduct.matter where id = ${matter}`;
  return {
    ...{ which, concern: concern.id, receipt: receiptIn(sent.words), matter },
    ...{ label: row?.label ?? '', respondent, credential },
  };
}

/** Somebody saw it: a witness who has an account here. */
export async function witnessed(
  { bench }: ComplaintDesk,
  { matter, which }: CanaryComplaint,
  person: string,
): Promise<void> {
  await bench.all.records.as(as('conduct', bench.handler), ({ conduct }) =>
    conduct.addParty({
      ...{ id: bench.world.chance.uuid(), matter, role: 'witness', key: 'w1', person },
      ...{ fullName: `Ida ${mark('witness', which)}`, formerNames: [], naming: undefined },
      contact: `${mark('witnesscontact', which)}@people.example`.toLowerCase(),
      ...{ concern: undefined, hopes: '', language: 'en' },
    }),
  );
}

/** Looked at, told, answered, with two pieces of evidence that the respondent was shown. */
export async function gathered(at: ComplaintDesk, one: CanaryComplaint): Promise<void> {
  const { bench } = at;
  const { matter, which, respondent } = one;
  const says = (kind: string): string => mark(kind, which);
  await handle(bench, matter, {
    act: 'screen',
    answers: { ...allMet, standing: { met: true, reason: says('looked') } },
  });
  const keptBack = [{ what: says('keptback'), reason: 'It is about somebody else.' }];
  await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack });
  const from = `/my/conduct/${matter}/respond`;
  // Nobody told the respondent of beta who complained.
  const whom = which === 'beta' ? 'whoever it was' : `Ida ${says('complainant')}`;
  const words = `I, Ida ${says('respondent')}, say of ${whom}: ${says('response')}.`;
  const seen = String(await versionOf(bench, matter));
  sentTo(await respondent.send(from, { words, seen }));
  for (const [kind, source] of [
    ['document', 'source'],
    ['named-testimony', 'interview'],
  ] as const) {
    const form = `/desk/complaints/${matter}/add-evidence`;
    const name = `${says('evidencefile')}.pdf`;
    const bytes = await paper(says('madeby'));
    const fields = { seen: String(await versionOf(bench, matter)), kind, source: says(source) };
    const files = [
      { field: 'original', name, bytes },
      { field: 'copy', name, bytes },
    ];
    sentTo(await at.handler.upload(form, fields, files));
  }
  if (which === 'alpha') {
    await recordsRefused(at, one);
  }
  await handle(bench, matter, { act: 'disclose', evidence: ['e1', 'e2'] });
  await handle(bench, matter, { act: 'close-investigation', summary: says('gathered') });
}

/** A third party is asked for records, and refuses. */
async function recordsRefused(
  { bench, handler }: ComplaintDesk,
  { matter, which }: CanaryComplaint,
): Promise<void> {
  const says = (kind: string): string => mark(kind, which);
  const desk = `/desk/complaints/${matter}`;
  const seen = async () => ({ seen: String(await versionOf(bench, matter)) });
  const asked = await handler.send(`${desk}/ask-for-records`, {
    ...(await seen()),
    ...{ 'holder-name': says('holder'), 'holder-address': says('holderaddress') },
    ...{ 'holder-kind': 'employer', records: says('requested'), 'needed-for': says('neededfor') },
    ...{ 'answer-to': 'The conduct office.', subject: 'nobody' },
    ...dayFields('until', addDays(bench.today, 20)),
  });
  sentTo(asked);
  const answer = { holder: 'h1', answered: 'refused', said: says('refusal') };
  sentTo(await handler.upload(`${desk}/note-records`, { ...(await seen()), ...answer }, []));
}

export interface PanelOfCanary {
  readonly left: string;
  readonly reviewer: string;
}

/** Reviewed; one who was drawn turns out to have a tie, and one asks for a name and is shown it. */
export async function reviewed(at: ComplaintDesk, one: CanaryComplaint): Promise<PanelOfCanary> {
  const { bench, desk, custodian } = at;
  const { matter, which } = one;
  const [left, reviewer] = await seatPanelOf(bench, matter, 'review');
  assert.ok(left !== undefined && reviewer !== undefined);
  const gone = await desk.signedIn(left);
  const tie = `${mark('tie', which)}: I may know them well.`;
  const asks = await askName(
    bench.world,
    { rights: 'panel', person: left },
    { matter, key: 'c1', reason: tie },
  );
  assert.ok(asks.ok, JSON.stringify(asks));
  const leave = `/desk/panels/${matter}/leave`;
  sentTo(await gone.send(leave, { seen: String(await versionOf(bench, matter)), sure: 'yes' }));
  await seatPanelOf(bench, matter, 'review');
  const reason = `${mark('unmask', which)} may be somebody I know.`;
  const asked = { matter, key: 'respondent', reason };
  assert.ok((await askName(bench.world, { rights: 'panel', person: reviewer }, asked)).ok);
  const [request] = await bench.db.owner<{ id: string }[]>`
    select id from conduct.unmask_request where matter = ${matter} and asked_by = ${reviewer}`;
  const id = request?.id ?? '';
  const why = { answer: 'consent', [`why-${id}`]: 'It is needed.' };
  sentTo(await custodian.send('/desk/custodian', why, `/desk/custodian/${id}`));
  await judge(bench, matter, reviewer, {
    act: 'review',
    findings: [
      { allegation: 'a1', breach: true, reason: mark('reviewed', which), evidence: ['e1'] },
    ],
  });
  return { left, reviewer };
}

/** Heard, decided, not appealed or in vain, in effect, published by the rule, and told. */
export async function livedThrough(at: ComplaintDesk, one: CanaryComplaint): Promise<string> {
  const { bench } = at;
  const { matter, which, respondent } = one;
  const says = (kind: string): string => mark(kind, which);
  const [hearer] = await seatPanelOf(bench, matter, 'hearing');
  assert.ok(hearer !== undefined);
  await handle(bench, matter, {
    ...{ act: 'call-hearing', day: addDays(bench.today, 30), whereAndWhen: says('room') },
    ...{ mayBring: 'Anybody they trust.', accommodations: [] },
  });
  await wait(bench, 30);
  await judge(bench, matter, hearer, {
    ...{ act: 'hear', represented: false },
    transcript: `Ida ${says('respondent')} said ${says('transcript')}${which === 'alpha' ? `, Ida ${says('witness')} too` : ''}.`,
  });
  const sanction: Sanction = { ...sanctionFrom(bench, SANCTION[which]), reason: says('decided') };
  await judge(bench, matter, hearer, {
    ...{ act: 'decide', remedy: undefined, sanction },
    findings: [{ allegation: 'a1', breach: true, reason: says('decided'), evidence: ['e1'] }],
  });
  if (which === 'gamma') {
    const statement = `${says('appealed')}, says Ida ${says('respondent')}.`;
    const form = `/my/conduct/${matter}/appeal`;
    const seen = String(await versionOf(bench, matter));
    sentTo(await respondent.send(form, { grounds: 'sanction-out-of-measure', statement, seen }));
    const [judgeOfAppeal] = await seatPanelOf(bench, matter, 'appeal');
    await judge(bench, matter, judgeOfAppeal ?? '', {
      act: 'decide-appeal',
      findings: [{ ground: 'sanction-out-of-measure', found: false, reason: says('appealed') }],
      ...{ effect: 'stands', sanction: undefined },
    });
  } else {
    await wait(bench, 60);
  }
  await handle(bench, matter, { act: 'take-effect' });
  if (which !== 'beta') {
    await handle(bench, matter, { act: 'publish' });
  }
  await handle(bench, matter, {
    ...{ act: 'tell-closing', complaint: 'c1', achieved: 'partly', reason: says('closing') },
  });
  await writeLetters(bench.world, matter);
  return hearer;
}
