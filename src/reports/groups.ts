import type { LogGroup } from '../lib/log.js';

/** The receiver of lines: a log that can fold one part at a time. */
export interface GroupTarget {
  open(title: string): void;
  line(text: string): void;
  close(): void;
}

/**
 * Keeps parts of a log apart that are written at the same time: the first shows its lines as they come, the others are
 * kept back, and shown whole when the one before has ended.
 */
export function createGroups(target: GroupTarget): (title: string) => LogGroup {
  interface Part {
    readonly title: string;
    readonly lines: string[];
    ended: boolean;
  }
  const parts: Part[] = [];
  const show = (part: Part) => {
    target.open(part.title);
    for (const text of part.lines) target.line(text);
  };
  return (title) => {
    const part: Part = { title, lines: [], ended: false };
    parts.push(part);
    if (parts[0] === part) show(part);
    return {
      line(text) {
        if (parts[0] === part) target.line(text);
        else part.lines.push(text);
      },
      end() {
        part.ended = true;
        while (parts[0]?.ended) {
          target.close();
          parts.shift();
          if (parts[0]) show(parts[0]);
        }
      },
    };
  };
}
