import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from '../../src/images/digest.js';
import { journalEnd, journalHead, journalLine, readJournal } from '../../src/retention/journal.js';
import { failureOf } from '../support/failures.js';

const head = { registry: 'http://localhost:5000', created: new Date('2026-01-02T03:04:05.678Z') };
const entryOf = (bytes: Uint8Array, tags: string[] = ['1.0']) => ({
  repository: 'acme/app',
  digest: digestOf(bytes),
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  tags,
  bytes: Buffer.from(bytes),
});
const line = journalLine(entryOf(Buffer.from('{}')));

describe('the journal', () => {
  it('reads back as it was written, whatever the bytes', () => {
    const tag = fc.stringMatching(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,20}$/);
    const entry = fc.tuple(fc.uint8Array(), fc.array(tag)).map(([bytes, tags]) => entryOf(bytes, tags));
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const text = [journalHead(head), ...entries.map(journalLine), journalEnd(entries.length)].join('');
        expect(readJournal(text)).toEqual({ head, entries, complete: true });
      }),
    );
  });

  it('cut off anywhere behind its head, has the whole lines before and is not complete', () => {
    const text = `${journalHead(head)}${line}${line}${journalEnd(2)}`;
    for (let at = journalHead(head).length; at < text.length; at += 1) {
      const { entries, complete } = readJournal(text.slice(0, at));
      expect(complete).toBe(false);
      expect(entries).toHaveLength(text.slice(0, at).split('\n').length - 2);
    }
  });

  it('is one line for each part, documented in docs/delete.md', () => {
    expect(journalHead(head)).toBe(
      '{"journal":"image-gate","version":1,"registry":"http://localhost:5000","created":"2026-01-02T03:04:05.678Z"}\n',
    );
    expect(Object.keys(JSON.parse(line))).toEqual(['repository', 'digest', 'mediaType', 'tags', 'bytes']);
    expect(journalEnd(2)).toBe('{"end":true,"manifests":2}\n');
  });

  it.each([
    ['', 'line 1 of the journal is not the head'],
    ['{"name":"package"}\n', 'line 1 of the journal is not the head'],
    ['{\n  "format": "image-gate-backup",\n', 'this is a backup, not a journal'],
    ['{"journal":"image-gate","version":2}\n', 'has version 2'],
    ['{"journal":"image-gate","version":1,"registry":"x","created":"never"}\n', 'no registry or no time'],
    [`${journalHead(head)}[]\n`, 'line 2 of the journal is not a JSON object'],
    [`${journalHead(head)}{"repository":"a"}\n`, 'line 2 of the journal is not a manifest'],
    [`${journalHead(head)}${line.replace(/sha256:./, 'sha256:x')}`, 'has no digest'],
    [`${journalHead(head)}${line.replace('"1.0"', '"a b"')}`, 'has no list of tags'],
    [`${journalHead(head)}${line.replace('"bytes":"', '"bytes":"AAAA')}`, 'does not match its digest'],
    [`${journalHead(head)}${line}${journalEnd(2)}`, 'does not have the number of manifests'],
  ])('%j is refused', (text, words) => {
    const failure = failureOf(() => readJournal(text));
    expect(failure.kind).toBe('usage');
    expect(failure.message).toContain(words);
  });
});
