import { afterAll } from '@jest/globals';
import {
  available,
  type Internet,
  type InternetOptions,
  type RegistryOptions,
  type RunningRegistry,
  startInternet,
  startRegistry,
} from '../../../sandbox/index.js';
import { createFolders, type Folders } from './files.js';
import { type Story, startStory } from './story.js';

/** The registries that a test can stand before: the real one too, where this machine has it. */
export const registryKinds: readonly RegistryOptions['kind'][] = available() ? ['memory', 'distribution'] : ['memory'];

/** An internet that stands until the last test of the file has ended. */
export async function useInternet(options?: InternetOptions): Promise<Internet> {
  const internet = await startInternet(options);
  afterAll(() => internet.stop());
  return internet;
}

/** A registry that stands until the last test of the file has ended. */
export async function useRegistry(options: RegistryOptions): Promise<RunningRegistry> {
  const registry = await startRegistry(options);
  afterAll(() => registry.stop());
  return registry;
}

/** Folders that are there until the last test of the file has ended. */
export function useFolders(): Folders {
  const folders = createFolders();
  afterAll(() => folders.remove());
  return folders;
}

/** The world of a story, which stands until the last test of the file has ended. */
export async function useStory(): Promise<Story> {
  const story = await startStory();
  afterAll(() => story.stop());
  return story;
}
