/** The page of a witness in Spanish. */
import type { witness } from './witness.ts';

export const witnessEs = {
  title: 'Le pedimos ayuda',
  lead: (body: string): string =>
    `${body} examina algo que se le planteó. No se ha determinado nada contra nadie, y nadie le acusa a usted de nada.`,
  askedTitle: 'Qué le preguntamos',
  freeTitle: 'Usted puede no decir nada',
  free: 'No tiene que responder ni decir por qué. Nadie le pide que guarde silencio. No nos cuente lo que un cliente, un paciente o un abogado le dijo en confianza.',
  shown:
    'Lo que escriba puede mostrarse a la persona de quien se trata, porque nadie es juzgado por lo que no ha visto. Quienes juzgan lo leen sin nombres. Su nombre queda entre las personas que lo examinan.',
  until: (day: string): string => `Responda, por favor, a más tardar el ${day}.`,
  answerTitle: 'Su respuesta',
  words: 'Lo que usted sabe',
  wordsHint:
    'Con sus propias palabras: lo que vio u oyó usted mismo, cuándo, y quién más estaba allí.',
  files: 'Archivos',
  filesHint: (most: number): string =>
    `PDF, JPEG o PNG, de 15 MB como máximo cada uno y ${most} en total. Se quita lo que un archivo dice de quien lo hizo.`,
  once: 'Puede enviarlo una sola vez.',
  send: 'Enviar lo que sé',
  declineTitle: 'Si prefiere no decir nada',
  declineBox: 'No responder',
  declineSure: 'No digo nada sobre esto',
  decline: 'No decir nada',
  notSure: 'No responder: marque la casilla si prefiere no decir nada.',
  missing: 'Lo que usted sabe: escriba lo que sabe, o diga abajo que no dice nada.',
  tooLong:
    'Lo que usted sabe: tiene más de 20,000 caracteres. Acórtelo o envíe el resto en un archivo.',
  unseen: 'Lo que usted sabe: contiene un carácter que no se ve. Escríbalo de nuevo.',
  tryAgain: 'Lo que usted sabe: no pudo guardarse en este momento. Envíelo una vez más.',
  fileMistake: (place: number, why: string): string => `Archivo ${place}: ${why}`,
  chooseAgain: 'Si había elegido archivos, elíjalos de nuevo.',
  tooManyFiles: (most: number): string => `Archivos: elija ${most} como máximo.`,
  doneTitle: 'Gracias. Tenemos su respuesta',
  done: 'Se envió una vez y no puede cambiarse. Aquí no vuelve a mostrarse nada de ella, abra quien abra este enlace.',
  moreToSay: 'Si tiene algo más que decir, o si alguien le presiona por esto, díganoslo:',
  concern: 'plantear una inquietud',
  overTitle: 'Este enlace no funciona',
  over: 'Puede estar mal escrito, o el plazo para responder terminó. Si tiene algo que decir, díganoslo:',
  other: 'Read in English',
  otherLanguage: 'en',
} satisfies typeof witness;
