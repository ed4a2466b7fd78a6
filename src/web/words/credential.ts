/** The words of a credential's public page. */
export const credential = {
  title: (program: string): string => `Credential: ${program}`,
  demonstration: 'Demonstration',
  demonstrationText: 'Not a real credential. The body and the person are invented.',
  holds: 'holds the credential',
  issuer: 'Issued by',
  number: 'Number',
  awarded: 'Awarded on',
  validFrom: 'Valid from',
  validUntil: 'Valid until',
  status: 'Status today',
  revokedOn: (day: string): string => `Revoked on ${day}`,
  drawn: 'Everything in this frame is drawn from the signed credential and from nothing else.',
  check: 'Check it',
  checkText:
    'Do not take this page’s word for it. Download the credential and check its signature here or with any checker for Open Badges 3.0.',
  download: 'Download the credential',
  verifyHere: 'Check it here',
  privacy: 'This page is not listed anywhere. Only who has its address can open it.',
};
