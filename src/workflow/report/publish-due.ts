/**
 * Publishes the public report of a year on its day: puts it together from what the release of the end of that year shows,
 * signs it, and keeps it in one transaction with its line of the decision log. Before that day there is no report. Where
 * the service was not there on the day, it comes out at once and says when it was due.
 */
import { releaseNumbered } from '../../fairness/disclosure/release.ts';
import { asJson } from '../../kernel/bytes/as-json.ts';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { type NoteSigner, signNote } from '../../ledger/checkpoint/note.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { isReported, reportDueOn } from '../../program/pledge/report-day.ts';
import { assembledReport } from '../../reporting/public-report/assemble.ts';
import type { PublicReport, ReportedFinding } from '../../reporting/public-report/public-report.ts';
import { ALL_PROGRAMS } from '../board/answer-finding.ts';
import { findingsForPublic } from '../board/read-findings.ts';
import { BESIDE_SERVICE, SERVICE, TERM_STEPS } from '../measure/count-after-exam.ts';
import { FUNNEL } from '../measure/count-outcomes.ts';
import { divisionBy, isOfComplainants, NOT_STATED } from '../measure/division.ts';
import { HORIZON_DAYS } from '../measure/measure-waiting.ts';
import { isPattern } from '../measure/pattern-division.ts';
import { readReleases } from '../measure/read-releases.ts';
import type { World } from '../ports/ports.ts';
import type { ReleaseRow } from '../ports/release-records.ts';
import { recordOpenly } from '../publish/record-in-log.ts';
import { reportLabel, reportNoteText } from './report-note.ts';

export interface PublishingWorld extends Pick<World, 'clock' | 'chance' | 'records' | 'origin'> {
  /** The key of the log, under the log's name. */
  readonly signer: NoteSigner;
}

const WORKER = { rights: 'worker', person: undefined } as const;

/** Releases whose report is due and not published yet, from the oldest. */
export async function reportsDue(
  world: Pick<World, 'clock' | 'records'>,
): Promise<readonly ReleaseRow[]> {
  const today = world.clock.today();
  const { releases, reported } = await world.records.as(WORKER, async (records) => ({
    releases: await records.releases.list(),
    reported: new Set((await records.reports.list()).map(({ release }) => release)),
  }));
  return releases.filter(
    ({ number, countedUntil }) =>
      isReported(countedUntil) && !reported.has(number) && reportDueOn(countedUntil) <= today,
  );
}

/** A sentence about each report that was published; nothing where none was due. */
export async function publishReportsDue(world: PublishingWorld): Promise<readonly string[]> {
  const told: string[] = [];
  for (const row of await reportsDue(world)) {
    const number = await publish(world, row);
    told.push(`Report ${number} is published: ${world.origin}/reports/${number}`);
  }
  return told;
}

async function publish(world: PublishingWorld, row: ReleaseRow): Promise<number> {
  const earlier = await world.records.as(WORKER, ({ reports }) => reports.list());
  const number = earlier.length + 1;
  const publishedOn = world.clock.today();
  const report = await reportOf(world, row, number);
  const body = canonicalJson(asJson(report));
  const { number: release, countedUntil } = row;
  const digest = sha256Hex(body);
  const facts = { number, release, countedUntil, publishedOn, digest };
  const note = await signNote(reportNoteText(facts), [world.signer]);
  const line = {
    kind: 'report',
    program: ALL_PROGRAMS,
    rules: 'disclosure-gate-1',
    decidedOn: publishedOn,
    label: reportLabel(number),
    outcome: { release, digest },
  };
  await world.records.as(WORKER, async (records) => {
    const { place, salt } = await recordOpenly(records, world.chance, line);
    const { dueOn } = report;
    await records.reports.add({ ...facts, dueOn, body, note, opening: salt, place });
  });
  return number;
}

async function reportOf(
  world: PublishingWorld,
  { number: release, digest, place, countedUntil }: ReleaseRow,
  number: number,
): Promise<PublicReport> {
  const published = releaseNumbered(await readReleases(world.records, WORKER), release);
  if (published === undefined) {
    throw new Error(`release ${release} is not there`);
  }
  const { tables } = published.value.outcomes;
  const programs = [...new Set(tables.flatMap(({ parts }) => parts))]
    .flatMap((part) => (part.startsWith('program:') ? [part.slice('program:'.length)] : []))
    .map((id) => ({ id, name: programOf(id)?.name ?? id }));
  return assembledReport(published, {
    number,
    site: world.origin,
    demonstration: programs.some(({ id }) => programOf(id)?.invented === true),
    dueOn: reportDueOn(countedUntil),
    publishedOn: world.clock.today(),
    release: { digest, place },
    unstated: NOT_STATED,
    horizonDays: HORIZON_DAYS,
    dimensions: [...new Set(tables.map(({ dimension }) => dimension))]
      .filter((id) => !isOfComplainants(id) && !isPattern(id))
      .map((id) => {
        const { title, groups } = divisionBy(id);
        return { id, title, groups };
      }),
    programs,
    steps: FUNNEL,
    ways: [TERM_STEPS, SERVICE, ...Object.entries(BESIDE_SERVICE).map(([step, of]) => [of, step])],
    findings: await findingsOf(world, release),
  });
}

/** What was put before the board because this release shows it, as it stands now. None is about a rater. */
async function findingsOf(
  world: PublishingWorld,
  release: number,
): Promise<readonly ReportedFinding[]> {
  const { findings } = await findingsForPublic(world);
  return findings.flatMap(({ label, finding, standing }) =>
    finding.measurements
      .filter((shown) => shown.release === release && shown.state === 'disparity-shown')
      .map(({ about, kind, dimension, group, item, reference }) => ({
        label,
        about,
        kind,
        dimension,
        group,
        item: item ?? null,
        reference,
        openedOn: finding.openedOn,
        answerPromisedBy: finding.promisedBy,
        standing,
      })),
  );
}
