// The layers: one list, in reading order. It is read by people (the table in ARCHITECTURE.md is printed from it)
// and by the check (check.mjs). A file may import only from folders EARLIER on this list; across modules only where
// `uses` allows it. `packages` names the only outside packages a module may import. A pure module sees no clock,
// chance, disk, network, Node or browser.
export const layers = [
  ['Foundation', 'what everyone stands on', ['kernel', 'numerics']],
  [
    'Domain',
    'the professions: pure rules and pure numbers',
    [
      'psychometrics',
      'fairness',
      'program',
      'casework',
      'sealed',
      'credential',
      'ledger',
      'reporting',
    ],
  ],
  ['Application', 'what the body does, step by step', ['workflow', 'contract']],
  ['Infrastructure', 'memory and the outside world', ['storage', 'outside']],
  ['Interface', 'where people and machines come in', ['web', 'http', 'cli']],
  ['Demonstration', 'an invented body and its invented people', ['demonstration']],
];
const domain = [
  'psychometrics',
  'fairness',
  'program',
  'casework',
  'sealed',
  'credential',
  'ledger',
  'reporting',
];
export const modules = {
  kernel: {
    pure: true,
    uses: [],
    packages: ['@noble/hashes', '@scure/base'],
    caption: 'words every other folder speaks',
  },
  numerics: { pure: true, uses: ['kernel'], packages: [], caption: 'numbers with no subject' },
  psychometrics: {
    pure: true,
    uses: ['numerics', 'kernel'],
    packages: [],
    caption: 'what an exam measured and how well',
  },
  fairness: {
    pure: true,
    uses: ['psychometrics', 'numerics', 'kernel'],
    packages: [],
    caption: 'whether it measured everyone alike',
  },
  program: { pure: true, uses: ['kernel'], packages: [], caption: 'the rules a body publishes' },
  casework: {
    pure: true,
    uses: ['program', 'kernel'],
    packages: [],
    caption: 'the life of each kind of case: events, state, decisions',
  },
  sealed: {
    pure: true,
    uses: ['kernel'],
    packages: [],
    caption: 'locked: what people told us about themselves',
  },
  credential: {
    pure: true,
    uses: ['kernel'],
    packages: ['jsonld', 'rdf-canonize', '@scure/base', '@digitalcredentials', '@noble/curves'],
    caption: 'the certificate the world can check',
  },
  ledger: {
    pure: true,
    uses: ['kernel'],
    packages: ['@noble/curves'],
    caption: 'the decision log nobody can rewrite',
  },
  reporting: {
    pure: true,
    uses: ['fairness', 'psychometrics', 'program', 'casework', 'numerics', 'kernel'],
    packages: [],
    caption: 'the same facts told to different readers',
  },
  workflow: {
    pure: true,
    uses: [...domain, 'numerics', 'kernel'],
    packages: [],
    caption: 'use cases: read, decide, record, tell',
  },
  contract: {
    pure: true,
    uses: ['casework', 'program', 'kernel'],
    packages: [],
    caption: 'every address: who may call it and what it records',
  },
  storage: {
    uses: ['workflow', ...domain, 'kernel'],
    packages: ['postgres', 'graphile-worker', 'pg'],
    caption: 'the memory: PostgreSQL',
  },
  outside: {
    uses: ['workflow', 'credential', 'ledger', 'reporting', 'numerics', 'kernel'],
    packages: [
      '@myriaddreamin/typst-ts-node-compiler',
      'nodemailer',
      'sharp',
      '@cantoo/pdf-lib',
      '@node-rs/argon2',
      'read-excel-file',
      'highs',
      'qrcode',
      'pkcs11js',
      '@openid4vc/openid4vci',
      '@sd-jwt/sd-jwt-vc',
    ],
    caption: 'clock, chance, mail, keys, files',
  },
  web: {
    uses: ['contract', 'workflow', ...domain, 'numerics', 'kernel'],
    packages: ['react', 'react-dom'],
    caption: 'what people see',
  },
  http: {
    uses: ['web', 'contract', 'workflow', ...domain, 'kernel'],
    packages: [
      'react',
      'fastify',
      '@fastify/cookie',
      '@fastify/helmet',
      '@fastify/multipart',
      '@fastify/rate-limit',
      '@fastify/formbody',
    ],
    caption: 'HTTP: sessions, guards, forms, and the table that ties addresses to use cases',
  },
  cli: {
    uses: ['contract', 'workflow', ...domain, 'numerics', 'kernel'],
    packages: [],
    caption: 'the command line: evenhand <command>',
  },
  demonstration: {
    uses: ['workflow', ...domain, 'numerics', 'kernel'],
    packages: [],
    caption: 'an invented body: its seeded simulator, its people, its planted unfairness',
  },
};
export const captions = {
  'kernel/result': 'success, or a named refusal that carries its reason',
  'kernel/dates': 'calendar dates with no clock: last of February, business days, windows',
  'kernel/chance': 'seeded, recorded randomness, so that every lottery can be replayed',
  'kernel/bytes': 'one byte form per value (canonical JSON) and its SHA-256',
  'numerics/distributions':
    'normal, chi-squared, t, F, beta, binomial, hypergeometric: density, tail, quantile',
  'numerics/comparisons': 'many tests at once: Holm for findings, Benjamini-Hochberg for screening',
  'numerics/linear':
    'matrices: positive definite systems, an orthonormal basis, systems solved without writing them down',
  'numerics/tables': '2x2 and stratified tables; exact tests and intervals',
  'numerics/fitting':
    'regressions on counted cells; sums over a grid of latent values; fixed points reached sooner',
  'psychometrics/responses':
    'persons by items: keyed, omitted, not reached, not administered; read from a file',
  'psychometrics/classical': 'difficulty, discrimination, distractors, reliability, SEM',
  'psychometrics/decision-quality':
    'how far pass and fail can be trusted: accuracy, consistency, error at the cut',
  'psychometrics/irt': 'item response models: what an item is, and how its parameters are found',
  'psychometrics/ability':
    'where a person stands on the scale of calibrated items, and how far that can be off',
  'psychometrics/fit': 'whether calibrated items describe the answers: items, people, whole exam',
  'psychometrics/depictions': 'whom and which settings items show, beside those who are served',
  'psychometrics/job-analysis':
    'tasks rated by those who do the work, weighted to the population: domain weights, and who answered',
  'psychometrics/scoring':
    'one sitting scored by option id against a stored cut; domain bands with their uncertainty',
  'fairness/groups': 'who is compared with whom; smallest group worth a sentence',
  'fairness/dif': 'one method a file, one verdict scale (A/B/C)',
  'fairness/impact': 'rates compared: ratio, difference, interval, and a verdict with three states',
  'fairness/trend': 'is it worse than it was, looked at as often as anybody likes',
  'fairness/delay': 'how long a decision takes, with cases still open',
  'fairness/ordered': 'outcomes with an order, such as sanctions: who gets the harder ones',
  'fairness/rating': 'raters and panels: how far they agree, who is strict, and with whom',
  'fairness/guessing': 'whether what deciders see gives away what was told in confidence',
  'fairness/disclosure': 'small-cell protection: first and second suppression, and its proof',
  'fairness/draw':
    'panels drawn by lot: the fairest chances that quotas allow, their proof, tickets, replacements',
  'program/definition':
    'the shape of a program and its dated versions; every value with its source',
  'program/pathway': 'who may apply: and / or / at least n, over evidence, with reasons',
  'program/calendar': 'windows and deadlines worked out from rules, never typed in',
  'program/maintenance': 'attempts, cycles, education hours, lateness, return',
  'program/pledge': 'the lines of the statement, and what keeps each of them',
  'program/conduct':
    'codes of conduct: what is in force on a day, what an allegation may rest on, versions compared',
  'program/catalog': 'one program a file, data only',
  'casework/matter':
    'the one shape of every decision: opened, promised, attested, assigned, decided, appealed',
  'casework/person': 'account, names and former names',
  'casework/application':
    'eligibility: the steps of the form, what is claimed, what is asked of the documents',
  'casework/accommodation': 'asked, documented, granted or refused under the four-part test',
  'casework/appeal': 'against any decision: grounds, people with no earlier part in it, effect',
  'casework/fees': 'what is owed by rule and what was paid',
  'casework/concern': 'a concern raised by anybody, and its receipt',
  'casework/finding':
    'a disparity shown, what the board answers and by when, outreach, and what came of it',
  'casework/conduct':
    'a complaint about conduct: screened, told, answered, investigated, heard, decided, appealed',
  'casework/opinion':
    'a question asked before acting, and the opinion that two people answer it with, without names',
  'casework/study': 'a job analysis as people answer it: pages, scales, what is kept of a page',
  'casework/mentoring':
    'a mentor offered and asked for: matched on what is asked, taken, ended by either at any time',
  'casework/idea':
    'a change somebody proposes, answered by a promised day without knowing whose it is, looked at again, carried out',
  'casework/register': 'reading what somebody asks the register, and an employer’s list',
  'casework/story':
    'a story somebody tells, published or given back by three criteria, taken down by its author',
  'casework/opening':
    'openings: what a director writes, what a nominee writes, where a draw stands, who fills a free seat',
  'casework/item': 'a question: stem, options, key, rationale, review',
  'casework/form':
    'an exam form: a demonstration form, or an operational one that experts have signed',
  'casework/sitting': 'one candidate, one form: clock, answers, submitted, scored',
  'casework/award': 'granted, revoked; what a credential rests on',
  'casework/renewal':
    'hours claimed and counted, renewal, lateness, more time, audits by lottery, retiring and coming back',
  'sealed/answers': 'what people told us about themselves, for measuring only',
  'credential/badge': 'Open Badges 3.0 / VC 2.0 document from an award',
  'credential/proof': 'sign and check: one cryptosuite a file',
  'credential/carrier': 'the credential inside a picture or a PDF: baked, attached, taken out',
  'credential/status-list': 'bitstring of revocation, one bit',
  'credential/verifier': 'every check in order, each with its own answer',
  'credential/paper': 'what a certificate on paper and a badge say: the signed fields',
  'credential/wallet':
    'the credential as wallets take it: whose key, SD-JWT claims, what the issuer says of itself',
  'credential/exchange': 'issue, verify and status as other programs ask for them (VC API)',
  'ledger/merkle': 'RFC 6962 tree: root, inclusion, consistency, tiles',
  'ledger/entry': 'what a decision commits to, with nothing personal in it',
  'ledger/checkpoint': 'signed head, witness signatures, c2sp note form, receipts',
  'ledger/witness': 'what a witness answers to a log that asks for its signature',
  'reporting/charts':
    'plots as SVG text: pure functions of numbers, each with a finding and a sentence',
  'reporting/document':
    'a report as blocks, and its one way into HTML, Markdown, text, JSON and CSV',
  'reporting/technical-report': 'the psychometric and fairness audit of one exam',
  'reporting/impact-report': 'outcomes by group: the document and the data of evenhand impact',
  'reporting/delay-report':
    'how long each group waits: the document and the data of evenhand delay',
  'reporting/depiction-report': 'whom the items of forms show, as a document and as data',
  'reporting/job-analysis-report':
    'a job analysis as a document and as data: domain weights, and how far the sample can be trusted',
  'reporting/draw-report':
    'a panel drawn by lot, as a document and as data: chances, proof, lottery',
  'reporting/protected-table': 'a table as it may be published, with the sentence that proves it',
  'reporting/public-report':
    'the yearly report as data: put together, read back, worked out anew, as a spreadsheet',
  'reporting/score-report': 'what one candidate is told, and what the score cannot say',
  'reporting/letters':
    'letters about a conduct matter: one function a kind, which takes only what its reader may know',
  'workflow/ports': 'what a use case needs from the world, as types only',
  'workflow/matter': 'the step every use case on a matter shares: read, ask a rule, append',
  'workflow/publish': 'checkpoint the log; register; receipts',
  'workflow/account': 'sign up, sign in, sign out, change passphrase',
  'workflow/apply': 'draft, upload, file, withdraw, ask for accommodation, lodge an appeal',
  'workflow/review':
    'records attested; blind queue, redacted packet, decision with reasons; identity shown by two',
  'workflow/desk': 'what staff keep: overdue matters, fees',
  'workflow/exam': 'start, answer, submit, score',
  'workflow/certify': 'award and revoke; authorize a mark',
  'workflow/wallet': 'a copy offered to a wallet, fetched by it, ended by its holder',
  'workflow/renew':
    'hours claimed and imported, renewed in time and late, more time, retiring, audits, and time kept over all of it',
  'workflow/conduct':
    'concerns raised and continued by receipt; complaints opened, handled, judged, answered; letters, time',
  'workflow/codes': 'texts of a code supplied; opinions asked for, drafted, signed; dilemma cases',
  'workflow/board':
    'findings put before the board: opened, answered, carried out; outreach; never a decision by itself',
  'workflow/ideas':
    'ideas proposed, answered, looked at again by the board, carried out, published, forgotten',
  'workflow/register':
    'look-ups in the public register, what a holder lets it say, employers’ lists by consent',
  'workflow/stories': 'stories offered, published or given back, looked at again, taken down',
  'workflow/mentoring':
    'mentoring offered, found, asked for, taken, ended; what may not go on ends by itself',
  'workflow/identify': 'writes what people tell us about themselves; never reads it',
  'workflow/measure': 'the only use case that may read the sealed store, through the gate',
  'workflow/report':
    'the public report: published on its day, signed, read by anybody, checked by anybody',
  'workflow/audit': 'evenhand audit responses.csv, with no database at all',
  'workflow/study':
    'job analyses published, answered without whose it is, and read once they are closed',
  'workflow/depictions':
    'whom the items of a program show, recorded by a director, beside those who are served',
  'workflow/opening':
    'openings published and told to everybody; nominations, blind reading, the public draw, seats drawn again',
  'workflow/keep':
    'what happens by itself as time passes: promises run out, terms end, what is old is forgotten',
  'contract/routes': 'every address: method, path, who may call, what it records',
  'storage/database': 'connect to PostgreSQL or start it; migrations; roles',
  'storage/tables': 'one aggregate a file: load and save',
  'storage/sealed-store': 'the sealed schema under its own database roles and its own connections',
  'storage/jobs': 'work that outlives a request: mail, the log',
  'outside/adapters': 'one promise to the world a file',
  'web/words': 'every sentence a person reads',
  'web/parts': 'the design system: one part a folder, with its accessibility criteria',
  'web/pages': 'one page a folder, named as its address',
  'web/scripts': 'the little that runs in a browser: exam, verifier, the check of a public report',
  'http/server': 'sessions, guards, forms, files, problems',
  'http/public': 'what anybody may open',
  'http/account': 'signing up, in and out',
  'http/candidate': 'the pages of a candidate or certificant',
  'http/exam': 'the exam player and its journal',
  'http/desk': 'the pages of clerks, reviewers, staff, directors, auditors',
  'cli/commands': 'one command a file',
  'demonstration/people': 'invented names from many scripts; what each invented person told us',
  'demonstration/items': 'original exam items of the invented body, marked unreviewed',
  'demonstration/simulator':
    'three seeded years of an invented body, with planted unfairness written down',
};
export const folders = Object.keys(captions);
export const locked = {
  'sealed/answers': ['workflow/identify', 'workflow/measure', 'storage/sealed-store'],
};
