/**
 * The page that verifies a credential, at work in the visitor's own browser: the same verifier as on the server and the
 * command line, drawn by the same component. The credential stays in the browser; only the issuer's site is asked, for its
 * keys and for the list of revoked credentials.
 *
 * On `/verify` it takes over the form, on a credential's own page it fetches the credential's file and checks that, so that
 * the visitor need not take the page's word. The answer stands in `#verdict`, which also carries it as `data-verdict` and
 * `data-demonstration`. Where it cannot run, the form posts and the server answers.
 */
import { type Verification, verifyCredential } from '../../credential/verifier/verify.ts';
import { Verification as VerificationPart } from '../pages/verify/verification.tsx';
import { viewOf } from '../pages/verify/verification-view.ts';
import { verify as words } from '../words/verify.ts';
import { browserSources } from './browser-sources.ts';
import { draw } from './draw.ts';

let latest = 0;

/** Writes the answer to the question asked last: a slow earlier one may not overwrite it. */
async function answer(question: Promise<string>, into: HTMLElement): Promise<void> {
  latest += 1;
  const mine = latest;
  into.hidden = false;
  into.replaceChildren(paragraph(words.looking));
  try {
    const found = await verifyCredential(await question, Date.now(), browserSources);
    if (mine === latest) {
      show(found, into);
    }
  } catch {
    if (mine === latest) {
      into.replaceChildren(paragraph(words.unreadable));
    }
  }
}

function show(found: Verification, into: HTMLElement): void {
  const moment = new Date().toLocaleString('en-US', { dateStyle: 'full', timeStyle: 'short' });
  into.hidden = false;
  into.replaceChildren();
  draw(VerificationPart({ result: viewOf(found, moment) }), into);
  into.dataset['verdict'] = found.verdict;
  into.dataset['demonstration'] = String(found.demonstration);
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

/** Checks here what the server has checked; its answer stays where the file cannot be had. */
async function again(address: string, into: HTMLElement): Promise<void> {
  try {
    const reply = await fetch(address, { credentials: 'omit', cache: 'no-cache' });
    if (reply.ok) {
      show(await verifyCredential(await reply.text(), Date.now(), browserSources), into);
    }
  } catch {
    // No connection: nothing was checked here, and nothing is claimed.
  }
}

function takeOver(form: HTMLFormElement, into: HTMLElement): void {
  form.addEventListener('submit', (event) => {
    const given = new FormData(form);
    const file = given.get('file');
    const text = String(given.get('text') ?? '');
    const chosen = file instanceof File && file.size > 0 ? file : undefined;
    // With nothing given the form posts: the server says what is missing, next to the field.
    if (chosen !== undefined || text.trim() !== '') {
      event.preventDefault();
      void answer(chosen?.text() ?? Promise.resolve(text), into);
    }
  });
}

const verdict = document.getElementById('verdict');
const form = document.querySelector<HTMLFormElement>('#verify-form form');
if (verdict !== null) {
  const { credential } = verdict.dataset;
  if (credential !== undefined) {
    void again(credential, verdict);
  }
  if (form !== null) {
    takeOver(form, verdict);
  }
}
