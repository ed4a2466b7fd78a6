/** Complaints at many of their steps, one for each form, so that no form closes another: who opens it, and where. */
import assert from 'node:assert/strict';
import { addDays } from '../../src/kernel/dates/civil-date.ts';
import { askName } from '../../src/workflow/conduct/ask-name.ts';
import { askWitness } from '../../src/workflow/conduct/ask-witness.ts';
import { announceDraw } from '../../src/workflow/conduct/handle-complaint.ts';
import {
  allMet,
  answer,
  breach,
  type ConductBench,
  complaintAbout,
  handle,
  investigated,
  judge,
  seatPanelOf,
  versionOf,
} from './complaints.ts';

export interface FormOfComplaint {
  readonly person: string;
  readonly at: string;
}

export async function formsOfComplaints(bench: ConductBench): Promise<readonly FormOfComplaint[]> {
  const { handler, respondent, world } = bench;
  const at: FormOfComplaint[] = [];
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
  for (const act of ['add-evidence', 'invite-witness', 'close-investigation']) {
    await handled(act, await answered());
  }
  at.push(await witnessForm(bench, await answered()));
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
  );
  return at;
}

async function witnessForm(bench: ConductBench, matter: string): Promise<FormOfComplaint> {
  const { handler, today, world } = bench;
  const asked = await askWitness(world, {
    ...{ handler, matter, seen: await versionOf(bench, matter) },
    whom: { fullName: 'Halina Wójcik', contact: 'halina@people.example', language: 'en' },
    ...{ asked: ['What did you see?'], answerUntil: addDays(today, 14) },
  });
  assert.ok(asked.ok, JSON.stringify(asked));
  const [mail] = await bench.db.owner<{ body: string }[]>`
    select body from post.mail where to_address = 'halina@people.example'`;
  return { person: '', at: /\/witness\/\S+/.exec(mail?.body ?? '')?.[0] ?? '' };
}
