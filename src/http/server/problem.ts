/** The one table from a refusal's kind to an HTTP status. A kind that is missing here is our mistake, and a test says so. */
export const statusOf: Readonly<Record<string, number>> = {
  'no-such-matter': 404,
  'no-such-program': 404,
  'no-such-page': 404,
  'no-such-sitting': 404,
  'no-such-credential': 404,
  'no-such-document': 404,
  'no-such-receipt': 404,
  'no-such-link': 404,
  'someone-wrote-first': 409,
  'already-opened': 409,
  'already-closed': 409,
  'already-appealed': 409,
  'already-asked': 409,
  'already-filed': 409,
  'changed-since': 409,
  'not-published-yet': 409,
  'already-awarded': 409,
  'not-waiting': 409,
  'not-recording': 409,
  'not-decided': 409,
  'answered-before': 409,
  excluded: 403,
  'not-your-matter': 403,
  'own-request': 403,
  'no-consent': 403,
  'not-authorized': 403,
  'too-many-guesses': 429,
};

/** 422 for everything a person can mend on the page itself. */
export const httpStatus = (kind: string): number => statusOf[kind] ?? 422;
