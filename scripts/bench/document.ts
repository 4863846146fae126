import { readFile, writeFile } from 'node:fs/promises';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../sandbox/index.js';
import { type Finding, formatFinding } from './finding.js';
import { versionsHere } from './tools.js';

/** Where and with what was measured, a row for each target, and what each part has found. */
export function formatFindings(findings: readonly Finding[]): string {
  const processors = cpus();
  const machine = `${processors.length} processors (${processors[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release().split('-')[0]}`;
  const targets = findings.flatMap((finding) => finding.targets);
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}; ${versionsHere()}.`,
    [
      '| Target | Wanted | Measured |',
      '| --- | ---: | ---: |',
      ...targets.map(
        ({ what, wanted, found, met }) => `| ${what} | ${wanted} | ${met ? found : `**${found}: missed**`} |`,
      ),
    ].join('\n'),
    ...findings.map(formatFinding),
  ].join('\n\n');
}

/** Writes that into docs/benchmarks.md, between its markers. */
export async function document(findings: readonly Finding[]): Promise<void> {
  const path = join(projectRoot(), 'docs', 'benchmarks.md');
  const [begin, end] = ['<!-- benchmarks -->', '<!-- /benchmarks -->'];
  const text = await readFile(path, 'utf8');
  const between = new RegExp(`${begin}[^]*${end}`);
  await writeFile(
    path,
    text.replace(between, () => `${begin}\n\n${formatFindings(findings)}\n\n${end}`),
  );
}
