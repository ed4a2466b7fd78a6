/** Signing up, in and out; changing the passphrase. Everybody who asks gets the same answer, known here or not. */
import { createElement } from 'react';
import { readEmail } from '../../casework/person/email.ts';
import { readName } from '../../casework/person/name.ts';
import { readPassphrase, SHORTEST_PASSPHRASE } from '../../casework/person/passphrase.ts';
import type { AccountRouteId } from '../../contract/routes/routes.ts';
import { PassphrasePage } from '../../web/pages/passphrase/passphrase-page.tsx';
import { SignInPage, type SignInPageProps } from '../../web/pages/sign-in/sign-in-page.tsx';
import { SignUpPage, SignUpSentPage } from '../../web/pages/sign-up/sign-up-page.tsx';
import type { FieldMistake } from '../../web/parts/field/field.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { changePassphrase, signIn, signOut } from '../../workflow/account/sign-in.ts';
import { signUp } from '../../workflow/account/sign-up.ts';
import type { App } from '../server/app.ts';
import { unpacked } from '../server/carry.ts';
import { formTokenOf } from '../server/form-token.ts';
import { carryOnPage } from '../server/problem-pages.ts';
import {
  type Handler,
  one,
  page,
  type Reply,
  redirect,
  type SignedInVisit,
  signedIn,
  type Visit,
} from '../server/visit.ts';

export function accountHandlers(app: App): Readonly<Record<AccountRouteId, Handler>> {
  return {
    'sign-up': async ({ frame, query }) =>
      page(
        renderPage(
          createElement(SignUpPage, {
            frame,
            typed: { name: '', email: '' },
            shortestPassphrase: SHORTEST_PASSPHRASE,
            mistakes: [],
            after: placeAfter(one(query, 'then')),
          }),
        ),
      ),
    'sign-up-send': (visit) => signUpSent(app, visit),
    'sign-in': async (visit) =>
      visit.session === undefined
        ? showSignIn(
            visit,
            { email: '', mistakes: [], hidden: { after: placeAfter(one(visit.query, 'then')) } },
            200,
          )
        : redirect(placeAfter(one(visit.query, 'then'))),
    'sign-in-send': (visit) => signInSent(app, visit),
    'sign-out': async (visit) => {
      if (visit.token !== undefined) {
        await signOut(app.world, visit.token);
      }
      return { kind: 'redirect', to: '/', cookie: { session: undefined } };
    },
    // Any page keeps the session alive; this one is for a page that waits for somebody who is still typing.
    stay: signedIn(async () => redirect('/my')),
    passphrase: signedIn(async (visit) => showPassphrase(visit, [], false)),
    'passphrase-change': signedIn((visit) => passphraseSent(app, visit)),
  };
}

async function signUpSent(app: App, { form, frame }: Visit): Promise<Reply> {
  const typed = { name: one(form, 'name'), email: one(form, 'email') };
  const after = placeAfter(one(form, 'after'));
  const name = readName(typed.name);
  const email = readEmail(typed.email);
  const passphrase = readPassphrase(one(form, 'passphrase'), {
    email: email.ok ? email.value : '',
    fullName: name.ok ? name.value : '',
  });
  if (name.ok && email.ok && passphrase.ok) {
    await signUp(app.world, {
      email: email.value.toLowerCase(),
      fullName: name.value,
      passphrase: passphrase.value,
    });
    return page(renderPage(createElement(SignUpSentPage, { frame, email: email.value, after })));
  }
  const mistakes = [
    ...mistakeIn('name', name),
    ...mistakeIn('email', email),
    ...mistakeIn('passphrase', passphrase),
  ];
  return page(
    renderPage(
      createElement(SignUpPage, {
        frame,
        typed,
        shortestPassphrase: SHORTEST_PASSPHRASE,
        mistakes,
        after,
      }),
    ),
    422,
  );
}

const mistakeIn = (
  field: string,
  read:
    | { readonly ok: true }
    | { readonly ok: false; readonly refusal: { readonly because: string } },
): readonly FieldMistake[] => (read.ok ? [] : [{ field, message: read.refusal.because }]);

async function signInSent(app: App, visit: Visit): Promise<Reply> {
  const carried = one(visit.form, 'carried');
  const after = placeAfter(one(visit.form, 'after'));
  const email = one(visit.form, 'email').trim();
  if (one(visit.form, 'step') === 'ask') {
    return showSignIn(
      visit,
      { email: '', mistakes: [], hidden: { carried }, news: 'carried' },
      200,
    );
  }
  const opened = await signIn(
    { ...app.world, decoyHash: app.decoyHash },
    { email, passphrase: one(visit.form, 'passphrase') },
  );
  if (!opened.ok) {
    const { because } = opened.refusal;
    const message = `${because.charAt(0).toUpperCase()}${because.slice(1)}.`;
    return showSignIn(
      visit,
      {
        email,
        mistakes: [{ field: 'email', message }],
        hidden: carried === '' ? { after } : { carried },
      },
      opened.refusal.kind === 'too-many-guesses' ? 429 : 422,
    );
  }
  const { token, expiresAt } = opened.value;
  const cookie = { session: token, expiresAt };
  const kept = carried === '' ? undefined : unpacked(app.secret, carried, app.world.clock.now());
  if (kept === undefined) {
    return { kind: 'redirect', to: after, cookie };
  }
  const frame = { ...visit.frame, formToken: formTokenOf(app.secret, token) };
  return { ...carryOnPage(frame, kept), cookie };
}

const showSignIn = (visit: Visit, props: Omit<SignInPageProps, 'frame'>, status: number): Reply =>
  page(renderPage(createElement(SignInPage, { frame: visit.frame, ...props })), status);

/** Only a place on this site; anything else leads home. */
const placeAfter = (then: string): string => (/^\/(?![/\\])[^\s\\]*$/.test(then) ? then : '/my');

async function passphraseSent(app: App, visit: SignedInVisit): Promise<Reply> {
  const { session, token, form } = visit;
  const fresh = readPassphrase(one(form, 'fresh'), session);
  if (!fresh.ok) {
    return showPassphrase(visit, [{ field: 'fresh', message: fresh.refusal.because }], false);
  }
  const done = await changePassphrase(app.world, {
    person: session.person,
    email: session.email,
    token,
    old: one(form, 'old'),
    fresh: fresh.value,
  });
  return done.ok
    ? showPassphrase(visit, [], true)
    : showPassphrase(
        visit,
        [{ field: 'old', message: `The passphrase you use now: ${done.refusal.because}.` }],
        false,
      );
}

const showPassphrase = (visit: Visit, mistakes: readonly FieldMistake[], changed: boolean): Reply =>
  page(
    renderPage(
      createElement(PassphrasePage, {
        frame: visit.frame,
        shortestPassphrase: SHORTEST_PASSPHRASE,
        mistakes,
        changed,
      }),
    ),
    mistakes.length > 0 ? 422 : 200,
  );
