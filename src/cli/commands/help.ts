/** `evenhand help`: every command in one screen. */
export const HELP = `evenhand COMMAND

  serve [--empty]            starts the service and prints its address; --empty leaves out the demonstration
  audit FILE [options]       is this exam sound, and is it fair? The technical report, from a file of responses
  calibrate FILE [options]   the parameters of an item response model, with standard errors
  score FILE [options]       each person's ability, with its standard error
  dif FILE [options]         every item compared between groups, by one method
  impact FILE [options]      the outcomes of any decision by group, from a file; no database needed
  delay FILE [options]       how long each group waits for a decision, from a file of matters
  protect TABLE [options]    a table with its small numbers withheld, and the proof that none can be worked out
  draw POOL QUOTAS --size N  a panel drawn by lot, the fairest chances for everybody, and the proof that none are fairer
  audit-lottery RECORD       an audit lottery drawn again from its published record: do the same people come up
  job-analysis RATINGS TASKS what an exam should ask about by those who do the work, and how far the sample can be trusted
  depictions ITEMS SERVED    whom and which settings the items of each form show, beside those who are served
  code FILE --program ID     are these the texts of a code of conduct? What is missing, unknown or there twice
  verify FILE [options]      checks a credential as JSON, in a picture (PNG, SVG) or a PDF: genuine, current, revoked,
                             or cannot tell; --offline BUNDLE asks nobody
  vc-api [--port N]          issue and verify for programs that test implementations, on this machine, with a key of its own
  ledger verify DIR|URL [--key KEY] [--witness KEY... --need N] [--since CHECKPOINT]
                             works out the whole decision log again and says what was changed, if anything
  ledger receipt FILE [--key KEY] [--witness KEY... --need N]
                             checks one receipt, or the proof beside a credential
  witness FOLDER --log KEY   runs a witness, which signs the heads of a log as long as each continues the one before
  report verify FILE [options]
                             checks a public report: who signed it, and every figure that follows from its tables
  seed                       loads the demonstration into an empty installation
  authorize PROGRAM --owner NAME --reference TEXT
                             records that the owner of a mark has authorized its use here
  issue                      issues every credential that is due: a passed exam, good standing, a mark authorized
  publish FOLDER             everything that checking a credential asks of the issuer, as files for any host
  keys                       the issuer's keys: list, plan a change, report one stolen, sign anew
  release                    draws the figures by group that are due, protected and proved, and publishes the report of a
                             year on its day (the service does it by itself)
  appoint EMAIL OFFICE       gives an account an office: clerk, reviewer, staff, director,
                             auditor, board or chair; with PROGRAM … behind it, for these
                             programs only (all: for all again)
  help [COMMAND]             this text, or more about one command

Settings come from the environment: PORT, EVENHAND_DATA, DATABASE_URL, EVENHAND_ORIGIN, EVENHAND_SMTP,
EVENHAND_WITNESSES.
`;
