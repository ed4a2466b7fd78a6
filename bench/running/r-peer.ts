/** R beside us in the same run: a script that prints its own processor seconds, where R and a package of it are there. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Columns go over as raw little-endian doubles, which R reads at once; `column("name")` reads one in the script. The
 * script prints numbers, one a line. Undefined where R, or the package, is not installed here.
 */
export function inR(
  needs: string,
  columns: Readonly<Record<string, Float64Array>>,
  script: string,
): readonly number[] | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-r-'));
  try {
    for (const [name, values] of Object.entries(columns)) {
      writeFileSync(path.join(folder, name), new Uint8Array(values.buffer));
    }
    const file = path.join(folder, 'peer.R');
    const length = Math.max(...Object.values(columns).map((values) => values.length));
    writeFileSync(
      file,
      `if (!requireNamespace("${needs}", quietly = TRUE)) quit(status = 3)
column <- function(name) readBin(file.path("${folder}", name), "double", n = ${length})
seconds <- function(work) { spent <- system.time(work); cat(spent[["user.self"]] + spent[["sys.self"]], "\\n") }
${script}`,
    );
    const { status, stdout } = spawnSync('Rscript', ['--vanilla', file], { encoding: 'utf8' });
    return status === 0 ? stdout.trim().split('\n').map(Number) : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const besideR = (ours: number, theirs: number | undefined): string =>
  theirs === undefined
    ? 'R is not here'
    : `R ${theirs.toFixed(2)} s, ${(ours / theirs).toFixed(3)} of it`;
