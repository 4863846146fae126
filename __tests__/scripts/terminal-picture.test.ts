import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { terminalPicture } from '../../scripts/terminal-picture.js';

const lines = ['── A chapter ──', '$ image-gate check "<a&b>"', `  ${'x'.repeat(200)}`, '', '  ✓ exit code 0'];
const picture = terminalPicture({ title: 'a & b', lines, seconds: 20 });

/** The lines of a picture, below its title. */
function textsOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<text [^>]*class="line [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
}

describe('the picture of a terminal', () => {
  it('shows each line, escaped, and cuts one that is too long', () => {
    expect(textsOf(picture)).toEqual(['── A chapter ──', lines[1], `${'x'.repeat(89)}…`, '✓ exit code 0']);
    expect(picture).toContain('aria-label="a &amp; b"');
  });

  it('lets the lines appear one after the other, the last before the time is over', () => {
    const delays = [...picture.matchAll(/class="line[^>]*animation-delay:([\d.]+)s/g)].map(([, delay]) =>
      Number(delay),
    );
    expect(delays).toEqual([...delays].sort((one, other) => one - other));
    expect(new Set(delays).size).toBe(delays.length);
    expect(delays.at(-1)).toBeLessThan(20);
  });

  it('shows everything to readers who prefer reduced motion', () => {
    expect(picture).toContain('@media (prefers-reduced-motion:reduce){.line,.cover{animation:none}}');
    expect(picture).not.toMatch(/\.line\{[^}]*opacity:0/);
  });
});

describe('docs/images/demo.svg', () => {
  const svg = readFileSync('docs/images/demo.svg', 'utf8');
  const transcript = readFileSync('docs/demo.md', 'utf8').split('\n');

  it('shows lines of the transcript in docs/demo.md', () => {
    const shown = textsOf(svg);
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((text) => !transcript.some((line) => line.trim() === text))).toEqual([]);
  });

  it('loads nothing, and is small', () => {
    expect(svg).not.toMatch(/href|url\(|@import|<script/);
    expect(svg.length).toBeLessThan(60_000);
  });
});
