/** Identities shown to two, and who was turned away: what an auditor reads of who asked for what. Types only. */

export interface DisclosureRow {
  readonly id: string;
  readonly matter: string;
  readonly label: string;
  readonly askedBy: string;
  readonly reason: string;
  readonly askedAt: number;
  readonly answer:
    | {
        readonly by: string;
        readonly consented: boolean;
        readonly reason: string;
        readonly at: number;
      }
    | undefined;
  readonly timesShown: number;
}

export interface TurnedAwayRow {
  readonly key: string;
  readonly person: string;
  readonly route: string;
  /** The label of a matter, or the end of another id. */
  readonly about: string | undefined;
  readonly at: number;
}

export interface DisclosureRecords {
  ask(row: {
    readonly id: string;
    readonly matter: string;
    readonly askedBy: string;
    readonly reason: string;
  }): Promise<void>;
  list(): Promise<readonly DisclosureRow[]>;
  /** Who asked for what is another program's, the latest first. */
  turnedAway(atMost: number): Promise<readonly TurnedAwayRow[]>;
  /** 'own-request' where the one who asked would consent to it. */
  answer(row: {
    readonly request: string;
    readonly by: string;
    readonly consented: boolean;
    readonly reason: string;
  }): Promise<'written' | 'own-request' | 'answered-before'>;
  /** Shows the identity to whoever asked, and records that it was shown. Undefined without consent. */
  show(request: string): Promise<{ readonly fullName: string; readonly email: string } | undefined>;
}
