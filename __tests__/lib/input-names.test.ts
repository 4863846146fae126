import { describe, expect, it } from '@jest/globals';
import { loadCommands } from '../../src/commands/index.js';
import { cleanLine } from '../../src/lib/clean-line.js';
import { asFlag, asYaml, inputName, inputValue, writeInputs } from '../../src/lib/input-names.js';
import { plain } from '../../src/reports/markdown.js';
import { createSecrets, writingInputs } from '../../src/reports/secrets.js';
import { inputsNamedIn, textsIn } from '../support/messages.js';

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

describe('the messages in the source', () => {
  it('name inputs that there are', async () => {
    const inputs = new Set((await loadCommands()).flatMap((command) => Object.keys(command.inputs)));
    const named = inputsNamedIn('src');
    expect(named.size).toBeGreaterThan(40);
    expect([...named].filter((name) => !inputs.has(name))).toEqual([]);
  });

  it('name no input without its marks', async () => {
    const names = (await loadCommands()).flatMap((command) => Object.keys(command.inputs));
    const several = names.filter((name) => name.includes('-')).join('|');
    // Of a name that is an English word too only these are certain.
    const certain =
      /(?<![\w/.`-])(?:repo|namespace|username|timeout|strategy|journal|keep|wait|to|from|image) (?:is (?:needed|required|missing|given)|names)\b/;
    const bare = new RegExp(`(?<![\\w/.-])(?:${several})(?![\\w-])`);
    // Commands and permissions of others that are named like inputs.
    const others = /(?:gh attestation|cosign) trusted-root|id-token: write/g;
    const texts = [...textsIn('src').values()].flat().map((text) => text.replace(others, ''));
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter((text) => bare.test(text) || certain.test(text))).toEqual([]);
  });
});
