/** The record of a complaint in words: allegations, people, what they said, evidence, disclosures, panels. */
import { labeledParties } from '../../casework/conduct/called.ts';
import type { ConductEvent, Event } from '../../casework/conduct/conduct-event.ts';
import { withLabels } from '../../casework/matter/with-labels.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import { codeOf } from '../../program/catalog/codes.ts';
import { provisionsOf } from '../../program/definition/code-of-conduct.ts';
import { versionName } from '../../web/pages/code/code-view.ts';
import type {
  AllegationShown,
  ComplaintView,
  EvidenceShown,
  PanelShown,
  PartyShown,
  SaidShown,
} from '../../web/pages/complaint/complaint-view.ts';
import { complaints as list, complaint as words } from '../../web/words/complaints.ts';
import { en } from '../../web/words/en.ts';
import type { HandledComplaint } from '../../workflow/conduct/complaint-views.ts';
import type { EvidenceFileRow } from '../../workflow/ports/conduct-records.ts';
import { calledOnDesk } from './complaint-names.ts';

type NameOf = (person: string) => string;

export function allegedIn({ row, state }: HandledComplaint): readonly AllegationShown[] {
  const code = codeOf(row.program);
  return state.allegations.map(({ id, provision, cited, words: said }) => {
    const version = code?.versions.find((one) => one.id === provision.version);
    const placed =
      version === undefined
        ? undefined
        : provisionsOf(version).find((one) => one.provision.number === provision.number);
    return {
      id,
      number: provision.number,
      title: placed?.provision.title.value ?? words.untitled,
      version: version === undefined ? provision.version : words.version(inWords(version.from)),
      href: `/programs/${row.program}/code${version === undefined ? '' : `?version=${encodeURIComponent(versionName(version))}`}#${provision.number}`,
      words: said,
      day: inWords(provision.conductOn),
      cited:
        cited.length === 0
          ? undefined
          : words.alsoCited(cited.map(({ number }) => number).join(', ')),
      found: foundOf(state, id),
    };
  });
}

function foundOf({ decision, cause, stage }: HandledComplaint['state'], id: string): string {
  const finding = decision?.findings.find(({ allegation }) => allegation === id);
  if (finding !== undefined) {
    return finding.breach ? words.found.breach : words.found.none;
  }
  if (cause.length > 0) {
    return cause.includes(id) ? words.found.cause : words.found.noCause;
  }
  return stage === 'closed' ? words.found.none : words.found.open;
}

export function partiesIn({ row, parties, state }: HandledComplaint): readonly PartyShown[] {
  return parties.map((party) => {
    const complaint = state.complaints.find(({ id }) => id === party.key);
    const isBody = row.about === 'body' && party.role === 'respondent';
    return {
      key: party.key,
      label: calledOnDesk(party.key),
      name: isBody ? words.theBody : party.fullName,
      former:
        party.formerNames.length === 0 ? undefined : words.former(party.formerNames.join(', ')),
      contact: party.contact,
      appears: [
        ...(party.naming === undefined ? [] : [words.naming[party.naming]]),
        ...(party.role === 'complainant' ? [words.language[party.language]] : []),
        ...(party.hopes === '' ? [] : [words.hopes(party.hopes)]),
        ...(complaint?.withdrawnOn === undefined
          ? []
          : [words.withdrew(inWords(complaint.withdrawnOn))]),
        ...(complaint?.toldOn === undefined ? [] : [words.wasTold(inWords(complaint.toldOn))]),
      ],
      concern: party.concern,
    };
  });
}

/** What somebody wrote beside what of it stands on the record: the same words under labels. */
export function saidIn(
  { said, events, parties }: HandledComplaint,
  dayOf: (at: number) => string,
): readonly SaidShown[] {
  const record = events.flatMap((event) =>
    'words' in event ? [event.words] : 'statement' in event ? [event.statement] : [],
  );
  const people = labeledParties(parties);
  return said.map(({ key, words: own, at }, place) => ({
    key: String(place),
    who: calledOnDesk(key),
    on: dayOf(at),
    own,
    record: record.find((text) => text === withLabels(own, people)),
  }));
}

export function evidenceIn(
  { state, events, files }: HandledComplaint,
  nameOf: NameOf,
): readonly EvidenceShown[] {
  return state.evidence.map(({ id, kind, sha256, custody }) => {
    const added = events.find(
      (event): event is Event<'evidence-added'> =>
        event.type === 'evidence-added' && event.id === id,
    );
    const reopened = events.find(
      (event): event is Event<'reopened'> => event.type === 'reopened' && event.evidence === id,
    );
    return {
      ...{ id, sha256, kind: words.kinds[kind] },
      source: added?.source ?? reopened?.reason ?? '',
      custody: custody.map(({ by, since }) => words.heldSince(nameOf(by), inWords(since))),
      files: (['original', 'copy'] as const).map((which) => {
        const file = files.find((row) => row.evidence === id && row.which === which);
        return { which, size: file === undefined ? undefined : sizeOf(file) };
      }),
      shown: state.disclosed.includes(id),
    };
  });
}

function sizeOf({ mediaType, bytes }: EvidenceFileRow): string {
  const kind = mediaType === 'application/pdf' ? words.media.pdf : words.media.picture;
  return words.fileSize(kind, en.desk.records.size(Math.max(1, Math.round(bytes / 1000))));
}

export function disclosedIn(events: readonly ConductEvent[]): ComplaintView['disclosed'] {
  return events.flatMap((event) => {
    if (event.type === 'notice-given') {
      const { evidence, keptBack, answerUntil } = event;
      return [
        {
          title: words.noticeOn(inWords(event.on)),
          lines: [
            evidence.length === 0 ? words.disclosedNone : words.disclosedAll(evidence.join(', ')),
            ...keptBack.map(({ what, reason }) => words.keptBack(what, reason)),
            words.answerUntil(inWords(answerUntil)),
          ],
        },
      ];
    }
    return event.type === 'disclosed'
      ? [
          {
            title: words.shownOn(inWords(event.on)),
            lines: event.evidence.map((id) => words.piece(id)),
          },
        ]
      : [];
  });
}

/** Each draw with all that is needed to make it again, the members who left among them. */
export function panelsIn({ events }: HandledComplaint, nameOf: NameOf): readonly PanelShown[] {
  return events.flatMap((event, place): readonly PanelShown[] => {
    if (event.type !== 'draw-committed') {
      return [];
    }
    const seated = seatedAfter(events.slice(place + 1), event.panel);
    return [
      {
        key: String(place),
        name: list.panels[event.panel],
        when:
          seated === undefined
            ? words.announced(inWords(event.on))
            : words.drawn(inWords(seated.on)),
        members: (seated?.members ?? []).map(({ person, isPublic }) => {
          const left = events.find(
            (one): one is Event<'member-left'> =>
              one.type === 'member-left' && one.person === person && one.panel === event.panel,
          );
          return [
            nameOf(person),
            ...(isPublic ? [words.publicMember] : []),
            ...(left === undefined ? [] : [words.leftOn(inWords(left.on), left.reason)]),
          ].join(', ');
        }),
        commitment: event.commitment,
        made:
          seated === undefined
            ? undefined
            : {
                seed: seated.seed,
                pool: seated.pool.map((person) => `${person} (${nameOf(person)})`),
              },
      },
    ];
  });
}

/** The draw that was made of an announcement; undefined where another announcement came before it. */
function seatedAfter(
  later: readonly ConductEvent[],
  panel: Event<'panel-seated'>['panel'],
): Event<'panel-seated'> | undefined {
  const next = later.find(
    (event): event is Event<'panel-seated'> | Event<'draw-committed'> =>
      (event.type === 'panel-seated' || event.type === 'draw-committed') && event.panel === panel,
  );
  return next?.type === 'panel-seated' ? next : undefined;
}
