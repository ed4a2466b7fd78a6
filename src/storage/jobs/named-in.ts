/** What a job is about: the payload names it. */
export function namedIn(payload: unknown, name: 'matter' | 'credential'): string {
  const found =
    typeof payload === 'object' && payload !== null
      ? Object.entries(payload).find(([key]) => key === name)
      : undefined;
  if (found === undefined) {
    throw new Error(`a job about a ${name} names none`);
  }
  return String(found[1]);
}
