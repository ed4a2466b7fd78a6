/** The words of bodies: seats, terms, vacancies and the chair, without names. */
const seats = (count: number): string => (count === 1 ? '1 seat' : `${count} seats`);

export const bodies = {
  title: 'Who serves, and until when',
  lead: 'Every body with its seats: when each term ends, which seats are vacant and since when, and whether somebody chairs. Names are not here: whoever took a seat agreed to be published without theirs.',
  none: 'There is no body yet.',
  one: (filled: number, all: number): string => `${filled} of ${seats(all)} filled`,
  seatsTitle: 'Seats',
  columns: { role: 'Role', from: 'Since', until: 'Term ends' },
  roles: { chair: 'Chair', member: 'Member', public: 'Public member' },
  publicChair: 'Chair, public member',
  vacant: 'Vacant',
  rules: 'Rules of the body',
  termRule: (months: number, most: number): string =>
    `A term has ${months} months; nobody serves more than ${most === 1 ? 'one term' : `${most} terms`}. The database takes no other.`,
  publicRule: (least: number, filled: number): string =>
    least === 0
      ? 'No seat is kept for public members.'
      : `At least ${seats(least)} for people who never worked in the profession: ${filled} filled today${filled >= least ? ', so the rule is met' : `, so ${least - filled} of the vacant seats ${least - filled === 1 ? 'is' : 'are'} kept for them`}.`,
  chair: 'Chair',
  chairIs: (day: string, byWhom: string, until: string): string =>
    `Elected on ${day} by: ${byWhom}. Until ${until} at the latest.`,
  chairVacant: (day: string): string => `Vacant since ${day}.`,
  before: 'Chairs before',
  wasChair: (from: string, until: string): string => `${from} to ${until}`,
  see: 'See who serves, and until when',
  desk: {
    record: 'Record an election',
    lead: 'Members elect their chair; you record it. Members stand here under the label of their nomination.',
    member: 'The member who was elected',
    memberIs: (label: string, until: string): string => `${label}, until ${until}`,
    elected: 'Day of the election',
    byWhom: 'By whom',
    byWhomHint: 'Such as “the seven members present, by show of hands”. Leave out names.',
    reason: 'Reason',
    reasonHint: 'Why this election was held, and how it went.',
    send: 'Record it',
    endTitle: 'The chair is given up',
    why: 'Why',
    end: 'Record that the chair is vacant',
    noMembers: 'Nobody sits on this body today.',
    news: {
      elected: 'The election is on record and in the log.',
      ended: 'The chair is vacant, and stands so on the page for everybody.',
    },
  },
};
