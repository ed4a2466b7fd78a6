/** The fee ledger: entries are added and never changed, so the balance of a person is their sum. Types only. */

export interface MoneyRow {
  readonly id: string;
  readonly person: string;
  readonly program: string;
  readonly matter: string | undefined;
  /** A waiver takes a charge back. */
  readonly kind: 'charge' | 'payment' | 'refund' | 'waiver';
  readonly fee: string;
  readonly cents: number;
  readonly currency: string;
  /** Makes a repeated entry one entry. */
  readonly reference: string;
  readonly at: number;
}

export interface MoneyRecords {
  /** False where an entry with this kind and reference is there already. */
  enter(row: Omit<MoneyRow, 'at'>, recordedBy: string | undefined): Promise<boolean>;
  /**
   * Charges whoever a matter is about, for a decider who never learns who that is. Nothing happens where the charge is
   * there already, or where whoever asks did not decide the matter.
   */
  chargeSubject(
    charge: Omit<MoneyRow, 'at' | 'person' | 'program' | 'kind' | 'matter'> & {
      readonly matter: string;
    },
  ): Promise<void>;
  /**
   * Takes back what was charged for applications filed again while this one stood refused, for whoever decided it or
   * heard its appeal. Nothing happens where no appeal turned it, or where it was taken back before.
   */
  takeBackFiledAgain(matter: string): Promise<void>;
  mine(): Promise<readonly MoneyRow[]>;
  of(person: string): Promise<readonly MoneyRow[]>;
  /** People with an unpaid balance, largest first. */
  owing(
    limit: number,
  ): Promise<
    readonly { readonly person: string; readonly program: string; readonly cents: number }[]
  >;
}
