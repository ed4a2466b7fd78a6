/** What the site says about its own accessibility and about privacy. Facts about the software; a body adds its own. */
export const statements = {
  accessibility: {
    title: 'Accessibility',
    lead: 'Everything here is meant to work for you, whatever you see, hear, move or use to read. We aim at WCAG 2.2, level AA.',
    sections: [
      {
        title: 'What you can rely on',
        items: [
          'Every page works by keyboard alone, and the place you are at is always visible.',
          'Every page works with JavaScript off. Only the exam and the checking of a credential use it, and both work without it.',
          'Text can be made four times as large without anything being cut off.',
          'Light and dark, more contrast, and less motion follow the settings of your system.',
          'Nothing is said by color alone: there is always a word and a shape.',
          'You never have to solve a puzzle or copy what you see to sign in. Your browser may fill in your passphrase.',
          'If you are signed out while a form is open, what you typed is kept and you can carry on.',
        ],
      },
      {
        title: 'How we know',
        items: [
          'Each page is opened in a real browser on a phone and a desktop, light and dark, and checked by axe each time the software is built.',
          'One whole application is made by keyboard alone each time.',
          'What has not been done yet: tests by people who use screen readers, magnifiers and switches every day. Automatic checks find only some of the barriers.',
        ],
      },
    ],
    help: 'Something in your way? Tell us, and we will mend it or find you another way.',
    helpLink: 'Raise a concern',
    accommodation: 'For the exam you can ask for more time or other changes when you apply.',
  },
  privacy: {
    title: 'Privacy',
    lead: 'What is kept about you, who sees it, and what you can do about it.',
    sections: [
      {
        title: 'What we ask for',
        items: [
          'To apply: your name, an email address, and documents that show what a criterion asks for. Nothing that is not needed.',
          'About yourself, if you like: questions on race, gender, disability and the like. Each has “prefer not to say”, and skipping all of them changes nothing.',
        ],
      },
      {
        title: 'Who sees what',
        items: [
          'A records clerk sees your documents and confirms facts. The clerk decides nothing.',
          'The reviewer who decides sees those facts and never your name, photo, school, employer or documents.',
          'To see who somebody is, a reviewer needs a written reason and a second person’s consent, and it is recorded.',
          'What you tell about yourself is kept apart, sealed, under a pseudonym and not under your name. It is used only to measure fairness. Nobody who decides can open it, and no group smaller than 11 is ever shown.',
          'A concern is read only by those on its own list: a coordinator, an ombud or the chair of the board. Nobody whom it is about can be on it. We keep no network address of whoever raises one, and each reading is written down.',
          'If you came by a link that we hand out to reach people, that too is kept sealed and only counted; it is erased together with what you told about yourself.',
        ],
      },
      {
        title: 'What stays',
        items: [
          'The decision log holds no personal data.',
          'Uploaded files lose their hidden data, such as where a photo was taken, before they are kept.',
          'Your answers about yourself can be changed or erased by you at any time.',
          'A name you leave behind is read by you, and by a records clerk who says what for; you see that they did. Nothing public leads from it to your name.',
          'You can close your account. What goes, what stays, for how long and why stands under “Names, and what we keep” (/names).',
        ],
      },
      {
        title: 'What this site does not do',
        items: [
          'No trackers, no advertising, nothing loaded from other sites. One cookie keeps you signed in; another protects forms.',
        ],
      },
    ],
    question: 'A question, or a wish to see or correct what we hold?',
    questionLink: 'Write to us through the concern form',
  },
};
