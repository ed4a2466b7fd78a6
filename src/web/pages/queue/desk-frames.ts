/** Frames of each office for the examples of the desk: names in several scripts, one of them very long. */

import { guestFrame } from '../../parts/page-frame/examples.tsx';
import type { Frame, Role } from '../../parts/page-frame/frame.ts';

const names: Readonly<Record<Exclude<Role, 'candidate'>, string>> = {
  clerk: 'Odile Mbeki',
  reviewer: 'Þórdís Jónsdóttir',
  staff: 'Suharto',
  board: 'Constance Begay',
  conduct: 'Ngozi Featherstonehaugh',
  ombud: 'Bảo Trần',
  panel: 'Ó Súilleabháin',
  custodian: 'Wiremu Parata',
  director: 'فاطمة الزهراء بنت محمد',
  auditor: 'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón',
};

export const frameOf = (role: keyof typeof names, path: string): Frame => ({
  ...guestFrame,
  path,
  viewer: { name: names[role], role },
});
