import { cpus, release, totalmem, type } from 'node:os';
import { type Finding, formatFinding } from './finding.js';
import { versionsHere } from './tools.js';

/** The machine and the programs of the measurement, a row for each target, and the result of each part. */
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
