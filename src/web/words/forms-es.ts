/** The words that forms share, in Spanish. */
import type { forms } from './forms.ts';

export const formsEs = {
  optional: '(opcional)',
  errorBefore: 'Error:',
  summaryTitle: (mistakes: number): string =>
    mistakes === 1 ? 'Hay una cosa que corregir' : `Hay ${mistakes} cosas que corregir`,
  summaryText: 'No se pierde nada de lo que escribió.',
  month: 'Mes',
  day: 'Día',
  year: 'Año',
  or: 'o',
  change: 'Cambiar',
  alreadyUploaded: (file: string): string => `Subido: ${file}`,
  step: (current: number, all: number): string => `Paso ${current} de ${all}`,
  choose: 'Elija una opción',
} satisfies typeof forms;
