/** The words of a holder's own page about one credential: copies to hand on, LinkedIn, wallets. */
export const myCredential = {
  title: 'Your copies',
  link: 'Download it, add it to a profile, put it into a wallet',
  lead: 'Whoever has one of these can check it, and needs nobody’s word for it. Each holds the same signed credential.',
  notCurrent:
    'This credential does not count today, so there is nothing to hand on. Its page says how it stands.',
  page: 'Its public page',
  pageText: 'Give this address to anybody who should be able to check it.',
  files: 'Download',
  certificate: 'Certificate (PDF)',
  letter: 'Letter to an employer or a board (PDF)',
  png: 'Badge (PNG)',
  svg: 'Badge (SVG)',
  json: 'The signed credential (JSON)',
  filesText:
    'The signed credential is inside the PDF files and the pictures too. A picture that an app has shrunk or changed has lost it; send the file as it is.',
  profile: 'Add it to LinkedIn',
  profileText:
    'The link opens LinkedIn’s own form in your browser. Until you follow it, LinkedIn hears nothing from us. LinkedIn may not fill everything in: then copy what is missing from here. You decide there what is shown and to whom.',
  profileLink: 'Open LinkedIn’s form',
  fields: {
    name: 'Name',
    organization: 'Issuing organization',
    issued: 'Issue date',
    expires: 'Expiration date',
    number: 'Credential ID',
    address: 'Credential URL',
  },
  wallet: 'Put it into a wallet',
  walletText:
    'A wallet is an app that keeps credentials on your phone. It gets a copy of its own, tied to a key that never leaves the phone, so that nobody else can show it as theirs. Your other copies stay as they are.',
  form: 'Which form does your wallet take?',
  forms: {
    ldp_vc: {
      label: 'Open badge',
      hint: 'For wallets of badges and of learning records (Open Badges 3.0). Whoever is shown it sees all of it.',
    },
    'dc+sd-jwt': {
      label: 'Selective',
      hint: 'For identity wallets. You choose each time whether your name, your certificate number and the dates are shown.',
    },
  },
  formMissing: 'Form: choose one. If you do not know, try “Open badge” first.',
  make: 'Make the offer',
  offer: 'Your wallet can fetch it now',
  scan: 'Read this picture with your wallet',
  pictureAlt: 'QR code with the offer for your wallet',
  here: 'Open the wallet on this device',
  typed: 'When the wallet asks for a transaction code, type',
  typedText:
    'This number is shown on this page and nowhere else. Nobody will ever ask you for it, and we will not either.',
  until: (clock: string): string =>
    `Until ${clock}, and once. Five wrong numbers end it. Nothing is lost then: make another offer.`,
  asText: 'The offer as text',
  asTextHint:
    'For a wallet that takes neither. It is good once: send it to nobody, and do not post it.',
  again: 'Back to your copies',
  inWallets: 'Copies in wallets',
  inWalletsNone: 'None so far.',
  inWalletsText:
    'When your credential is renewed or issued again under another name, copies in wallets end with the public copy before them: put the new one in. If a phone is lost, end its copy here.',
  line: (form: string, day: string): string => `${form}, fetched on ${day}`,
  ended: (day: string): string => `Ended on ${day}`,
  counts: 'Counts',
  end: 'End this copy',
  endedNews: 'That copy counts no more. Whoever checks it is told so.',
} as const;
