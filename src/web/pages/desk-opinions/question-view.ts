/** What the page of a question shows, and what its reader may do. */
import type { Standing } from '../../../casework/opinion/opinion.ts';
import type { FieldMistake } from '../../parts/field/field.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';

export interface TypedDraft {
  readonly title: string;
  readonly situation: string;
  readonly answer: string;
  /** "R16, R18". */
  readonly cites: string;
}

export interface QuestionPageProps {
  readonly frame: Frame;
  readonly question: {
    readonly id: string;
    readonly label: string;
    readonly program: string;
    readonly asked: string;
    readonly promised: string;
    readonly daysLate: number;
    readonly provision: string | undefined;
    readonly words: string;
  };
  readonly standing: Standing;
  /** Why it was returned, declined or ended. */
  readonly reason: string | undefined;
  /** The draft that stands; undefined before there is one. */
  readonly draft: TypedDraft | undefined;
  /** The address of the published opinion. */
  readonly href: string | undefined;
  /** How many events this page has seen. */
  readonly seen: number;
  /** Undefined where this person drafts nothing, or nothing can be drafted now. */
  readonly drafting:
    | {
        readonly version: string;
        readonly provisions: readonly { readonly value: string; readonly label: string }[];
        readonly typed: TypedDraft;
        readonly mayDecline: boolean;
        readonly declineWhy: string;
      }
    | undefined;
  /** 'own' where this person drafted it. */
  readonly signing: 'may' | 'own' | undefined;
  readonly returnWhy: string;
  /** Undefined where there is no opinion to end. */
  readonly ending:
    | {
        readonly later: readonly { readonly value: string; readonly label: string }[];
        readonly typed: { readonly later: string; readonly reason: string };
      }
    | undefined;
  readonly mistakes: readonly FieldMistake[];
  readonly news: string | undefined;
}
