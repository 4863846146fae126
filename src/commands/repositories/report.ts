import { barChart } from '../../reports/chart.js';
import { code, folded, heading, type Markdown, paragraphs, plain, table } from '../../reports/markdown.js';
import { countOf, formatBytes, formatCount, formatTime } from '../../reports/quantities.js';
import type { Report } from '../command.js';
import type { ListedRepository, RepositoriesResult } from './listing.js';

/** Rows of the summary that are shown, and those that are folded; the output has all. */
const open = 50;
const most = 2000;

/** The report of a list of repositories, for every frontend. */
export function reportRepositories(result: RepositoriesResult): Report {
  const { registry, namespace, repositories, total, matrix } = result;
  const values = repositories.map((one) => describeOne(one, result));
  const columns = columnsOf(result);
  const failures = [...new Set(repositories.flatMap(({ failure }) => (failure === undefined ? [] : [failure])))];
  return {
    outputs: { repositories: JSON.stringify(values), count: String(repositories.length), matrix: matrix ?? '' },
    json: {
      registry: registry.host,
      namespace,
      count: repositories.length,
      total,
      repositories: values,
      ...(matrix === undefined ? {} : { matrix: JSON.parse(matrix) }),
    },
    summary: summaryOf(result),
    table: {
      columns: columns.map(({ title }) => title),
      rows: repositories.map((one) => columns.map(({ text }) => ({ text: text(one) }))),
    },
    names: repositories.map(({ name }) => name),
    headline: headlineOf(result),
    failures,
    exitCode: failures[0]?.exitCode ?? 0,
  };
}

function describeOne(repository: ListedRepository, { detailed }: RepositoriesResult): unknown {
  if (!detailed) return repository.name;
  const { failure, ...known } = repository;
  return failure === undefined ? known : { ...known, error: failure.message, exitCode: failure.exitCode };
}

/** @returns how many repositories could not be read */
function errorsIn(repositories: readonly ListedRepository[]): number {
  return repositories.filter(({ failure }) => failure !== undefined).length;
}

function headlineOf({ registry, namespace, repositories, total, matrix }: RepositoriesResult): string {
  const where = namespace === undefined ? registry.host : `${namespace} in ${registry.host}`;
  const chosen = repositories.length === total ? '' : `, ${repositories.length} as requested`;
  const jobs = matrix === undefined ? '' : `, distributed over ${countOf(jobsIn(matrix), 'job')}`;
  const errors = errorsIn(repositories);
  const unread = errors === 0 ? '' : `, ${countOf(errors, 'error')}`;
  return `${where} has ${countOf(total, 'repository', 'repositories')}${chosen}${jobs}${unread}`;
}

function jobsIn(matrix: string): number {
  return (JSON.parse(matrix) as { include: readonly unknown[] }).include.length;
}

interface Column {
  readonly title: string;
  readonly text: (repository: ListedRepository) => string;
}

/** Empty columns are left out. */
function columnsOf({ repositories, detailed }: RepositoriesResult): readonly Column[] {
  const name: Column = { title: 'repository', text: (one) => one.name };
  if (!detailed) return [name];
  const number = (value: number | undefined, words = formatCount) => (value === undefined ? '' : words(value));
  const others: readonly Column[] = [
    { title: 'pulls', text: ({ pulls }) => number(pulls) },
    { title: 'stars', text: ({ stars }) => number(stars) },
    { title: 'size', text: ({ size }) => number(size, formatBytes) },
    { title: 'tags', text: ({ tags }) => number(tags) },
    { title: 'updated', text: ({ updated }) => (updated === undefined ? '' : formatTime(updated)) },
    { title: 'private', text: (one) => (one.private ? 'private' : '') },
    { title: 'error', text: ({ failure }) => failure?.message ?? '' },
  ];
  return [name, ...others.filter(({ text }) => repositories.some((one) => text(one) !== ''))];
}

function summaryOf(result: RepositoriesResult): Markdown {
  const { repositories } = result;
  const columns = columnsOf(result);
  const head = columns.map(({ title }) => plain(`${title.charAt(0).toUpperCase()}${title.slice(1)}`));
  const rowsOf = (some: readonly ListedRepository[]) =>
    table([head, ...some.map((one) => columns.map(({ text }, at) => (at === 0 ? code : plain)(text(one))))]);
  const more = repositories.slice(open, most);
  return paragraphs(
    heading(errorsIn(repositories) === 0 ? 'none' : 'bad', headlineOf(result)),
    repositories.length === 0 ? undefined : rowsOf(repositories.slice(0, open)),
    more.length === 0 ? undefined : folded(countOf(more.length, 'more repository', 'more repositories'), rowsOf(more)),
    repositories.length > most
      ? plain(`${repositories.length - most} further ones are in the output only.`)
      : undefined,
    ...(result.detailed ? chartsOf(repositories) : []),
  );
}

/** The charts: the repositories with the most pulls and with the largest size. */
function chartsOf(repositories: readonly ListedRepository[]): readonly (Markdown | undefined)[] {
  const chart = (title: string, unit: string, more: string, value: (one: ListedRepository) => number | undefined) => {
    const values = repositories.map((one) => value(one) ?? 0);
    // Long numbers would overlap on the axis.
    const [scale, axis] = Math.max(0, ...values) >= 1e7 ? [1e6, more] : [1, unit];
    const bars = repositories.map(({ name }, at) => ({
      label: shortName(name, repositories),
      value: (values[at] ?? 0) / scale,
    }));
    return barChart(title, axis, bars);
  };
  return [
    chart('Most pulled', 'pulls', 'million pulls', ({ pulls }) => pulls),
    chart('Largest', 'MB', 'TB', ({ size }) => (size === undefined ? undefined : size / 1e6)),
    chart('Most tags', 'tags', 'million tags', ({ tags }) => tags),
  ];
}

/** Without the namespace, where all have the same. */
function shortName(name: string, all: readonly ListedRepository[]): string {
  const prefix = name.slice(0, name.indexOf('/') + 1);
  return all.every((one) => one.name.startsWith(prefix)) ? name.slice(prefix.length) : name;
}
