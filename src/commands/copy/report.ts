import type { Failure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import { failureList } from '../../reports/failure.js';
import { code, codeBlock, heading, markdown, paragraphs, plain, table, unbroken } from '../../reports/markdown.js';
import { formatBytes } from '../../reports/quantities.js';
import type { Cell } from '../../reports/table.js';
import type { Report } from '../command.js';

/** The result for one target. */
export interface Copied {
  /** `name:tag`, or `name@digest` where it has no tag. */
  readonly image: string;
  readonly pinned: string;
  /** `exists`: the tag is another image, and overwrite is false. `not-tried`: because of such a tag elsewhere. */
  readonly status: 'copied' | 'unchanged' | 'exists' | 'not-tried' | 'failed';
  readonly bytesCopied: number;
  readonly blobsMounted: number;
  readonly failure?: Failure;
}

export interface CopyResult {
  readonly from: string;
  readonly digest: string;
  /** The index is a new one: some platforms were left out. */
  readonly rebuilt: boolean;
  readonly targets: readonly Copied[];
}

const words: Record<Copied['status'], { readonly text: string; readonly mark: string; readonly tone: Cell['tone'] }> = {
  copied: { text: 'copied', mark: '✅ copied', tone: 'good' },
  unchanged: { text: 'unchanged', mark: '✅ unchanged', tone: 'good' },
  exists: { text: 'exists', mark: '❌ tag is on another image', tone: 'bad' },
  'not-tried': { text: 'not tried', mark: '⏸️ not tried', tone: 'muted' },
  failed: { text: 'failed', mark: '❌ failed', tone: 'bad' },
};

/** The report of a copy, for every frontend. */
export function reportCopy(result: CopyResult): Report {
  const { digest, targets } = result;
  const failures = targets.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
  const [only] = targets.length === 1 ? targets : [];
  const results = targets.map(resultOf);
  const sums = {
    bytesCopied: targets.reduce((sum, { bytesCopied }) => sum + bytesCopied, 0),
    blobsMounted: targets.reduce((sum, { blobsMounted }) => sum + blobsMounted, 0),
  };
  const good = targets.every(isThere);
  const there = good ? { digest } : {};
  const single = only !== undefined && isThere(only) ? { image: only.image, pinned: only.pinned } : {};
  return {
    outputs: {
      ...there,
      ...single,
      'bytes-copied': String(sums.bytesCopied),
      'blobs-mounted': String(sums.blobsMounted),
      results: JSON.stringify(results),
    },
    json: { from: result.from, ...there, ...single, ...sums, results },
    summary: summaryOf(result, sums.bytesCopied),
    table: {
      columns: ['status', 'image', 'digest', 'bytes', 'mounted'],
      rows: targets.map(({ status, image, bytesCopied, blobsMounted }) => [
        { text: words[status].text, tone: words[status].tone ?? 'muted' },
        { text: image },
        // The digests of the others are not known, or differ.
        { text: isThere({ status }) ? digest.slice(0, 19) : '' },
        { text: formatBytes(bytesCopied) },
        { text: String(blobsMounted) },
      ]),
    },
    names: targets.filter(isThere).map(({ image }) => image),
    headline: headlineOf(result, sums.bytesCopied),
    failures,
    exitCode: failures[0]?.exitCode ?? (good ? 0 : 1),
  };
}

function isThere({ status }: Pick<Copied, 'status'>): boolean {
  return status === 'copied' || status === 'unchanged';
}

function resultOf({ image, pinned, status, bytesCopied, blobsMounted, failure }: Copied): Record<string, unknown> {
  return {
    image,
    ...(isThere({ status }) ? { pinned } : {}),
    status,
    bytesCopied,
    blobsMounted,
    ...(failure && { error: failure.message, exitCode: failure.exitCode }),
  };
}

function headlineOf({ from, targets }: CopyResult, bytes: number): string {
  const [only] = targets;
  const bad = targets.filter((target) => !isThere(target));
  const other = targets.find(({ status }) => status === 'exists');
  if (other !== undefined)
    return `nothing was copied: ${other.image} is another image, and ${inputName('overwrite')} is false`;
  if (bad.length > 0) {
    const copied = targets.length - bad.length;
    const counts = copied === 0 ? '' : ` (${copied} of ${targets.length} targets copied)`;
    return `${from} could not be copied to ${bad.map(({ image }) => image).join(', ')}${counts}`;
  }
  const where = targets.length === 1 && only !== undefined ? only.image : `${targets.length} targets`;
  if (targets.every(({ status }) => status === 'unchanged')) return `${from} is already at ${where}`;
  return `${from} was copied to ${where}, ${formatBytes(bytes)} transferred`;
}

function summaryOf(result: CopyResult, bytes: number) {
  const { digest, targets, rebuilt } = result;
  const head = ['Status', 'Image', 'Bytes copied', 'Blobs mounted'].map(plain);
  const rows = targets.map(({ status, image, bytesCopied, blobsMounted }) => [
    plain(words[status].mark),
    code(image),
    unbroken(formatBytes(bytesCopied)),
    plain(String(blobsMounted)),
  ]);
  const failures = targets.flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
  const pinned = new Set(targets.filter(isThere).map((target) => target.pinned));
  return paragraphs(
    heading(targets.every(isThere) ? 'good' : 'bad', headlineOf(result, bytes)),
    codeBlock([...pinned]),
    table([head, ...rows]),
    rebuilt ? markdown`Some platforms were left out, so the index is a new one: ${code(digest)}.` : undefined,
    failureList(failures),
  );
}
