/**
 * The mail to a witness. Others may read a mailbox: it says that somebody asks for help, and nothing of whom or what it is
 * about; the link in it is the witness's alone.
 */
export function witnessMail(
  language: 'en' | 'es',
  link: string,
): { readonly subject: string; readonly body: string } {
  return language === 'es'
    ? {
        subject: 'Le pedimos ayuda',
        body: `Quizá usted sepa algo que nos ayude. Aquí puede leer qué preguntamos, y responder o decir que no: ${link}\n\nEste enlace es solo para usted; no lo reenvíe. No tiene que responder. Por su privacidad, este mensaje no dice más.`,
      }
    : {
        subject: 'We ask for your help',
        body: `You may know something that helps us. Here you can read what we ask, and answer or say no: ${link}\n\nThis link is yours alone; do not forward it. You do not have to answer. For your privacy this message says no more.`,
      };
}
