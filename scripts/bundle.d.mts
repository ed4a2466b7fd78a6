/** The folder of the compiled program; compiles it first where needed. */
export function bundled(): Promise<string>;
