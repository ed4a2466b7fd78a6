/**
 * Whether the hours of an activity count as far as its course is concerned. A provider's approval is a list of periods: what
 * began on a day within one of them counts, also where the provider lost its approval before the course was over. Any
 * other course is reviewed afterward by a person; until then its hours wait, and the holder sees that they do.
 */
import { type CivilDate, inWordsShort } from '../../kernel/dates/civil-date.ts';
import type { Activity } from './activity.ts';

export interface Provider {
  readonly id: string;
  readonly name: string;
  /** `to` is the last day; null while it lasts. */
  readonly approved: readonly { readonly from: CivilDate; readonly to: CivilDate | null }[];
}

export type Credit =
  | { readonly kind: 'counts' }
  | { readonly kind: 'waits'; readonly because: string }
  | { readonly kind: 'refused'; readonly because: string };

export function creditOf(
  { approval, from }: Pick<Activity, 'approval' | 'from'>,
  providers: readonly Provider[],
): Credit {
  if (approval.kind === 'provider') {
    return creditOfProvider(approval.provider, from, providers);
  }
  switch (approval.outcome) {
    case 'accepted':
      return { kind: 'counts' };
    case 'waiting':
      return { kind: 'waits', because: 'Somebody reviews this course before its hours count.' };
    case 'refused':
      return { kind: 'refused', because: approval.reason };
  }
}

export const isApprovedOn = ({ approved }: Provider, day: CivilDate): boolean =>
  approved.some(({ from, to }) => from <= day && (to === null || day <= to));

function creditOfProvider(id: string, began: CivilDate, providers: readonly Provider[]): Credit {
  const provider = providers.find((each) => each.id === id);
  if (provider === undefined) {
    return {
      kind: 'refused',
      because:
        'This provider is not on the list any more. Take the hours back and claim them again, so that somebody reviews the course.',
    };
  }
  const { name, approved } = provider;
  if (isApprovedOn(provider, began)) {
    return { kind: 'counts' };
  }
  const ended = approved.findLast(({ to }) => to !== null && to < began)?.to ?? null;
  const when =
    ended === null
      ? `${name} was not yet approved on ${inWordsShort(began)}`
      : `The approval of ${name} ended on ${inWordsShort(ended)}, and this course began on ${inWordsShort(began)}`;
  return {
    kind: 'refused',
    because: `${when}. Take the hours back and claim them again, so that somebody reviews the course.`,
  };
}
