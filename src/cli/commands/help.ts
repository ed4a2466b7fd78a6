/** `evenhand help`: every command in one screen. */
export const HELP = `evenhand COMMAND

  serve [--empty]            starts the service and prints its address; --empty leaves out the demonstration
  audit FILE [options]       the technical report of an exam from a file of scored responses; no database needed
  verify FILE [options]      checks a credential: genuine, current, revoked, or cannot tell
  ledger verify DIR|URL      works out the whole decision log again and says what was changed, if anything
  ledger receipt FILE        checks one receipt
  seed                       loads the demonstration into an empty installation
  authorize PROGRAM --owner NAME --reference TEXT
                             records that the owner of a mark has authorized its use here
  appoint EMAIL OFFICE       gives an account an office: clerk, reviewer, staff, director or auditor
  help [COMMAND]             this text, or more about one command

Settings come from the environment: PORT, EVENHAND_DATA, DATABASE_URL, EVENHAND_ORIGIN, EVENHAND_SMTP.
`;
