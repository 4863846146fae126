import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import * as core from '@actions/core';
import type { Report } from '../commands/command.js';
import { cleanLine } from '../lib/clean-line.js';
import { type ExitCode, type Failure, usageFailure } from '../lib/errors.js';
import type { Log } from '../lib/log.js';
import { explainFailures, failureList, failureTitles } from '../reports/failure.js';
import { capMarkdown, heading, pageList, paragraphs } from '../reports/markdown.js';
import { cleanAndRedact, type Secrets } from '../reports/secrets.js';
import { renderTable } from '../reports/table.js';

/** The runner’s files and settings for a report. */
export interface Publishing {
  readonly secrets: Secrets;
  readonly log: Log;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Gives the runner a report: the log first, then outputs, summary and annotation, so that a file of the runner that
 * cannot be written hides nothing. @returns the exit code of the step
 */
export async function publish(report: Report, publishing: Publishing): Promise<ExitCode> {
  const { secrets } = publishing;
  const text = textOf(report);
  if (text !== '') core.info(secrets.redactResult(text));
  if (report.note !== undefined) core.info(cleanAndRedact(report.note, secrets));
  const unset = setOutputs(report.outputs, publishing);
  await writeSummary(report.summary, publishing);
  const failures = unset === undefined ? report.failures : [...report.failures, unset];
  if (failures.length > 0) annotate(failures, secrets);
  else if (report.exitCode !== 0) core.error(secrets.redact(report.headline), { title: 'Image Gate' });
  return report.exitCode === 0 && unset !== undefined ? unset.exitCode : report.exitCode;
}

/** Gives the runner a failure of the whole command. @returns the exit code of the step */
export async function publishFailure(failure: Failure, publishing: Publishing): Promise<ExitCode> {
  const { secrets } = publishing;
  annotate([failure], secrets);
  if (failure.cause instanceof Error && failure.cause.stack) core.debug(secrets.redact(failure.cause.stack));
  const summary = paragraphs(
    heading('bad', `${subjectOf(failure)}: ${failureTitles[failure.kind]}`),
    failureList([failure]),
    pageList(failure.pages),
  );
  await writeSummary(summary, publishing);
  return failure.exitCode;
}

/** The image that a failure is about, where its message begins with one. */
function subjectOf({ operation }: Failure): string {
  return /^\S+[/:@]\S+$/.test(operation) ? operation : 'Image Gate';
}

/** The table, the headline and, of a gate that is closed, why. */
function textOf({ table, headline, failures, exitCode }: Report): string {
  // The annotation has the headline where nothing failed and the step does not succeed.
  const sentence = failures.length === 0 && exitCode !== 0 ? [] : [cleanLine(headline)];
  return [...(table.rows.length === 0 ? [] : [renderTable(table)]), ...sentence].join('\n\n');
}

/** One annotation for all: the runner shows ten of a kind in a step, and people read one. */
function annotate(failures: readonly Failure[], secrets: Secrets): void {
  const [first] = failures;
  const text = explainFailures(failures).map((line) => cleanAndRedact(line, secrets));
  core.error(text.join('\n'), {
    title: first ? `Image Gate: ${failureTitles[first.kind]}` : 'Image Gate',
  });
}

/** @returns a failure when they cannot be set: a later step would take an empty output for an answer */
function setOutputs(outputs: Report['outputs'], { secrets }: Publishing): Failure | undefined {
  try {
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, secrets.redactResult(value));
    return undefined;
  } catch (error) {
    return usageFailure(
      `the outputs cannot be written to the file GITHUB_OUTPUT: ${(error as Error).message}`,
      'The result is in the log. Allow the user of the step to write to the files of the runner.',
    );
  }
}

/** The result does not depend on the summary: one that cannot be written is a warning. */
async function writeSummary(summary: string, { secrets, log, environment }: Publishing): Promise<void> {
  const path = environment.GITHUB_STEP_SUMMARY;
  if (!path) return;
  await append(path, `${capMarkdown(secrets.redact(summary))}\n`).catch((error: Error) =>
    log.warn(`The step summary cannot be written: ${error.message}`),
  );
}

/** The runner has made the file: nothing would read one that is missing. */
async function append(path: string, text: string): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}
