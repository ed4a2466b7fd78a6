/** The words that forms share: what is optional, what went wrong, what the boxes of a date are called. */
export const forms = {
  optional: '(optional)',
  errorBefore: 'Error:',
  summaryTitle: (mistakes: number): string =>
    mistakes === 1 ? 'There is one thing to fix' : `There are ${mistakes} things to fix`,
  summaryText: 'Nothing you typed is lost.',
  month: 'Month',
  day: 'Day',
  year: 'Year',
  or: 'or',
  change: 'Change',
  alreadyUploaded: (file: string): string => `Uploaded: ${file}`,
  step: (current: number, all: number): string => `Step ${current} of ${all}`,
  choose: 'Choose one',
};
