/** The frame of a page in Spanish: what anybody meets. The places of a desk stay in English, the language of the desk. */
import type { frame } from './frame.ts';

type PublicPlace =
  | 'pledge'
  | 'programs'
  | 'log'
  | 'reports'
  | 'verify'
  | 'concern'
  | 'inbox'
  | 'demonstration'
  | 'complaintsHeard'
  | 'notices'
  | 'accessibility'
  | 'privacy';

export const frameEs = {
  siteName: 'Evenhand',
  titled: (title: string, mistakes: number): string =>
    `${mistakes > 0 ? 'Error: ' : ''}${title} | Evenhand`,
  skip: 'Ir al texto principal',
  home: 'Evenhand, página de inicio',
  menu: 'Menú',
  mainNavigation: 'Principal',
  accountNavigation: 'Su cuenta',
  deskNavigation: 'Su escritorio',
  trail: 'Dónde está usted',
  backTo: (place: string): string => `Volver a ${place}`,
  demonstration: 'Demostración',
  demonstrationText: 'Esta entidad y sus personas son inventadas.',
  demonstrationEnter: 'Pruébela como cualquiera de ellas',
  signIn: 'Entrar',
  signUp: 'Crear una cuenta',
  signOut: 'Salir',
  changePassphrase: 'Cambiar la frase de acceso',
  stay: (minutes: number): string =>
    `Su sesión sigue abierta ${minutes} minutos después de la última página que abra. Si se acaba ese tiempo, no se pierde nada de lo que escribió: entre de nuevo y envíelo entonces.`,
  footer: 'Sobre este sitio',
  purpose: 'Evenhand muestra cómo decide una entidad certificadora, y sobre quiénes.',
  places: {
    pledge: 'Nuestro compromiso',
    programs: 'Programas',
    log: 'Registro de decisiones',
    reports: 'Cómo decidimos, y sobre quiénes',
    verify: 'Verificar una credencial',
    concern: 'Presentar una inquietud',
    inbox: 'Correo',
    demonstration: 'Inicio de la demostración',
    complaintsHeard: 'Cómo se oyen las quejas',
    notices: 'Avisos públicos',
    accessibility: 'Accesibilidad',
    privacy: 'Privacidad',
  },
} satisfies Omit<typeof frame, 'roles' | 'places'> & {
  readonly places: Record<PublicPlace, string>;
};
