/** What the body has put on record about itself: authorized marks, and the questions it asks about people. Types only. */
export interface SettingRecords {
  /** Programs with a real mark whose owner's authorization is on record. */
  authorized(): Promise<ReadonlySet<string>>;
  dimensions(): Promise<
    readonly {
      readonly dimension: string;
      readonly inUse: boolean;
      readonly purpose: string;
      readonly basis: string;
      readonly retention: string;
    }[]
  >;
  recordDimension(row: {
    readonly dimension: string;
    readonly inUse: boolean;
    readonly purpose: string;
    readonly basis: string;
    readonly retention: string;
    readonly recordedBy: string;
  }): Promise<void>;
}
