/** The words of names: asking for another one, and what stays of an earlier one. */
export const names = {
  my: {
    title: 'Your name',
    lead: 'The name on your account and on every credential you hold.',
    present: 'Your name now',
    former: 'Other names kept with your account',
    formerText:
      'Nobody reads them but you, and a records clerk who says what for. The program keeps them so that no statement that names you reaches whoever decides.',
    readings: 'Who read them',
    readingsNone: 'Nobody has.',
    reading: (day: string, purpose: string): string =>
      `${day}, a records clerk, and said what for: ${purpose}`,
    open: 'Your request is open',
    openText: (label: string, day: string): string =>
      `You asked under ${label}. You have our answer by ${day}. Until it is decided you can withdraw it.`,
    look: (label: string): string => `Look at ${label}`,
    earlier: 'Earlier requests',
    earlierLine: (label: string, status: string): string => `${label}: ${status}`,
    none: 'You have filed nothing and hold no credential. Write your name in your application as it should be; nothing else bears it yet.',
    apply: 'See the programs',
    ask: 'Ask for another name',
    answer: (day: string): string => `If you ask today, you have our answer by ${day}.`,
    name: 'The name you want',
    nameHint:
      'In one field, as it should be printed. A single name is fine, and so is every script our fonts print. The register takes the first or the last whole word of it, or several, as your family name.',
    way: 'What changes',
    ways: {
      document: {
        label: 'It is another name',
        hint: 'Send one official document that shows it: a court order, a certificate of marriage or of another civil status, or any official identity document in that name.',
      },
      correction: {
        label: 'Only how it is written',
        hint: 'A letter, an accent, the order, the script. Say what is wrong; no document is needed.',
      },
    },
    document: 'Document',
    documentHint: 'PDF, JPEG or PNG, up to 15 MB. Only for another name.',
    statement: 'What is written wrongly, or anything else we should know',
    statementHint:
      'Needed for a correction. A records clerk rewrites it so that it names nobody before it is decided.',
    reason: 'Why, if you want to keep it with your request',
    reasonHint:
      'You need not say. It decides nothing, and nobody but you reads it; it stays with your request so that you can point to it in an appeal.',
    reasons: {
      marriage: 'Marriage, partnership or divorce',
      'court-order': 'A court order',
      'gender-transition': 'Gender transition',
      'typing-error': 'A typing error',
      other: 'Another reason',
    },
    reasonNone: 'I would rather not say',
    button: 'Send the request',
    after: 'If it is granted',
    afterText: [
      'Your account has the new name at once, and every message from then on uses it. What was written to you before stays as it was.',
      'Each credential in force gets another copy, with an address and a certificate number of its own. The old copy counts no more, and nothing public leads from it to the new one. While a credential is suspended or has lapsed, no copy is signed; it gets one when it is held again.',
      'From the decision on, the register finds the new name only.',
      'Destroy what you printed of the old copy, and give the new address to whoever needs it.',
      'Employers whose lists you agreed to are told nothing more. They learn the new name only if you agree again, and the page where you agree says that it puts both names side by side.',
      'Where you showed the earlier name with a recognition or a story, it is taken off.',
      'People you know through mentoring and a panel you sit on see the new name, because they see your name as it is.',
      'A dated public notice of discipline stays under the name it was published with, until the day it ends. It does not lead to your new name.',
    ],
    who: 'Who decides',
    whoText:
      'A records clerk reads the document, and writes down whether it shows the name and how it is known that the account is yours. Somebody else decides on these facts. They see neither name, nor the document, nor the reason.',
    criteria: 'What is asked for',
    version: (id: string): string => `Published criteria ${id}.`,
    privacy: 'What is kept, and why',
    link: 'Your name',
    linkText: 'Ask for another one, and see who read an earlier one',
    answerNow: 'It is on your credentials within a few minutes, each in a copy of its own.',
    toName: 'Your name',
    asked: 'The name you asked for',
    onNames: 'Judged by the published criteria for a change of name.',
    why: (reason: string): string => `For yourself you wrote down why: ${reason}.`,
    notPrinted: (because: string): string =>
      `The name you want: ${because}. Write it in another script or with other letters, as you would have it on paper.`,
  },
  apply: {
    settled: (name: string): string =>
      `Your account and your credential bear the name ${name}. What you write here stands in this application and changes neither.`,
    link: 'Ask for another name',
  },
  desk: {
    why: 'Former names are not shown. If you need them, say what for; it is noted, and the person reads it.',
    purpose: 'What for',
    purposeHint: 'As in: the diploma was issued under an earlier name',
    button: 'Show former names',
    none: 'There are none.',
  },
  page: {
    title: 'Names',
    lead: 'How a name is changed here, and what stays of an earlier one.',
    criteria: 'What is asked for',
    criteriaText: (id: string, days: number): string =>
      `Criteria ${id}. The body promises an answer within ${days} business days; a promise that is broken is counted and published like every other.`,
    ways: { document: 'For another name', correction: 'For a correction of how it is written' },
    after: 'What happens then',
    how: 'How to ask',
    howText: 'Signed in, under “Your name”. It costs nothing.',
    howLink: 'Ask for another name',
    stays: 'What stays, and why',
    staysText: [
      'A copy of a credential that was signed stays at its unguessable address, marked as one that counts no more. Whoever holds the file can check it anywhere, so taking the page away would only hide that it counts no more. It leads to no other copy.',
      'The decision log keeps its lines. A line says that a request was decided, and on which day; it says neither the name nor what was asked.',
      'The former name is kept with the account while it lasts and seven years after the last decision, for the person, and so that no document under that name is read as somebody else’s.',
      'Why somebody asked is kept for that person alone.',
      'Whoever watches the log and the lists minute by minute may see that some copy ended about when another was signed, as with every renewal. No line says which belong together.',
    ],
  },
} as const;
