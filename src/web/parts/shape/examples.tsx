/** All shapes. */
import type { Example } from '../example.ts';
import { Shape, type ShapeName } from './shape.tsx';

const all: readonly ShapeName[] = ['diamond', 'disc', 'ring', 'half', 'triangle', 'cross', 'tick'];

export const examples: readonly Example[] = [
  {
    name: 'all',
    element: (
      <ul>
        {all.map((name) => (
          <li key={name}>
            <Shape name={name} />
            {name}
          </li>
        ))}
      </ul>
    ),
  },
];
