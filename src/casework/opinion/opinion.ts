/**
 * An advisory opinion: somebody asks before they act, one coordinator drafts an answer that cites the code, somebody else
 * signs it, and then anybody can read it, without names. It is advice and no decision: it binds nobody, and whoever
 * followed it in good faith can say so. An opinion that no longer holds stays readable and says since when and why.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';

/** What will be published: the situation and the answer, told anew and without names. */
export interface Draft {
  /** The version of the code it cites, such as "navigator-code/2026". */
  readonly version: string;
  readonly cites: readonly string[];
  readonly title: string;
  readonly situation: string;
  readonly answer: string;
}

interface Act {
  readonly on: CivilDate;
  readonly by: string;
}

export type OpinionEvent =
  | (Act & Draft & { readonly type: 'drafted' })
  | (Act & { readonly type: 'returned'; readonly reason: string })
  | (Act & { readonly type: 'signed' })
  /** The question gets no opinion: it is not one about the code. The asker reads the reason. */
  | (Act & { readonly type: 'declined'; readonly reason: string })
  | (Act & { readonly type: 'withdrawn'; readonly reason: string })
  /** Another opinion takes its place; `later` is that one's label. */
  | (Act & { readonly type: 'superseded'; readonly reason: string; readonly later: string });

export type Standing =
  | 'waiting'
  | 'drafted'
  | 'returned'
  | 'declined'
  | 'published'
  | 'withdrawn'
  | 'superseded';

export interface Opinion {
  readonly standing: Standing;
  readonly draft: Draft | undefined;
  /** Everybody who ever drafted it; none of them signs it. */
  readonly drafters: readonly string[];
  readonly publishedOn: CivilDate | undefined;
  /** Why it was last returned, was declined, or no longer holds. */
  readonly reason: string | undefined;
  readonly endedOn: CivilDate | undefined;
  readonly later: string | undefined;
}

const asked: Opinion = {
  standing: 'waiting',
  draft: undefined,
  drafters: [],
  publishedOn: undefined,
  reason: undefined,
  endedOn: undefined,
  later: undefined,
};

/** Past events are facts: none is refused here. */
function evolve(state: Opinion, event: OpinionEvent): Opinion {
  switch (event.type) {
    case 'drafted': {
      const { version, cites, title, situation, answer, by } = event;
      const drafters = [...new Set([...state.drafters, by])];
      const draft = { version, cites, title, situation, answer };
      return { ...state, standing: 'drafted', draft, drafters, reason: undefined };
    }
    case 'returned':
      return { ...state, standing: 'returned', reason: event.reason };
    case 'signed':
      return { ...state, standing: 'published', publishedOn: event.on };
    case 'declined':
      return { ...state, standing: 'declined', reason: event.reason, endedOn: event.on };
    case 'withdrawn':
      return { ...state, standing: 'withdrawn', reason: event.reason, endedOn: event.on };
    case 'superseded': {
      const { reason, on: endedOn, later } = event;
      return { ...state, standing: 'superseded', reason, endedOn, later };
    }
    default:
      throw never(event);
  }
}

export const stateOf = (events: readonly OpinionEvent[]): Opinion => events.reduce(evolve, asked);

/** Is an answer still owed? */
export const isOpen = ({ standing }: Pick<Opinion, 'standing'>): boolean =>
  standing === 'waiting' || standing === 'drafted' || standing === 'returned';

/** An opinion as anybody may read it. */
export interface PublishedOpinion extends Draft {
  readonly label: string;
  readonly program: string;
  readonly publishedOn: CivilDate;
  readonly standing: 'published' | 'withdrawn' | 'superseded';
  readonly reason: string | undefined;
  readonly endedOn: CivilDate | undefined;
  readonly later: string | undefined;
}

/** Undefined where nothing was signed. */
export function published(
  about: { readonly label: string; readonly program: string },
  { standing, draft, publishedOn, reason, endedOn, later }: Opinion,
): PublishedOpinion | undefined {
  return draft === undefined ||
    publishedOn === undefined ||
    (standing !== 'published' && standing !== 'withdrawn' && standing !== 'superseded')
    ? undefined
    : { ...about, ...draft, publishedOn, standing, reason, endedOn, later };
}

/** Whether an opinion cites a provision and holds every word, however they are written; an empty wish fits all. */
export function fits(
  opinion: PublishedOpinion,
  wish: { readonly provision: string; readonly words: string },
): boolean {
  const text = plain(`${opinion.title}\n${opinion.situation}\n${opinion.answer}`);
  return (
    (wish.provision === '' || opinion.cites.includes(wish.provision)) &&
    plain(wish.words)
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}

const plain = (text: string): string =>
  text.normalize('NFKD').toLocaleLowerCase('en').replaceAll(/\p{M}/gu, '').trim();
