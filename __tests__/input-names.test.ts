import { describe, expect, it } from '@jest/globals';
import { cleanLine } from '../src/http/words.js';
import { asFlag, asYaml, inputName, inputValue, writeInputs } from '../src/input-names.js';
import { plain } from '../src/reports/markdown.js';
import { createSecrets, writingInputs } from '../src/reports/secrets.js';

describe('writeInputs', () => {
  it.each<[string, string, string]>([
    [`${inputName('wait')} is "10"`, '--wait is "10"', 'wait is "10"'],
    [inputValue('registry', 'ghcr.io'), '--registry ghcr.io', 'registry: ghcr.io'],
    [inputValue('keep', 10), '--keep 10', 'keep: 10'],
    [inputValue('dry-run', true), '--dry-run', 'dry-run: true'],
    [inputValue('details', false), '--no-details', 'details: false'],
    [
      inputValue('build-inputs', 'commit={commit}'),
      "--build-inputs 'commit={commit}'",
      "build-inputs: 'commit={commit}'",
    ],
    [`${inputName('from')} and ${inputName('to')}`, '--from and --to', 'from and to'],
    ['no input at all', 'no input at all', 'no input at all'],
    ['\uFDD0not closed', '\uFDD0not closed', '\uFDD0not closed'],
  ])('%j', (text, flags, yaml) => {
    expect([writeInputs(text, asFlag), writeInputs(text, asYaml)]).toEqual([flags, yaml]);
  });

  it('finds them in text that has been cleaned, escaped or made JSON of', () => {
    const message = `Give ${inputName('source-token')}, or ${inputValue('source', 'git')}.`;
    expect(writeInputs(cleanLine(message), asFlag)).toBe('Give --source-token, or --source git.');
    expect(JSON.parse(writeInputs(JSON.stringify({ message }), asFlag))).toEqual({
      message: 'Give --source-token, or --source git.',
    });
    expect(writeInputs(plain(message), asYaml)).toBe('Give source\\-token\\, or source: git\\.');
  });
});

describe('writingInputs', () => {
  it('hides a secret also where writing the inputs puts it together', () => {
    const secrets = writingInputs(createSecrets(), asFlag);
    secrets.add('one--wait-two');
    expect(secrets.redact(`one${inputName('wait')}-two`)).toBe('***');
    expect(secrets.redactResult(`one${inputName('wait')}-two`)).toBe('***');
  });
});
