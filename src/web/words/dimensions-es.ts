/**
 * The voluntary questions about oneself in Spanish, by the ids of the questions and of their answers. What they ask is
 * settled elsewhere; these are only the words.
 */
interface QuestionWords {
  readonly title: string;
  readonly question: string;
  readonly published: string;
  readonly choices: Readonly<Record<string, string | readonly [label: string, hint: string]>>;
}

const smallGroups = 'Nunca de un grupo tan pequeño que pudiera señalar a alguien.';

export const preferNotToSayEs = 'Prefiero no decirlo';

export const dimensionsEs: Readonly<Record<string, QuestionWords>> = {
  'race-ethnicity': {
    title: 'Raza y origen étnico',
    question:
      '¿Cómo describe su raza u origen étnico? Elija todas las respuestas que correspondan.',
    published: `En siete grupos y multirracial; también cada grupo junto con quienes lo eligieron entre otros. ${smallGroups}`,
    choices: {
      'american-indian-alaska-native': [
        'Indígena de las Américas o nativa de Alaska',
        'También los primeros pueblos de América Central y del Sur',
      ],
      asian: ['Asiática', 'Por ejemplo china, filipina, india, coreana, vietnamita'],
      black: ['Negra o afroamericana', 'Por ejemplo haitiana, jamaiquina, nigeriana, somalí'],
      'hispanic-latino': [
        'Hispana o latina',
        'Por ejemplo cubana, dominicana, mexicana, puertorriqueña, salvadoreña',
      ],
      'middle-eastern-north-african': [
        'De Oriente Medio o del norte de África',
        'Por ejemplo egipcia, iraní, israelí, libanesa, siria',
      ],
      'native-hawaiian-pacific-islander': [
        'Nativa de Hawái o de las islas del Pacífico',
        'Por ejemplo chamorra, fiyiana, samoana, tongana',
      ],
      white: ['Blanca', 'Por ejemplo inglesa, alemana, irlandesa, italiana, polaca'],
    },
  },
  'national-origin': {
    title: 'Lugar de nacimiento',
    question: '¿En qué parte del mundo nació?',
    published: `Por parte del mundo. ${smallGroups}`,
    choices: {
      'united-states': 'Estados Unidos o un territorio suyo',
      canada: 'Canadá',
      'latin-america-caribbean': 'México, América Central o del Sur, o el Caribe',
      europe: 'Europa',
      'middle-east-north-africa': 'Oriente Medio o el norte de África',
      'sub-saharan-africa': 'África al sur del Sahara',
      'south-asia': 'Asia del Sur',
      'east-southeast-asia': 'Asia Central, Oriental o Sudoriental',
      oceania: 'Australia, Nueva Zelanda o el Pacífico',
    },
  },
  'where-trained': {
    title: 'Dónde se formó',
    question: '¿Dónde se formó para su profesión?',
    published: `En dos grupos. ${smallGroups}`,
    choices: {
      'trained-us': 'En Estados Unidos o un territorio suyo',
      'trained-abroad': 'En otro país',
    },
  },
  religion: {
    title: 'Religión',
    question: '¿Cuál es su religión, si tiene alguna?',
    published: `Rara vez. Ayuda a no poner exámenes en días sagrados. ${smallGroups}`,
    choices: {
      buddhist: 'Budista',
      christian: 'Cristiana',
      hindu: 'Hindú',
      jewish: 'Judía',
      muslim: 'Musulmana',
      sikh: 'Sij',
      'another-religion': 'Otra religión o creencia',
      'no-religion': 'Sin religión',
    },
  },
  age: {
    title: 'Edad',
    question: '¿En qué año nació?',
    published: `Por edades: menos de 35, 35 a 44, 45 a 54, 55 a 64, 65 o más. ${smallGroups}`,
    choices: {},
  },
  gender: {
    title: 'Género',
    question: '¿Cómo describe su género?',
    published: `En tres grupos: mujeres, hombres, otro género. ${smallGroups}`,
    choices: {
      woman: 'Mujer',
      man: 'Hombre',
      transgender: 'Transgénero',
      'two-spirit': ['Dos espíritus', 'Un término de pueblos indígenas'],
      'another-gender': 'No binario u otro término',
    },
  },
  'sexual-orientation': {
    title: 'Orientación sexual',
    question: '¿Cuál de estas se acerca más a cómo se ve usted?',
    published: `En dos grupos. ${smallGroups}`,
    choices: {
      'gay-lesbian': 'Gay o lesbiana',
      straight: 'Heterosexual',
      bisexual: 'Bisexual',
      'two-spirit': ['Dos espíritus', 'Un término de pueblos indígenas'],
      'another-orientation': 'Otro término',
    },
  },
  'marital-status': {
    title: 'Estado civil',
    question: '¿Cuál es su estado civil?',
    published: `En tres grupos. ${smallGroups}`,
    choices: {
      married: 'Con matrimonio o en pareja registrada',
      'separated-divorced': 'Con separación o divorcio',
      widowed: 'Con viudez',
      'never-married': 'Nunca me casé',
    },
  },
  caregiving: {
    title: 'Cuidado de otras personas',
    question:
      '¿Cuida regularmente de alguien sin que le paguen? Elija todas las respuestas que correspondan.',
    published: `En dos grupos, aparte del estado civil. ${smallGroups}`,
    choices: {
      child: 'Un menor de 18 años',
      adult: 'Un adulto que necesita ayuda por salud, edad o discapacidad',
      'no-caregiving': 'Ninguno de los dos',
    },
  },
  disability: {
    title: 'Discapacidad',
    question: '¿Tiene dificultad con algo de esto? Elija todas las respuestas que correspondan.',
    published: `Como alguna o ninguna. Nunca se toma de una solicitud de cambios en el examen. ${smallGroups}`,
    choices: {
      hearing: ['Oír', 'Sordera o mucha dificultad para oír'],
      seeing: ['Ver', 'Ceguera o mucha dificultad para ver, incluso con lentes'],
      thinking: [
        'Concentrarse, recordar o decidir',
        'Mucha dificultad, por una condición física, mental o emocional',
      ],
      moving: ['Caminar o subir escaleras', 'Mucha dificultad'],
      'self-care': ['Vestirse o bañarse', 'Cualquier dificultad'],
      errands: [
        'Hacer diligencias sin ayuda',
        'Por ejemplo ir al médico o de compras; por una condición física, mental o emocional',
      ],
      'no-disability': 'Nada de esto',
    },
  },
};
