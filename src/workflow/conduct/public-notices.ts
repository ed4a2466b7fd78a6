/**
 * What the public is told of sanctions, by rule and for as long as they last. A correction stands beside the notice that it
 * corrects, and a corrected notice counts as nothing else. Also what a decision does to one credential today.
 */
import type { CredentialEffect, PublicNotice } from '../ports/conduct-records.ts';
import type { World } from '../ports/ports.ts';

export interface NoticeWithCorrections {
  readonly notice: PublicNotice;
  readonly corrections: readonly PublicNotice[];
}

const NOBODY = { rights: 'public', person: undefined } as const;

/** The newest word first, be it a notice or what corrects one. */
export async function publicNotices(
  world: Pick<World, 'records'>,
): Promise<readonly NoticeWithCorrections[]> {
  const rows = await world.records.as(NOBODY, ({ conduct }) => conduct.notices());
  return rows
    .filter(({ corrects }) => corrects === undefined)
    .map((notice) => ({
      notice,
      corrections: rows.filter(({ corrects }) => corrects === notice.id),
    }))
    .toSorted((one, other) => (latestOf(one) < latestOf(other) ? 1 : -1));
}

const latestOf = ({ notice, corrections }: NoticeWithCorrections): string =>
  corrections.map(({ from }) => from).find((from) => from > notice.from) ?? notice.from;

export interface CredentialStanding {
  readonly effects: readonly CredentialEffect[];
  readonly notices: readonly NoticeWithCorrections[];
}

export async function credentialStanding(
  world: Pick<World, 'records'>,
  credential: string,
): Promise<CredentialStanding> {
  const { effects, beside } = await world.records.as(NOBODY, async ({ conduct, register }) => ({
    effects: await conduct.shownOn(credential),
    beside: await register.noticesBeside(credential),
  }));
  const notices = await publicNotices(world);
  return { effects, notices: notices.filter(({ notice }) => beside.has(notice.id)) };
}
