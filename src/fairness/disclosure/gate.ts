/**
 * The mark of what has passed the disclosure gate. A private field makes the type nominal: no other object, however
 * alike, is accepted in its place, and only the files of this folder let anything through (a test reads every import).
 */
class Gate<Value> {
  readonly #passed = true;
  readonly value: Value;
  constructor(value: Value) {
    this.value = value;
  }
  get passed(): boolean {
    return this.#passed;
  }
}
export type Published<Value> = Gate<Value>;

/** The word for a number that is not shown, whatever the cause. */
export const WITHHELD = 'withheld';
export type Withheld = typeof WITHHELD;

/** Only for the files beside this one, each of which protects what it lets through. */
export const letThrough = <Value>(value: Value): Published<Value> => new Gate(value);
