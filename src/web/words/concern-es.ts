/** The words of raising a concern and of the conversation that follows, in Spanish: plain, with usted. */
import type { concern } from './concern.ts';

export const concernEs = {
  title: 'Presentar una inquietud',
  lead: 'Cuéntenos qué pasó. No necesita cuenta ni nombre.',
  otherLanguage: 'English',
  otherLanguageHint: 'This page is also in English.',
  danger: 'Si alguien está en peligro en este momento, llame primero al 911.',
  promises: [
    'Nadie de quien trate puede verla. No le pedimos que guarde silencio: puede hablar de esto con quien quiera, antes y después.',
    'No guardamos ninguna dirección de red, y esta página no carga nada de otros sitios. Su inquietud no queda unida a ninguna cuenta, aunque haya entrado en la suya.',
    'Solo hace falta llenar lo que está marcado como necesario.',
  ],
  haveCode: '¿Tiene un código de recibo? Lea la respuesta o añada algo a su inquietud',
  staffNote: 'Usted ha entrado con un cargo. Eso no se envía con su inquietud.',

  aboutTitle: 'Qué pasó',
  about: '¿De quién o de qué se trata?',
  subjects: {
    holder: 'De alguien que tiene o solicita una credencial',
    body: 'De cómo actúa o decide esta entidad',
    staff: 'De alguien del personal de esta entidad',
    volunteer: 'De alguien que colabora como voluntario o es miembro de la junta',
    exam: 'De un examen o de una pregunta de un examen',
    accommodation: 'De un cambio en el examen por una discapacidad, pedido o dado',
    ombud: 'De la persona defensora',
  },
  subjectHints: {
    holder: 'La lee quien coordina las quejas.',
    body: 'La lee la persona defensora, igual que las cuatro siguientes. Nadie del personal ni del voluntariado puede verla.',
    ombud: 'La lee solo quien preside la junta.',
  },
  account: '¿Qué pasó?',
  accountHint:
    'Con sus propias palabras: qué se hizo o qué no se hizo, y dónde. En lo posible, no incluya datos de salud de otras personas.',
  happened: '¿Cuándo pasó?',
  happenedHint:
    'El día, o el primero si fueron varios. El mes va primero. Si no lo sabe, déjelo vacío y cuente arriba lo que recuerde.',
  who: '¿Quién lo hizo?',
  whoHint: 'Un nombre, o lo que sepa: “la persona que atendía por la mañana”.',
  toWhom: '¿A quién se lo hicieron?',
  toWhomChoices: {
    me: 'A mí',
    client: 'A un cliente',
    'somebody-else': 'A otra persona',
    public: 'Al público',
  },
  grounds: 'Si trataron a alguien peor que a los demás: ¿por qué cree que fue?',
  groundsHint:
    'Elija todas las respuestas que correspondan. Déjelo vacío si no fue discriminación.',
  groundChoices: {
    race: 'Raza',
    ethnicity: 'Origen étnico',
    religion: 'Religión',
    age: 'Edad',
    gender: 'Género',
    'sexual-orientation': 'Orientación sexual',
    'national-origin': 'País de origen',
    'marital-status': 'Estado civil',
    disability: 'Discapacidad',
    appearance: 'Apariencia: pelo, pañuelo o velo, talla, ropa',
    location: 'El lugar donde alguien vive o trabaja',
    level: 'Nivel profesional',
    setting: 'Tipo de lugar de trabajo',
  },
  setting: '¿En qué tipo de lugar de trabajo pasó?',
  settingChoices: {
    hospital: 'Hospital',
    rehabilitation: 'Rehabilitación',
    'long-term-care': 'Residencia u otro cuidado de larga duración',
    'home-care': 'Cuidado en casa o cuidados paliativos',
    clinic: 'Clínica o consultorio',
    'behavioral-health': 'Servicio de salud mental o de adicciones',
    'health-plan': 'Plan de salud o aseguradora',
    'workers-compensation': 'Compensación por accidentes de trabajo',
    employer: 'Programa de la empresa para discapacidad o regreso al trabajo',
    government: 'Servicio del gobierno o para veteranos',
    'own-practice': 'Práctica independiente',
    another: 'Otro tipo de lugar',
  },
  program: '¿De qué programa se trata?',
  notKnown: 'No lo sé, o ninguno de estos',

  youTitle: 'Usted',
  relation: '¿Quién es usted en esto?',
  relationChoices: {
    client: 'Cliente, o familiar de un cliente',
    colleague: 'Colega',
    employer: 'Empleador',
    self: 'Informo de algo que hice yo',
    duty: 'Informo porque mi código de conducta me lo pide',
    body: 'Trabajo para esta entidad',
    other: 'Otra persona',
  },
  visibility: '¿Quién puede saber que viene de usted?',
  visibilityChoices: {
    staff: 'Solo quienes la atienden',
    named: 'Todas las personas que participan, también aquella de quien se trata',
    anonymous: 'Nadie: quiero quedar en el anonimato',
  },
  visibilityHints: {
    staff:
      'Su nombre no llega a nadie más sin su consentimiento. Si no da su nombre, cuenta como anónima.',
    named: 'Así podemos presentar sus palabras como suyas. Escriba su nombre más abajo.',
    anonymous:
      'No intentaremos averiguar quién es usted. Lo que esto limita: ninguna sanción pública puede apoyarse solo en palabras anónimas, y solo podemos preguntarle algo aquí, detrás de su código de recibo. Revise que su nombre no aparezca en lo que escribe ni en los archivos.',
  },
  name: 'Su nombre',
  nameHint: 'En cualquier escritura. Déjelo vacío para quedar en el anonimato.',
  contact: 'Su correo electrónico',
  contactHint:
    'Sirve para avisarle de que hay algo que leer, y para nada más. El mensaje no dice de qué se trata ni de quién viene. Si queda en el anonimato, quienes atienden su inquietud no pueden ver la dirección.',

  hopeTitle: 'Qué espera',
  hope: '¿Qué debería resultar de esto?',
  hopeHint:
    'Por ejemplo, una disculpa, una regla nueva, una advertencia, o solo que lo sepamos. Al final le decimos si se logró, y por qué.',
  files: 'Archivos',
  filesHint: (most: number): string =>
    `PDF, JPEG o PNG, hasta 15 MB cada uno, hasta ${most} a la vez. Quitamos lo que un archivo dice de quien lo hizo, como nombres, lugares y cámaras. Lo que muestran sus páginas se queda.`,
  keptFiles: 'Estos archivos están guardados y se enviarán:',
  dropFile: 'Quitar',
  fileLine: (place: number, kind: string, size: string): string =>
    `Archivo ${place} (${kind}, ${size})`,

  wayBackTitle: 'Su camino de vuelta',
  wayBack:
    'Al enviar recibe un código de recibo. El código, junto con una frase de acceso que usted elige, vuelve a abrir la inquietud: allí lee nuestra respuesta, nos escribe y añade archivos. No podemos reponer ninguno de los dos.',
  passphrase: 'Elija una frase de acceso',
  passphraseHint: (least: number): string =>
    `Al menos ${least} caracteres. Cuatro o cinco palabras que no tengan que ver entre sí van bien. Anótela.`,
  button: 'Enviar su inquietud',

  mistakes: {
    about: { missing: 'Elija de quién o de qué se trata.' },
    account: {
      missing: 'Qué pasó: escríbalo con sus propias palabras.',
      'too-short': 'Qué pasó: escriba una o dos frases, para que se pueda entender.',
      'too-long': (length: string, most: string): string =>
        `Qué pasó: escribió ${length} caracteres y caben ${most}. Acórtelo, o envíe el resto como archivo.`,
      'control-character':
        'Qué pasó: hay un carácter que no se puede ver ni leer. Vuelva a escribir esa parte en lugar de pegarla.',
    },
    happened: {
      'not-readable':
        'Cuándo pasó: revise el mes, el día y el año, por ejemplo 3 14 2026, o deje los tres vacíos.',
      future: 'Cuándo pasó: ese día todavía no ha llegado.',
    },
    who: {
      'too-long': (length: string, most: string): string =>
        `Quién lo hizo: escribió ${length} caracteres y caben ${most}. Pase el resto a qué pasó.`,
      'control-character':
        'Quién lo hizo: hay un carácter que no se puede ver ni leer. Escríbalo de nuevo.',
    },
    hope: {
      'too-long': (length: string, most: string): string =>
        `Qué debería resultar: escribió ${length} caracteres y caben ${most}.`,
      'control-character':
        'Qué debería resultar: hay un carácter que no se puede ver ni leer. Escríbalo de nuevo.',
    },
    visibility: { missing: 'Elija quién puede saber que viene de usted.' },
    name: {
      'named-without-name':
        'Su nombre: eligió que lo sepan todos. Escriba su nombre, o elija otra respuesta.',
      'anonymous-with-name':
        'Su nombre: eligió quedar en el anonimato. Quite su nombre, o elija otra respuesta.',
      'no-letters': 'Su nombre: no tiene letras. Escríbalo, o déjelo vacío.',
      'too-long': (length: string, most: string): string =>
        `Su nombre: escribió ${length} caracteres y caben ${most}.`,
      'control-character':
        'Su nombre: hay un carácter que no se puede ver ni leer. Escríbalo de nuevo.',
    },
    contact: {
      'not-an-address': 'Su correo electrónico: escríbalo así, nombre@example.org, o déjelo vacío.',
      'too-long': (length: string, most: string): string =>
        `Su correo electrónico: escribió ${length} caracteres y caben ${most}.`,
      'control-character':
        'Su correo electrónico: hay un carácter que no se puede ver ni leer. Escríbalo de nuevo.',
    },
    passphrase: {
      missing:
        'Frase de acceso: elija una. Sin ella nadie podría leer nuestra respuesta, tampoco usted.',
      'too-short': (least: string): string =>
        `Frase de acceso: use al menos ${least} caracteres. Cuatro o cinco palabras van bien.`,
      'too-long': (_length: string, most: string): string =>
        `Frase de acceso: caben ${most} caracteres como máximo.`,
      'too-common':
        'Frase de acceso: es una de las que un extraño prueba primero. Use otras palabras.',
      'names-you':
        'Frase de acceso: es poco más que su propio nombre o su dirección. Use otras palabras.',
    },
    words: {
      missing: 'Escriba algo, o elija un archivo.',
      'too-long': (length: string, most: string): string =>
        `Escribió ${length} caracteres y caben ${most}. Acórtelo, o envíe el resto como archivo.`,
      'control-character':
        'Hay un carácter que no se puede ver ni leer. Vuelva a escribir esa parte en lugar de pegarla.',
    },
  },
  fileMistakes: {
    'empty-file': 'está vacío. Elíjalo de nuevo.',
    'wrong-kind': 'no es PDF, JPEG ni PNG. Guárdelo o fotografíelo en uno de esos formatos.',
    'damaged-file': 'no se puede abrir. Guárdelo otra vez y elija la copia nueva.',
    'locked-file': 'está cerrado con una contraseña. Guarde una copia sin ella.',
    'file-too-large': 'pesa más de 15 MB. Guárdelo más pequeño, o en partes.',
  },
  fileMistake: (place: number, what: string): string => `Archivo ${place}: ${what}`,
  tooManyAtOnce: (most: number): string =>
    `Archivos: se pueden enviar hasta ${most} a la vez; más tarde puede añadir otros. Elija los que más importan.`,
  tooManyFiles: (most: number): string =>
    `Archivos: una inquietud admite ${most} como máximo. No se guardó ninguno de los nuevos.`,

  sent: {
    title: 'Tenemos su inquietud',
    lead: (by: string): string => `Recibirá una respuesta a más tardar el ${by}.`,
    code: 'Su código de recibo',
    codeText:
      'Anótelo o imprima esta página, y guárdelo aparte de su frase de acceso. No guardamos copia de ninguno de los dos y no podemos enviarlos otra vez.',
    label: (label: string): string => `Quienes la atienden la conocen como ${label}.`,
    otherPassphrase:
      'Ya la había enviado antes, con otra frase de acceso. La primera es la que la abre.',
    next: 'Qué pasa ahora',
    nextSteps: {
      conduct:
        'Quien coordina las quejas la lee, le responde y decide con usted qué se puede hacer. La persona de quien se trata solo se entera si se abre una queja, y entonces queda anotado exactamente qué se le comunica.',
      body: 'La persona defensora la lee, le responde y la investiga. Nadie del personal ni del voluntariado puede verla.',
      ombud: 'Quien preside la junta la lee y le responde. La persona defensora no puede verla.',
    },
    read: 'Abrirla con su código y su frase de acceso',
  },

  open: {
    title: 'Abrir su inquietud',
    receipt: 'Su código de recibo',
    receiptHint:
      'Cuatro grupos de cinco letras y cifras. No importan las mayúsculas, los espacios ni los guiones.',
    passphrase: 'Su frase de acceso',
    button: 'Abrir',
    unknown:
      'No conocemos ninguna inquietud con este código y esta frase de acceso. Revise los dos, letra por letra.',
    tooMany: 'Hubo demasiados intentos con este código. Espere 15 minutos y vuelva a probar.',
    closed: 'Por su seguridad, la página se cerró después de una hora. Ábrala otra vez.',
    keptWords: 'Lo que escribió está guardado:',
    endedFiles: 'Los archivos hay que elegirlos de nuevo.',
  },

  talk: {
    title: (label: string): string => `Inquietud ${label}`,
    closes:
      'Esta página se cierra sola después de una hora. Cierre la ventana cuando termine; no queda nada en este navegador.',
    about: 'Se trata de',
    received: 'Recibida',
    answerBy: 'Respuesta a más tardar',
    withdrawn: 'Retirada',
    conversation: 'Lo que se dijo',
    you: 'Usted escribió',
    youAdded: 'Usted añadió',
    body: 'Respondimos',
    asks: 'Le preguntamos',
    filesSent: 'Archivos que envió',
    write: 'Escríbanos',
    writeAnswer: 'Su respuesta',
    writeHint: 'La leen quienes atienden su inquietud.',
    send: 'Enviar',
    sentNews: 'Está enviado.',
    aboutYou: 'Cuéntenos de usted, si quiere',
    aboutYouText:
      'Si las quejas se tratan por igual solo se ve cuando se comparan entre grupos. Sus respuestas se guardan selladas, aparte de su inquietud; nadie que la atienda puede leerlas.',
    aboutYouButton: 'Ir a las preguntas',
    withdraw: 'Retirar su inquietud',
    withdrawText:
      'Nos detenemos, salvo que otras personas estén en riesgo; entonces puede que tengamos que seguir sin usted. Lo que escribió queda guardado.',
    withdrawBox: '¿Está seguro o segura?',
    withdrawSure: 'Sí, la retiro',
    withdrawMistake: 'Marque la casilla para retirar su inquietud.',
    withdrawButton: 'Retirar',
    withdrawnNews: 'Su inquietud está retirada. Todavía puede escribirnos aquí.',
    back: 'Volver a su inquietud',
    erasedNote: 'Todo lo que nos contó de usted está borrado.',
  },
} satisfies typeof concern;
