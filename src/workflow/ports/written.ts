/** What became of events that somebody wanted to append. Types only. */
export type Written = 'written' | 'someone-wrote-first' | 'excluded';
