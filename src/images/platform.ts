import { usageFailure } from '../lib/errors.js';

/** An operating system and a processor, in the words of Go's GOOS and GOARCH as the OCI image index uses them. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

const grammar = /^([a-z0-9]+)\/([a-z0-9_-]+)(?:\/([a-z0-9.]+))?$/;
const aliases = new Map([
  ['x86_64', 'amd64'],
  ['x86-64', 'amd64'],
  ['aarch64', 'arm64'],
]);
const usualVariants = new Map([
  ['arm64', 'v8'],
  ['arm', 'v7'],
  ['amd64', 'v1'],
]);

/**
 * Reads `os/architecture[/variant]`: `linux/amd64`, `linux/arm/v7`.
 * @throws Failure (usage) for anything else.
 */
export function parsePlatform(text: string): Platform {
  const [, os, architecture, variant] = grammar.exec(text.toLowerCase()) ?? [];
  if (os === undefined || architecture === undefined) {
    throw usageFailure(
      `${JSON.stringify(text)} is not a platform`,
      'Write os/architecture or os/architecture/variant: linux/amd64, linux/arm64, linux/arm/v7.',
    );
  }
  return normalizePlatform({ os, architecture, ...(variant === undefined ? {} : { variant }) });
}

/**
 * One spelling for each platform, as containerd does it: arm64 without a variant is v8, arm is v7, amd64 is v1.
 */
export function normalizePlatform(platform: Platform): Platform {
  const architecture = aliases.get(platform.architecture) ?? platform.architecture;
  const variant = platform.variant || usualVariants.get(architecture);
  return { os: platform.os, architecture, ...(variant === undefined ? {} : { variant }) };
}

/** True if both are the same platform, once both are normalized. */
export function samePlatform(one: Platform, other: Platform): boolean {
  return formatPlatform(one) === formatPlatform(other);
}

/** The short spelling: `linux/arm64`, not `linux/arm64/v8`; `linux/arm/v7` keeps its variant. */
export function formatPlatform(platform: Platform): string {
  const { os, architecture, variant } = normalizePlatform(platform);
  const silent = (architecture === 'arm64' && variant === 'v8') || (architecture === 'amd64' && variant === 'v1');
  return variant === undefined || silent ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}
