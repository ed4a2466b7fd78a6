/** The words of a credential's public page. */
export const credential = {
  title: (program: string): string => `Credential: ${program}`,
  status: 'Status today',
  current: 'Current',
  notHeld: {
    retired: (day: string): string => `Retired since ${day}`,
    ended: (day: string): string => `Ended; not held since ${day}`,
    surrendered: (day: string): string => `Given up by its holder on ${day}`,
  },
  lapsed: 'Ended',
  superseded: 'Superseded: ask its holder for the newer copy',
  revoked: (day: string, reason: string): string => `Revoked on ${day}: ${reason}`,
  suspended: (day: string): string => `Suspended until ${day}`,
  interim: (day: string): string => `Suspended for now, until ${day} at the latest`,
  probation: (day: string): string => `Current, on probation until ${day}`,
  standing: 'What a decision about conduct does to it',
  effects: {
    interim: (from: string, until: string): string =>
      `Suspended for now since ${from}, until ${until} at the latest. This is no finding: it protects people while a complaint is heard.`,
    probation: (from: string, until: string): string =>
      `On probation from ${from} to ${until}: its holder may use it, on conditions.`,
    suspension: (from: string, until: string): string =>
      `Suspended from ${from} to ${until}: its holder may not use it in this time.`,
    revocation: (from: string, until: string): string =>
      `Revoked on ${from}. Its holder can ask for it again from ${until}.`,
  },
  notices: 'Public notices about it',
  allNotices: 'All public notices in force',
  revokedOn: (day: string): string => `Revoked on ${day}`,
  drawn: 'Everything in this frame is drawn from the signed credential and from nothing else.',
  check: 'Check it',
  checkText:
    'Do not take this page’s word for it. Download the credential and check its signature here or with any checker for Open Badges 3.0.',
  download: 'Download the credential',
  certificate: 'Certificate (PDF)',
  badge: 'Badge (PNG)',
  letter: 'Letter to an employer or a board (PDF)',
  verifyHere: 'Check it here',
  record: 'The issuer’s signed record of its status',
  proof: 'The proof that it is in the decision log',
  privacy: 'This page is not listed anywhere. Only who has its address can open it.',
};
