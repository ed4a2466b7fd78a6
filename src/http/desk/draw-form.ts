/** The forms around a draw: announce it, look at each person of the pool for ties, excuse a member. */
import { PANELS } from '../../casework/conduct/conduct-event.ts';
import { openActs } from '../../casework/conduct/open-acts.ts';
import { paired } from '../../casework/conduct/read-act.ts';
import { folded } from '../../casework/matter/holds-name.ts';
import { inWordsShort } from '../../kernel/dates/civil-date.ts';
import type { ActFacts, ActField, PoolRow } from '../../web/pages/complaint-act/act-view.ts';
import { complaintActs as words } from '../../web/words/complaint-acts.ts';
import { complaints as list } from '../../web/words/complaints.ts';
import type { PoolPerson } from '../../workflow/ports/conduct-records.ts';
import { one } from '../server/visit.ts';
import type { AskedForm } from './asked-form.ts';
import { actorsOf, calledOnDesk } from './complaint-names.ts';

export function drawFields(
  form: AskedForm,
  act: 'announce-draw' | 'draw' | 'excuse-member',
): readonly ActField[] {
  const { handled, on, reader } = form;
  const open = openActs(handled.state, { on, by: reader });
  if (act === 'excuse-member') {
    return excuseFields(form);
  }
  const panels = PANELS.filter((panel) =>
    open.some((one) => one.act === act && 'panel' in one && one.panel === panel),
  );
  const [only, ...others] = panels;
  const field: ActField =
    only !== undefined && others.length === 0
      ? { kind: 'unseen', name: 'panel', value: only }
      : {
          ...{ kind: 'one-of', name: 'panel', label: words.fields.panel },
          choices: panels.map((value) => ({ value, label: list.panels[value] })),
          value: one(form.typed, 'panel'),
        };
  return act === 'announce-draw'
    ? [field]
    : [field, { kind: 'pool', name: 'pool', rows: poolRows(form) }];
}

/** Which panel is drawn, and how many seats of it are free. */
export const seatFacts = ({ handled, on, reader }: AskedForm): readonly ActFacts[] =>
  openActs(handled.state, { on, by: reader }).flatMap((act) =>
    act.act === 'draw'
      ? [
          {
            title: list.panels[act.panel],
            lines: [
              words.seats(
                String(
                  handled.state.rules.panelSize - (handled.state.sitting[act.panel] ?? []).length,
                ),
              ),
            ],
          },
        ]
      : [],
  );

function excuseFields({ handled, typed }: AskedForm): readonly ActField[] {
  const nameOf = actorsOf(handled);
  const seats = PANELS.flatMap((panel) =>
    (handled.state.sitting[panel] ?? []).map(({ person }) => ({
      value: paired(panel, person),
      label: `${nameOf(person)}, ${list.panels[panel]}`,
    })),
  );
  return [
    {
      ...{ kind: 'one-of', name: 'member', label: words.fields.member, choices: seats },
      value: one(typed, 'member'),
    },
    {
      ...{ kind: 'words', name: 'reason', label: words.fields.reason, rows: 3 },
      ...{ optional: false, hint: words.hints.noNames, value: one(typed, 'reason') },
    },
  ];
}

const poolRows = (form: AskedForm): readonly PoolRow[] =>
  form.handled.pool.map((member) => ({
    person: member.person,
    fullName: member.fullName,
    isPublic: member.isPublic,
    trainedUntil: inWordsShort(member.trainedUntil),
    termEnds: inWordsShort(member.termEnds),
    interests: member.interests,
    leftOut: leftOut(form, member),
    warning: sameName(form, member),
    tie: one(form.typed, `tie-${member.person}`),
  }));

function leftOut({ handled, on }: AskedForm, member: PoolPerson): string | undefined {
  const { leftOutBecause } = words;
  const { seated, handledBy } = handled.state;
  if (seated.includes(member.person)) {
    return leftOutBecause.seated;
  }
  if (member.conflict || handledBy.includes(member.person)) {
    return leftOutBecause.conflict;
  }
  if (member.trainedUntil < on) {
    return leftOutBecause.training;
  }
  return member.termEnds < on ? leftOutBecause.term : undefined;
}

/** Somebody concerned has, or had, the same name: nobody says whether it is the same person but whoever looks. */
function sameName({ handled }: AskedForm, { fullName }: PoolPerson): string | undefined {
  const same = handled.parties.find((party) =>
    [...(party.fullName === undefined ? [] : [party.fullName]), ...party.formerNames].some(
      (name) => folded(name).trim() === folded(fullName).trim(),
    ),
  );
  return same === undefined ? undefined : words.sameName(calledOnDesk(same.key).toLowerCase());
}
