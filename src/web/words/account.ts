/** The words of signing up, in and out, and of changing a passphrase. */
export const account = {
  email: 'Email address',
  passphrase: 'Passphrase',
  signIn: {
    title: 'Sign in',
    button: 'Sign in',
    noAccount: 'No account yet?',
    create: 'Create one',
    carried: 'What you typed is safe. Once you have signed in, you can send it with one press.',
    fresh: 'Your account is ready. Sign in with the passphrase you chose.',
    changed: 'Your passphrase is changed. Everywhere else you are signed out.',
    out: 'You are signed out.',
    demonstration: 'To try the demonstration you need no account:',
    demonstrationLink: 'choose who you want to be',
  },
  signUp: {
    title: 'Create an account',
    lead: 'You need an account to apply. Looking around, checking a credential and raising a concern need none.',
    name: 'Your full name',
    nameHint:
      'As you write it, in any script. It is printed on a credential you earn. Whoever decides about you never sees it.',
    emailHint: 'We send decisions and deadlines there, nothing else.',
    passphraseHint: (shortest: number): string =>
      `At least ${shortest} characters. A few words that do not belong together work well; spaces are fine.`,
    button: 'Create the account',
    have: 'Have an account?',
    signIn: 'Sign in',
    sentTitle: 'Look into your mail',
    sentText: (email: string): string =>
      `We sent a message to ${email}. It says what to do next. We answer everybody the same way here, so that nobody can find out who has an account.`,
    sentNothing:
      'No message after a few minutes? Look into the junk folder, and check the address for a slip.',
    goSignIn: 'Go to sign-in',
  },
  passphraseChange: {
    title: 'Change your passphrase',
    lead: 'Afterward you stay signed in here and are signed out everywhere else.',
    old: 'The passphrase you use now',
    fresh: 'The new passphrase',
    button: 'Change it',
    done: 'Your passphrase is changed. Everywhere else you are signed out.',
  },
};
