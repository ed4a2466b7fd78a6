/** The words of public notices: what is in force, what corrects it, and what the public is never told. */
export const notices = {
  title: 'Public notices',
  lead: 'Sanctions for conduct that are in force today, each with its days. A notice goes out by rule, never before the appeal is over, and is taken down after its last day.',
  none: 'No public notice is in force today.',
  notice: (kind: string): string => `Notice: ${kind}`,
  correction: 'Correction',
  about: 'About',
  program: 'Credential',
  provisions: 'Provisions breached',
  from: 'From',
  until: 'Until',
  untilRevoked: 'Can be asked for again from',
  dated: 'Dated',
  corrected: 'This notice was corrected. Read the correction beside it.',
  credential: 'The page of the credential',
  never: 'What is never shown',
  neverShown: [
    'Private reprimands, and complaints in which nothing was found.',
    'Anything before the time to appeal has passed or the appeal is decided.',
    'Who complained, who gave evidence, what they said, and who sat on a panel.',
    'What anybody told us about themselves.',
  ],
  interim:
    'A short suspension against imminent harm shows on the page of the credential alone. It is no finding, so it has no notice.',
  how: 'How complaints are heard',
};
