import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RegistryName } from '../../images/name.js';
import { cleanLine } from '../../lib/clean-line.js';
import { Failure, usageFailure } from '../../lib/errors.js';
import { inputName } from '../../lib/input-names.js';
import { isObject } from '../../lib/json.js';
import { replaceFile } from '../../lib/replace-file.js';
import { callHelper, type HelperSettings, helperProgram } from './credential-helper.js';
import { configFile, helperOf, isEmpty, readConfig } from './docker-config.js';
import { keysOf } from './docker-config-keys.js';

/** A Docker config that has been read, and can take up the credentials of one registry. */
export interface DockerConfigEntry {
  /**
   * Keeps these credentials as `docker login` would: with the registry's helper, or in the file, which only its owner can
   * read from then on. All else in the file stays as it is.
   * @returns where they are now: the file's name or the helper's
   * @throws Failure (usage) when the helper or the file system refuses; the file is then as it was.
   */
  save(credentials: { readonly username: string; readonly password: string }): Promise<string>;
}

/** Reads the Docker config. @throws Failure (usage) when it is none, or names a helper that cannot be one. */
export async function openDockerConfig(registry: RegistryName, settings: HelperSettings): Promise<DockerConfigEntry> {
  const file = configFile(settings.environment);
  const config = await readConfig(file);
  const keys = keysOf(registry);
  const [key] = keys;
  const helper = helperOf(config, keys);
  const program = helper === undefined ? undefined : helperProgram(helper);
  const auths = isObject(config.auths) ? config.auths : {};
  return {
    async save({ username, password }) {
      if (program === undefined) {
        const auth = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
        await write(file, { ...config, auths: { ...auths, [key]: { auth } } });
        return file;
      }
      await store(program, { ServerURL: key, Username: username, Secret: password }, settings);
      // As Docker does: the name alone shows that the helper has it. A secret from before would only get old here.
      if (!isEmpty(auths[key])) await write(file, { ...config, auths: { ...auths, [key]: {} } });
      return program;
    },
  };
}

/** Indented with tabs, as Docker writes it. */
async function write(file: string, config: Record<string, unknown>): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await replaceFile(file, `${JSON.stringify(config, undefined, '\t')}\n`, 0o600);
  } catch (error) {
    throw usageFailure(
      `the Docker config ${file} cannot be written: ${(error as Error).message}`,
      `Nothing was changed. Give DOCKER_CONFIG another folder, or leave ${inputName('save')} out.`,
    );
  }
}

async function store(program: string, entry: Record<string, string>, settings: HelperSettings): Promise<void> {
  const refused = (words: string, cause?: unknown) =>
    new Failure('usage', {
      operation: `${program} store`,
      reason: words,
      advice:
        'The Docker config names this helper (credsStore or credHelpers): repair the helper, or remove it from the Docker config.',
      cause,
    });
  const outcome = await callHelper(program, 'store', JSON.stringify(entry), settings).catch((error: unknown) => {
    if (settings.signal.aborted) throw settings.signal.reason;
    throw refused(`it could not be run: ${cleanLine(String(error))}`, error);
  });
  const { exitCode, stdout, stderr } = outcome;
  if (exitCode !== 0) throw refused(cleanLine(`${stdout} ${stderr}`) || `exit code ${exitCode}`);
}
