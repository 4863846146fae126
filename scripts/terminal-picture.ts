/** The contents of a picture of a terminal. */
export interface TerminalStory {
  readonly title: string;
  /** Commands (`$ …`) and their output, without control characters. */
  readonly lines: readonly string[];
  /** The time until the last line has appeared. */
  readonly seconds: number;
}

const [columns, cell, row, left, top] = [92, 8, 19, 16, 52] as const;
const width = columns * cell + 2 * left;
const styles = [
  'text{font:13.3px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#c9d1d9;white-space:pre}',
  '.typed{fill:#fff;font-weight:bold}.chapter{fill:#79c0ff}.good{fill:#7ee787}.bad{fill:#ff7b72}.wait{fill:#e3b341}.dim{fill:#8b949e}',
  '.line{animation:show .01s linear both}@keyframes show{from{opacity:0}to{opacity:1}}',
  '.cover{fill:#0d1117;transform:scaleX(0);transform-box:fill-box;transform-origin:right;animation:type linear both}',
  '@keyframes type{from{transform:scaleX(1)}to{transform:scaleX(0)}}',
  '@media (prefers-reduced-motion:reduce){.line,.cover{animation:none}}',
].join('\n');

/**
 * An SVG of a terminal in which the lines appear one after the other, typed ones letter by letter. Without animations, and
 * for readers who prefer reduced motion, it shows all of them. A line that is too long ends with `…`.
 */
export function terminalPicture({ title, lines, seconds }: TerminalStory): string {
  const shown = lines.map((line) => (line.length > columns ? `${line.slice(0, columns - 1)}…` : line));
  const pauses = shown.map(pauseOf);
  const scale = seconds / pauses.reduce((sum, pause) => sum + pause, 0);
  const height = top + shown.length * row + 6;
  let at = 0;
  const texts = shown.map((line, index) => {
    const duration = (pauses[index] ?? 0) * scale;
    const text = lineOf(line, top + index * row, at, duration);
    at += duration;
    return text;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>\n${styles}\n</style>`,
    `<rect width="${width}" height="${height}" rx="8" fill="#0d1117" stroke="#30363d"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map(
      (fill, index) => `<circle cx="${20 + index * 18}" cy="18" r="5" fill="${fill}"/>`,
    ),
    `<text x="${width / 2}" y="22" text-anchor="middle" class="dim">${escaped(title)}</text>`,
    ...texts.filter((text) => text !== ''),
    '</svg>',
    '',
  ].join('\n');
}

/** How long a line takes, compared with the others: a typed one by its letters, a chapter a moment to read what was before. */
function pauseOf(line: string): number {
  if (line.startsWith('$ ')) return 10 + line.length;
  return line.startsWith('──') ? 25 : 4;
}

function lineOf(line: string, y: number, begin: number, duration: number): string {
  if (line === '') return '';
  const indent = line.search(/\S/);
  const text = line.slice(indent);
  const isTyped = line.startsWith('$ ');
  const start = left + indent * cell;
  const extent = text.length * cell;
  const delay = `animation-delay:${begin.toFixed(2)}s`;
  const written = `<text x="${start}" y="${y}" textLength="${extent}" class="line ${kindOf(text)}" style="${delay}">${escaped(text)}</text>`;
  if (!isTyped) return written;
  const typing = `${delay};animation-duration:${(duration * 0.8).toFixed(2)}s;animation-timing-function:steps(${text.length})`;
  return `${written}<rect class="cover" x="${start}" y="${y - 14}" width="${extent}" height="${row}" style="${typing}"/>`;
}

function kindOf(text: string): string {
  if (text.startsWith('$ ')) return 'typed';
  if (text.startsWith('──')) return 'chapter';
  if (/^(?:✓|ready\b)|\bis ready\b/.test(text)) return 'good';
  if (/^(?:✗|Error:)/.test(text)) return 'bad';
  if (/\bnot ready\b/.test(text)) return 'wait';
  return /^(?:STATUS|Requests:)/.test(text) ? 'dim' : 'text';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
