/** A complaint is opened from a concern, or by the body itself, or joins another about the same events. */
import { createElement } from 'react';
import { labeledParties } from '../../casework/conduct/called.ts';
import { type Opening, readOpening, SOMEBODY_ELSE } from '../../casework/conduct/read-opening.ts';
import { holdsName } from '../../casework/matter/holds-name.ts';
import { isUuid } from '../../kernel/bytes/uuid.ts';
import type { Refusal, Result } from '../../kernel/result/result.ts';
import type { ComplaintAbout } from '../../program/conduct/allegation.ts';
import { OpeningPage } from '../../web/pages/complaint-open/opening-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { complaintActs } from '../../web/words/complaint-acts.ts';
import { complaint, complaints as list, opening as words } from '../../web/words/complaints.ts';
import { refusalSentence } from '../../web/words/refusals.ts';
import { findBound } from '../../workflow/conduct/find-bound.ts';
import { aboutOf, BODY_COMPLAINS, complainantFrom } from '../../workflow/conduct/from-concern.ts';
import { type OpenedConcern, openConcern } from '../../workflow/conduct/handle-concern.ts';
import {
  joinComplaint,
  openComplaint,
  type Respondent,
} from '../../workflow/conduct/open-complaint.ts';
import { sameEvents } from '../../workflow/conduct/same-events.ts';
import type { App } from '../server/app.ts';
import { missingPage, refusalPage } from '../server/problem-pages.ts';
import {
  type Fields,
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
} from '../server/visit.ts';
import {
  daysIn,
  groundsIn,
  type OpeningState,
  openingProps,
  programsWithCode,
  settingIn,
  typedFrom,
} from './opening-model.ts';

export function openingHandlers(
  app: App,
): Readonly<Record<'complaint-open' | 'complaint-open-send', Handler>> {
  return {
    'complaint-open': signedIn(async (visit) => {
      const begun = await begin(app, visit, one(visit.query, 'concern'));
      return begun === undefined
        ? missingPage(visit.frame)
        : shown(visit, await lookedUp(app, visit, begun), []);
    }),
    'complaint-open-send': signedIn((visit) => send(app, visit)),
  };
}

type Begun = Omit<OpeningState, 'found' | 'same'>;

/** Undefined where the concern that is named is not the reader's to see. */
async function begin(
  app: App,
  { session, form }: SignedInVisit,
  named: string,
): Promise<Begun | undefined> {
  const handler = { rights: 'conduct', person: session.person } as const;
  const concern = isUuid(named) ? await openConcern(app.world, handler, named) : undefined;
  if (named !== '' && concern?.ok !== true) {
    return undefined;
  }
  const opened = concern?.ok === true ? concern.value : undefined;
  const sent = Object.keys(form).length > 0;
  const offices = (['conduct', 'ombud'] as const).filter((one) => session.offices.includes(one));
  return {
    typed: sent || opened === undefined ? form : typedFrom(opened),
    about: aboutFor(offices, opened, form),
    choosesAbout: opened === undefined && offices.length > 1,
    concern: opened,
    on: app.world.clock.today(),
  };
}

function aboutFor(
  offices: readonly ('conduct' | 'ombud')[],
  concern: OpenedConcern | undefined,
  form: Fields,
): ComplaintAbout {
  if (concern !== undefined) {
    return aboutOf(concern.row.about);
  }
  return offices.length > 1
    ? one(form, 'about') === 'body'
      ? 'body'
      : 'person'
    : offices[0] === 'ombud'
      ? 'body'
      : 'person';
}

/** Whom the search finds, and what is like the complaint, as far as it is known by now. */
async function lookedUp(app: App, visit: SignedInVisit, begun: Begun): Promise<OpeningState> {
  const { typed, about, on } = begun;
  const handler = visit.session.person;
  const program = one(typed, 'program');
  const search = one(typed, 'search').trim();
  const known = programsWithCode.includes(program);
  const found =
    about === 'person' && known && search !== ''
      ? await findBound(app.world, { handler, search, program })
      : undefined;
  const whom = one(typed, 'whom');
  const name = one(typed, 'name').trim();
  const person = found?.find(({ id }) => id === whom);
  const isKnown =
    about === 'body' || person !== undefined || (whom === SOMEBODY_ELSE && name !== '');
  const same =
    known && isKnown
      ? await sameEvents(app.world, {
          ...{ handler, program, about, person: person?.id, days: daysIn(typed, on) },
          fullName: person?.fullName ?? (name === '' ? undefined : name),
        })
      : [];
  return { ...begun, found, same };
}

function shown(
  visit: SignedInVisit,
  state: OpeningState,
  mistakes: readonly FieldMistake[],
  status = mistakes.length > 0 ? 422 : 200,
): Reply {
  return page(
    renderPage(
      createElement(OpeningPage, { frame: visit.frame, ...openingProps(state), mistakes }),
    ),
    status,
  );
}

async function send(app: App, visit: SignedInVisit): Promise<Reply> {
  const begun = await begin(app, visit, one(visit.form, 'concern'));
  if (begun === undefined) {
    return missingPage(visit.frame);
  }
  const step = one(visit.form, 'step');
  const more = step === 'more' ? { blocks: String(Number(one(visit.form, 'blocks')) + 1) } : {};
  const state = await lookedUp(app, visit, { ...begun, typed: { ...begun.typed, ...more } });
  if (step !== 'open') {
    return shown(visit, state, []);
  }
  const join = one(visit.form, 'join');
  const joins = state.same.some(({ row }) => row.id === join);
  const read = readOpening(visit.form, {
    ...{ on: state.on, about: state.about, programs: programsWithCode, joins },
    found: (state.found ?? []).map(({ id }) => id),
    words: { label: openingLabel, choose: complaintActs.choose },
  });
  const undecided = state.same.some(({ sameDay }) => sameDay) && !joins && join !== 'own';
  const mistakes = [
    ...(read.ok ? [] : read.mistakes),
    ...(undecided ? [{ field: 'join', message: words.joinChoose }] : []),
  ];
  return read.ok && mistakes.length === 0
    ? await carriedOut(app, visit, state, read.value, joins ? join : undefined)
    : shown(visit, state, mistakes);
}

async function carriedOut(
  app: App,
  visit: SignedInVisit,
  state: OpeningState,
  asked: Opening,
  join: string | undefined,
): Promise<Reply> {
  const handler = visit.session.person;
  const { concern, about } = state;
  const complainant = concern === undefined ? BODY_COMPLAINS : complainantFrom(concern);
  if (join !== undefined) {
    const seen = Number.parseInt(one(visit.form, `seen-${join}`), 10);
    const { alleged } = asked;
    const joined = await joinComplaint(app.world, {
      ...{ handler, matter: join, seen, complainant, alleged },
    });
    return answered(visit, state, asked, joined, `/desk/complaints/${join}?news=joined`);
  }
  const opened = await openComplaint(app.world, {
    ...{ handler, about, program: asked.program, complainant, alleged: asked.alleged },
    grounds: concern?.row.grounds ?? groundsIn(visit.form),
    setting: concern?.row.setting ?? settingIn(visit.form),
    respondent: respondentOf(state, asked),
  });
  const to = opened.ok ? `/desk/complaints/${opened.value.id}?news=opened` : '';
  return answered(visit, state, asked, opened, to);
}

function answered(
  visit: SignedInVisit,
  state: OpeningState,
  asked: Opening,
  done: Result<unknown, string>,
  to: string,
): Reply {
  if (done.ok) {
    return redirect(to);
  }
  const { refusal } = done;
  switch (refusal.kind) {
    case 'no-such-complaint':
      return missingPage(visit.frame);
    case 'excluded':
      return refusalPage(visit.frame, refusal, { href: '/desk/complaints', label: list.title });
    case 'someone-wrote-first':
      return shown(visit, state, [{ field: 'join', message: complaint.changedMeanwhile }], 409);
    default: {
      const field = fieldOf(refusal, state, asked);
      const message =
        field === 'open' ? refusalSentence(refusal) : `${openingLabel(field)}: ${refusal.because}.`;
      return shown(visit, state, [{ field, message }]);
    }
  }
}

/** Where a refusal of the rules is shown; at the page itself where it is about no single box. */
function fieldOf(refusal: Refusal, state: OpeningState, asked: Opening): string {
  switch (refusal.kind) {
    case 'names-somebody':
      return boxThatNames(state, asked) ?? 'open';
    case 'told-already':
    case 'not-now':
    case 'stayed':
    case 'known-already':
      return 'join';
    default:
      return 'open';
  }
}

function boxThatNames(state: OpeningState, asked: Opening): string | undefined {
  const { fullName, formerNames } = respondentOf(state, asked);
  const names = labeledParties([
    { key: 'respondent', fullName, formerNames },
    { key: 'c1', fullName: state.concern?.fullName, formerNames: [] },
  ]).flatMap((party) => party.names);
  const place = asked.alleged.findIndex(({ words: text }) =>
    names.some((name) => holdsName(text, name)),
  );
  return place < 0 ? undefined : `a${place + 1}-words`;
}

function respondentOf({ found }: OpeningState, { whom }: Opening): Respondent {
  switch (whom.kind) {
    case 'found': {
      const person = found?.find(({ id }) => id === whom.person);
      return {
        person: whom.person,
        fullName: person?.fullName,
        formerNames: person?.formerNames ?? [],
      };
    }
    case 'other':
      return { person: undefined, fullName: whom.fullName, formerNames: whom.formerNames };
    default:
      return { person: undefined, fullName: undefined, formerNames: [] };
  }
}

function openingLabel(field: string): string {
  const [, block, part] = /^a(\d+)-(day|number|cited|words)$/.exec(field) ?? [];
  const name = part ?? field;
  const known: Readonly<Record<string, string>> = {
    ...{ program: words.program, whom: words.whom, name: words.name, join: words.join },
    ...{ day: words.day, number: words.number, cited: words.cited, words: words.words },
  };
  const label = known[name] ?? name;
  return block === undefined ? label : `${words.allegation(block)}, ${label.toLowerCase()}`;
}
