/** The records of mentoring: one's own offers, offers without names, one's own pairs. Types only. */
import type { Pair, PairStanding } from '../../casework/mentoring/pair.ts';
import type { Offer, OpenOffer } from '../../casework/mentoring/wishes.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

export interface OwnOffer extends Offer {
  readonly id: string;
  readonly isOpen: boolean;
}

export interface MentoringRecords {
  /** Whether the actor holds a current credential of the program and no office. */
  mayMentor(program: string, on: CivilDate): Promise<boolean>;
  ownOffers(): Promise<readonly OwnOffer[]>;
  /** A new offer, or the one of this program as it is now. 'not-yours' where the actor may not mentor. */
  offer(id: string, offer: Offer, isOpen: boolean): Promise<'written' | 'not-yours'>;
  /** Of others, with a place left, whom the actor has not asked before. */
  openOffers(program: string): Promise<readonly OpenOffer[]>;
  /** 'not-now' where the offer is full or closed, or the actor has a mentor or has asked one. */
  ask(request: {
    readonly id: string;
    readonly offer: string;
    readonly on: CivilDate;
    readonly words: string;
  }): Promise<'written' | 'not-now'>;
  pairs(): Promise<readonly Pair[]>;
  /** 'not-now' where it does not follow, or the mentor has no place left. */
  change(id: string, standing: PairStanding, on: CivilDate): Promise<'written' | 'not-now'>;
  tellOther(mail: {
    readonly id: string;
    readonly pair: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<void>;
  /** Ends pairs whose mentor may no longer mentor; answers which candidates to tell. */
  keep(on: CivilDate): Promise<readonly { readonly person: string; readonly email: string }[]>;
}
