/** The words of a credential as it is drawn; apart, because the script that checks one carries them. */
export const credentialCard = {
  demonstration: 'Demonstration',
  demonstrationText: 'Not a real credential. The body and the person are invented.',
  holds: 'holds the credential',
  issuer: 'Issued by',
  number: 'Number',
  awarded: 'Awarded on',
  validFrom: 'Valid from',
  validUntil: 'Valid until',
};
