/** What the page of one concern shows, ready to be read. */
import type { TwinReason } from '../../../casework/concern/twins.ts';
import type { FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';

export interface FileOnDesk {
  readonly id: string;
  readonly place: number;
  readonly mediaType: string;
  readonly bytes: number;
}

export interface ConcernOnDesk {
  readonly id: string;
  readonly label: string;
  readonly language: 'en' | 'es';
  readonly received: string;
  readonly answerBy: { readonly day: string; readonly daysLate: number } | undefined;
  readonly withdrawn: string | undefined;
  readonly about: string;
  readonly account: string;
  readonly happened: string | undefined;
  readonly who: string | undefined;
  readonly toWhom: readonly string[];
  readonly grounds: readonly string[];
  readonly setting: string | undefined;
  readonly program: string | undefined;
  readonly relation: string | undefined;
  readonly hope: string | undefined;
  readonly visibility: 'named' | 'staff' | 'anonymous';
  readonly fullName: string | undefined;
  readonly contact: string | undefined;
  readonly isAnonymous: boolean;
  readonly files: readonly FileOnDesk[];
  readonly replies: readonly {
    readonly id: string;
    readonly on: string;
    readonly by: 'byBody' | 'byBodyAsks' | 'byPerson';
    readonly words: string;
    readonly files: readonly FileOnDesk[];
  }[];
  readonly twins: readonly {
    readonly id: string;
    readonly label: string;
    readonly reason: TwinReason;
  }[];
  readonly list: readonly { readonly id: string; readonly name: string; readonly isYou: boolean }[];
  readonly mayBeLetSee: readonly { readonly id: string; readonly name: string }[];
  readonly mayBeConcerned: readonly { readonly id: string; readonly name: string }[];
  /** The id that the next answer gets, so that a second press of the button answers once. */
  readonly nextReply: string;
}

export interface ConcernOnDeskPageProps {
  readonly frame: Frame;
  readonly concern: ConcernOnDesk;
  /** The matter it became, or none yet; undefined for whoever opens no matters. */
  readonly matter: { readonly id: string | undefined } | undefined;
  readonly typed: { readonly answer: string; readonly kind: string };
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}
