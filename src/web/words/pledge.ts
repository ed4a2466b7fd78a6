/** The words around the pledge: what stands over it, and what each column of a line is called. */
export const pledge = {
  title: 'What is promised, and what keeps it',
  lead: 'A certification body has made a public statement about whom it serves and how. Here is each line of it, in short words, with what keeps that line today. Where nothing keeps it yet, we say so.',
  tally: (kept: number, all: number): string =>
    kept === all
      ? `All ${all} lines are kept by something you can look at or use today.`
      : `${kept} of ${all} lines are kept by something you can look at or use today. ${all - kept === 1 ? 'One is' : `${all - kept} are`} not kept by anything yet.`,
  whose:
    'The statement belongs to the Commission for Case Manager Certification. The short words are ours. The Commission has not reviewed them, and this site is not affiliated with it.',
  kinds: {
    principle: 'Four principles',
    commitment: 'Seven commitments',
    mission: 'The mission',
  },
  keeps: 'What keeps it',
  measured: 'How it is measured',
  owner: 'Who answers for it',
  next: 'Next report',
  nothingYet: 'Nothing yet',
  notMeasured: 'Not measured yet',
  noDate: 'No date yet',
};
