/**
 * What a person reads when a rule says no: kind of refusal -> sentence. A use case already gives a sentence of its
 * own (`because`), which knows the case; this table is for kinds whose answer should be the same wherever it comes up,
 * and says what to do next. A kind that is not listed is shown with its own sentence.
 */
export const refusals: Readonly<Record<string, string>> = {
  'wrong-sign-in':
    'The address or the passphrase is not right. Check both; capitals in the passphrase count.',
  'too-many-guesses':
    'There were too many tries for this address. Wait 15 minutes, then try again. If it was not you, nobody got in.',
  'wrong-passphrase': 'The passphrase you use now is not right. Type it again.',
  'unknown-receipt': 'We know no concern with this code. Check each letter and digit.',
  'no-such-complaint': 'There is no such complaint, or it is not yours to see.',
  'no-such-request': 'There is no such request, or it is not yours to answer.',
  'no-such-colleague': 'Choose a colleague from the list.',
  'no-such-letter': 'Choose the letter that came back from the list.',
  'opened-before': 'This concern has become a matter already. Whoever handles it can let you in.',
  'nobody-left': 'Let a colleague in first, who carries on.',
  'term-over': 'This term is over before it begins. Enter a day that lies ahead.',
};

/** The sentence for a refusal: the table's, else its own, made to start with a capital and end with a period. */
export function refusalSentence(refusal: {
  readonly kind: string;
  readonly because: string;
}): string {
  const sentence = refusals[refusal.kind] ?? refusal.because;
  const capital = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
