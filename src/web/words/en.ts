/**
 * Every sentence a person reads, in American English, by area. A second language is one object more,
 * written `satisfies typeof en`, so that the compiler names each sentence it still lacks.
 */
import { aboutYou } from './about-you.ts';
import { account } from './account.ts';
import { appeals } from './appeals.ts';
import { apply } from './apply.ts';
import { candidate } from './candidate.ts';
import { codes } from './codes.ts';
import { concernDesk } from './concern-desk.ts';
import { credential } from './credential.ts';
import { demonstration } from './demonstration.ts';
import { desk } from './desk.ts';
import { exam } from './exam.ts';
import { findings } from './findings.ts';
import { forms } from './forms.ts';
import { frame } from './frame.ts';
import { log } from './log.ts';
import { pledge } from './pledge.ts';
import { problems } from './problems.ts';
import { programs } from './programs.ts';
import { statements } from './statements.ts';
import { verify } from './verify.ts';

export const en = {
  aboutYou,
  account,
  appeals,
  apply,
  candidate,
  codes,
  concernDesk,
  credential,
  demonstration,
  desk,
  exam,
  findings,
  forms,
  frame,
  log,
  pledge,
  problems,
  programs,
  statements,
  verify,
};
