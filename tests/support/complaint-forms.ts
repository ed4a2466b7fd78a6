/** Complaints at many of their steps, one for each form, so that no form closes another: who opens it, and where. */
import assert from 'node:assert/strict';
import { addDays } from '../../src/kernel/dates/civil-date.ts';
import { askForRecordsOf } from '../../src/workflow/conduct/ask-for-records.ts';
import { askName } from '../../src/workflow/conduct/ask-name.ts';
import { askWitness } from '../../src/workflow/conduct/ask-witness.ts';
import { addEvidenceTo, announceDraw } from '../../src/workflow/conduct/handle-complaint.ts';
import { answerByLink } from '../../src/workflow/conduct/witness-side.ts';
import {
  allMet,
  answer,
  breach,
  type ConductBench,
  complaintAbout,
  handle,
  investigated,
  judge,
  sanctionFrom,
  seatPanelOf,
  versionOf,
  wait,
} from './complaints.ts';

export interface FormOfComplaint {
  readonly person: string;
  readonly at: string;
}

export async function formsOfComplaints(bench: ConductBench): Promise<readonly FormOfComplaint[]> {
  const { handler, respondent, world } = bench;
  // These wait for the day of a hearing, so that the promises of all others begin after it.
  const at: FormOfComplaint[] = [...(await formsOfHearings(bench))];
  const handled = async (act: string, matter: string): Promise<void> => {
    at.push({ person: handler, at: `/desk/complaints/${matter}/${act}` });
  };
  for (const act of ['screen', 'stay', 'end', 'extend']) {
    await handled(act, await complaintAbout(bench));
  }
  const noticed = async (): Promise<string> => {
    const matter = await complaintAbout(bench);
    await handle(bench, matter, { act: 'screen', answers: allMet });
    await handle(bench, matter, { act: 'give-notice', evidence: [], keptBack: [] });
    return matter;
  };
  for (const act of ['enter-response', 'suspend-meanwhile', 'redeliver']) {
    await handled(act, await noticed());
  }
  const screened = await complaintAbout(bench);
  await handle(bench, screened, { act: 'screen', answers: allMet });
  await handled('give-notice', screened);
  at.push({ person: respondent, at: `/my/conduct/${await noticed()}/respond` });
  const answered = async (): Promise<string> => {
    const matter = await noticed();
    await answer(bench, matter, { act: 'respond', words: 'It was otherwise.' });
    return matter;
  };
  for (const act of ['add-evidence', 'invite-witness', 'ask-for-records', 'close-investigation']) {
    await handled(act, await answered());
  }
  at.push(await witnessForm(bench, await answered()));
  await handled('take-in', await withStatement(bench, await answered()));
  for (const act of ['note-records', 'close-request']) {
    await handled(act, await withRequest(bench, await answered()));
  }
  for (const act of ['disclose', 'add-copy']) {
    await handled(act, await withEvidence(bench, await answered()));
  }
  const suspended = async (): Promise<string> => {
    const matter = await noticed();
    const until = addDays(bench.today, 30);
    await handle(bench, matter, { act: 'suspend-meanwhile', until, reason: 'Harm is near.' });
    return matter;
  };
  at.push({ person: respondent, at: `/my/conduct/${await suspended()}/appeal-interim` });
  const interim = await suspended();
  await answer(bench, interim, { act: 'appeal-interim', statement: 'Nobody is in danger.' });
  const [urgent] = await seatPanelOf(bench, interim, 'interim-appeal');
  at.push({ person: urgent ?? '', at: `/desk/panels/${interim}/decide-interim-appeal` });
  const reviewing = async (): Promise<string> => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    return matter;
  };
  await handled('announce-draw', await reviewing());
  const announced = await reviewing();
  const seen = await versionOf(bench, announced);
  assert.ok((await announceDraw(world, { handler, matter: announced, panel: 'review', seen })).ok);
  await handled('draw', announced);
  for (const act of ['review', 'leave']) {
    const matter = await reviewing();
    const [member] = await seatPanelOf(bench, matter, 'review');
    at.push({ person: member ?? '', at: `/desk/panels/${matter}/${act}` });
  }
  const reviewed = await reviewing();
  const [member] = await seatPanelOf(bench, reviewed, 'review');
  await judge(bench, reviewed, member ?? '', { act: 'review', findings: breach });
  await handled('call-hearing', reviewed);
  const named = await complaintAbout(bench);
  const seeker = { rights: 'conduct', person: handler } as const;
  const reason = 'The letter came back, so that the address is needed.';
  assert.ok((await askName(world, seeker, { matter: named, key: 'c1', reason })).ok);
  at.push(
    { person: bench.custodian, at: '/desk/custodian' },
    { person: handler, at: `/desk/complaints/${named}/names` },
    { person: handler, at: `/desk/complaints/${await complaintAbout(bench)}` },
    { person: bench.panel[0] ?? '', at: '/desk/panels/interests' },
    { person: handler, at: '/desk/complaints/open' },
    { person: handler, at: '/desk/complaints' },
    { person: handler, at: '/desk/concerns' },
  );
  return at;
}

/** From the hearing on: its own form, the decision, an offer and the answer to it, the appeal and what is decided on it. */
async function formsOfHearings(bench: ConductBench): Promise<readonly FormOfComplaint[]> {
  const { respondent } = bench;
  const at: FormOfComplaint[] = [];
  const hearing = async (): Promise<{ readonly matter: string; readonly member: string }> => {
    const matter = await complaintAbout(bench);
    await investigated(bench, matter);
    const [reviewer] = await seatPanelOf(bench, matter, 'review');
    await judge(bench, matter, reviewer ?? '', { act: 'review', findings: breach });
    const [member] = await seatPanelOf(bench, matter, 'hearing');
    return { matter, member: member ?? '' };
  };
  const toHear = [await hearing(), await hearing(), await hearing(), await hearing()] as const;
  for (const { matter } of toHear) {
    await handle(bench, matter, {
      ...{ act: 'call-hearing', day: addDays(bench.today, 30), whereAndWhen: 'Room 4, at ten.' },
      ...{ mayBring: 'Anybody they trust.', accommodations: [] },
    });
  }
  await wait(bench, 30);
  const [first, ...heard] = toHear;
  at.push({ person: first.member, at: `/desk/panels/${first.matter}/hear` });
  for (const { matter, member } of heard) {
    await judge(bench, matter, member, { act: 'hear', transcript: 'Said.', represented: false });
  }
  const [open, ...over] = heard;
  at.push({ person: open.member, at: `/desk/panels/${open.matter}/decide` });
  const sanction = sanctionFrom(bench, 'private-reprimand');
  for (const { matter, member } of over) {
    const findings = breach;
    await judge(bench, matter, member, { act: 'decide', findings, remedy: undefined, sanction });
  }
  const [toAppeal, appealed] = over;
  at.push({ person: respondent, at: `/my/conduct/${toAppeal.matter}/appeal` });
  const statement = 'It is too much.';
  await answer(bench, appealed.matter, {
    ...{ act: 'appeal', grounds: ['sanction-out-of-measure'], statement },
  });
  const [judgeOfAppeal] = await seatPanelOf(bench, appealed.matter, 'appeal');
  at.push({
    person: judgeOfAppeal ?? '',
    at: `/desk/panels/${appealed.matter}/decide-appeal`,
  });
  const toOffer = await hearing();
  at.push({ person: toOffer.member, at: `/desk/panels/${toOffer.matter}/offer` });
  const { matter, member } = await hearing();
  const findings = breach;
  await judge(bench, matter, member, { act: 'offer', findings, remedy: undefined, sanction });
  at.push({ person: respondent, at: `/my/conduct/${matter}/answer-offer` });
  return at;
}

/** Something was gathered that the respondent has not seen. */
async function withEvidence(bench: ConductBench, matter: string): Promise<string> {
  const { handler, world } = bench;
  const added = await addEvidenceTo(world, {
    ...{ handler, matter, seen: await versionOf(bench, matter) },
    ...{ kind: 'document', source: 'The log of the ward.', copy: undefined },
    original: {
      ...{ sha256: 'b'.repeat(64), mediaType: 'application/pdf', bytes: 1000 },
      originalName: 'log.pdf',
    },
  });
  assert.ok(added.ok, JSON.stringify(added));
  return matter;
}

/** A third party was asked for records and has not answered. */
async function withRequest(bench: ConductBench, matter: string): Promise<string> {
  const { handler, today, world } = bench;
  const asked = await askForRecordsOf(world, {
    ...{ handler, matter, seen: await versionOf(bench, matter) },
    whom: { fullName: 'Clínica Ñandú', address: '1 Main Street' },
    request: {
      ...{ kind: 'hospital', what: 'The shift log', reason: 'Who was there.', answerTo: 'Here' },
      ...{ subject: undefined, basis: undefined, answerUntil: addDays(today, 200) },
    },
  });
  assert.ok(asked.ok, JSON.stringify(asked));
  return matter;
}

/** A witness said something that waits to be taken in. */
async function withStatement(bench: ConductBench, matter: string): Promise<string> {
  const { at } = await witnessForm(bench, matter, 'ludmila@people.example');
  const code = at.slice('/witness/'.length);
  const words = 'I was there.';
  const said = await answerByLink(bench.world, { code, declined: false, words, files: [] });
  assert.ok(said.ok, JSON.stringify(said));
  return matter;
}

async function witnessForm(
  bench: ConductBench,
  matter: string,
  contact = 'halina@people.example',
): Promise<FormOfComplaint> {
  const { handler, today, world } = bench;
  const asked = await askWitness(world, {
    ...{ handler, matter, seen: await versionOf(bench, matter) },
    whom: { fullName: 'Halina Wójcik', contact, language: 'en' },
    ...{ asked: ['What did you see?'], answerUntil: addDays(today, 14) },
  });
  assert.ok(asked.ok, JSON.stringify(asked));
  const [mail] = await bench.db.owner<{ body: string }[]>`
    select body from post.mail where to_address = ${contact}`;
  return { person: '', at: /\/witness\/\S+/.exec(mail?.body ?? '')?.[0] ?? '' };
}
