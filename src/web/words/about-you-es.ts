/** The words of the voluntary questions in Spanish, as somebody who raised a concern reads them. */
import type { aboutYou } from './about-you.ts';

export const aboutYouEs = {
  title: 'Cuéntenos de usted, si quiere',
  lead: 'Cada pregunta es opcional. Lo que responda nunca cambia cómo se le trata.',
  filed: (label: string): string => `Su solicitud ${label} está presentada.`,
  filedText: (day: string): string =>
    `Tendrá nuestra respuesta a más tardar el ${day}. Esta página no es parte de su solicitud y puede saltarla.`,
  skip: 'Seguir sin responder',
  why: 'Por qué preguntamos',
  whyText:
    'Prometemos tratar a todas las personas por igual. Si lo hacemos solo se ve cuando se comparan los resultados entre grupos.',
  who: 'Quién lo ve',
  whoText: [
    'Nadie que lleve documentos, decida, trabaje aquí o dirija puede abrir sus respuestas. Solo una parte de este sistema puede contarlas, y muestra sumas sobre muchas personas.',
    'Se guardan bajo un seudónimo, no de forma anónima: una clave que se guarda aparte las une a su cuenta, para que usted pueda cambiarlas y borrarlas. Están cifradas.',
    'No se muestra ninguna suma de un grupo tan pequeño que pudiera señalar a alguien.',
  ],
  tiedToConcern:
    'Se guardan bajo un seudónimo, no de forma anónima: una clave que se guarda aparte las une a su inquietud, para que usted pueda cambiarlas y borrarlas aquí. Están cifradas.',
  off: 'Ahora no preguntamos nada. Antes de que aparezca aquí una pregunta, la entidad tiene que dejar escrito por qué la hace, con qué base legal y cuánto tiempo guarda las respuestas.',
  details: (title: string): string => `Por qué preguntamos por: ${title}`,
  purpose: 'Para qué',
  basis: 'Base legal',
  retention: 'Se guarda',
  keptFor: (recorded: string): string =>
    /^\d+$/.test(recorded)
      ? `Durante ${recorded} ${recorded === '1' ? 'año' : 'años'} desde su última respuesta; después se borra solo, o antes cuando usted quiera`
      : recorded,
  published: 'Se publica',
  year: 'El año con cuatro cifras, por ejemplo 1978',
  insteadOfYear: 'O, en lugar de un año',
  change:
    'Por su privacidad, esta página nunca muestra lo que respondió antes. Para cambiar una respuesta, désela otra vez. Una pregunta que deje vacía queda como estaba.',
  button: 'Guardar lo que respondí',
  saved: 'Lo que respondió está guardado.',
  nothing: 'No respondió nada, así que no se guardó nada.',
  erased: 'Todo lo que nos contó de usted está borrado.',
  erase: 'Borrar todo lo que conté',
  eraseText:
    'Esto quita todas las respuestas del archivo sellado. Las sumas que se publicaron antes quedan como están; en ellas no se puede encontrar a nadie.',
  eraseSure: 'Sí, borren todas mis respuestas',
  eraseBox: '¿Está seguro o segura?',
  eraseMistake: 'Marque la casilla para borrar sus respuestas.',
  mistakes: {
    'not-asked': 'sobre esto no preguntamos ahora. No se guardó nada; abra la página de nuevo.',
    'unknown-option': 'elija entre las respuestas de la página.',
    'one-answer-only': 'elija la respuesta que mejor corresponda.',
    'none-with-others': 'esa respuesta no puede ir con otras. Quite una u otra.',
    'not-a-year': 'escriba el año con cuatro cifras, por ejemplo 1978.',
  },
} satisfies typeof aboutYou;
