/** The public notice as it will stand, from the same facts that the database takes it from when it is published. */
import { inWords } from '../../kernel/dates/civil-date.ts';
import type { ActFacts } from '../../web/pages/complaint-act/act-view.ts';
import { complaintActs as acts } from '../../web/words/complaint-acts.ts';
import { complaints as list, complaint as words } from '../../web/words/complaints.ts';
import type { HandledComplaint } from '../../workflow/conduct/complaint-views.ts';
import { programName } from './in-words.ts';

export function noticePreview({ state, parties, row }: HandledComplaint): ActFacts {
  const sanction = state.inForce?.sanction;
  const respondent = parties.find(({ role }) => role === 'respondent');
  const breached = new Set(
    (state.decision?.findings ?? [])
      .filter(({ breach }) => breach)
      .map(({ allegation }) => allegation),
  );
  const provisions = state.allegations
    .filter(({ id }) => breached.has(id))
    .map(({ provision }) => provision.number);
  return {
    title: undefined,
    lines: [
      respondent?.fullName ?? words.noName,
      programName(row.program),
      ...(sanction === undefined
        ? []
        : [words.until(list.sanctions[sanction.kind], inWords(sanction.endsOn))]),
      acts.provisions([...new Set(provisions)].join(', ')),
    ],
  };
}
