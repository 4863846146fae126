const leftovers = new Set<() => void>();
let listening = false;

/**
 * Runs `action` (which must be synchronous) should the process end before it is called off; returns what calls it off.
 * So a test that fails half-way leaves neither processes nor files behind.
 */
export function atExit(action: () => void): () => void {
  if (!listening) {
    listening = true;
    process.once('exit', () => {
      for (const leftover of leftovers) leftover();
    });
  }
  leftovers.add(action);
  return () => void leftovers.delete(action);
}
