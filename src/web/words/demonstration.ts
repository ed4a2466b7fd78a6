/** The words of the demonstration: choosing who to be, and the mail it would have sent. */
export const demonstration = {
  title: 'Try it as somebody else',
  lead: 'Everybody here is invented, and so is the body. Choose a person; one press signs you in.',
  enterAs: (name: string): string => `Enter as ${name}`,
  planted:
    'Into the invented body’s three years we built unfairness on purpose, written down before it was measured: a slow queue for one group, two biased questions and a severe reviewer. See whether you can find it.',
  inbox: 'Read the mail that was sent',
  inboxTitle: 'Mail',
  inboxLead:
    'No mail leaves the demonstration. What would have been sent is shown here, the newest first.',
  inboxEmpty: 'No mail has been sent yet.',
  to: 'To',
  sent: 'Sent',
  links: 'Links in this mail',
};
