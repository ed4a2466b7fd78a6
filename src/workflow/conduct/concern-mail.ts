/**
 * The mails to those concerned: there is something to read. Others may read a mailbox: neither the subject nor the words
 * say what it is about, and the address in it leads on without saying where.
 */
import type { Language } from '../../casework/concern/concern.ts';

export function answerMail(
  language: Language,
  origin: string,
): { readonly subject: string; readonly body: string } {
  return language === 'es'
    ? {
        subject: 'Hay algo que puede leer',
        body: `Puede leerlo aquí, con su código y su frase de acceso: ${origin}/answer?lang=es\n\nPor su privacidad, este mensaje no dice más.`,
      }
    : {
        subject: 'There is something for you to read',
        body: `You can read it here, with your code and your passphrase: ${origin}/answer\n\nFor your privacy this message says no more.`,
      };
}

/** The one mail to whom a complaint is about. They have an account, and their own page leads on. */
export const respondentMail = (
  origin: string,
): { readonly subject: string; readonly body: string } => ({
  subject: 'There is something for you to read',
  body: `Sign in to read it, and see whether you are asked to answer by a day: ${origin}/my\n\nFor your privacy this message says no more.`,
});
