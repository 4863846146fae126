import { isIP } from 'node:net';
import { refusalReason } from '../../http/url-policy.js';
import { parseRegistry, type RegistryName } from '../../images/name.js';
import { usageFailure } from '../../lib/errors.js';
import { inputName, inputValue } from '../../lib/input-names.js';
import { isLoopback } from '../../lib/loopback.js';
import type { Context } from '../command.js';
import type { ServeInputs } from './inputs.js';

/** The images to serve, and the settings. Everything is checked already. */
export interface ServeRequest {
  readonly host: string;
  readonly port: number;
  readonly token: string | undefined;
  /** Milliseconds. */
  readonly every: number;
  readonly allowed: readonly RegistryName[];
  readonly notify: { readonly url: URL; readonly secret: string | undefined } | undefined;
}

const shortest = 10_000;

/** @throws Failure (usage) for inputs that cannot be used, or not together */
export function readServeRequest(inputs: ServeInputs, { log }: Pick<Context, 'log'>): ServeRequest {
  const { host, port = 0, token, every } = inputs;
  if (inputs.watch.length === 0 && inputs.allow.length === 0) {
    throw usageFailure(
      `${inputName('watch')} is required: the images to watch, or files that name them`,
      `For example ${inputValue('watch', 'acme/app:1.2.0')}. With ${inputName('allow')} alone, requests name the images.`,
    );
  }
  if (every < shortest) {
    throw usageFailure(
      `${inputName('every')} is shorter than 10s`,
      'Registries limit the rate of requests: 10m to 1h is usual.',
    );
  }
  if (isIP(host) === 0 && host !== 'localhost') {
    throw usageFailure(
      `${inputName('host')} is ${JSON.stringify(host)}, which is not an address`,
      'Give an address of this machine: 127.0.0.1, ::1, 0.0.0.0 or ::.',
    );
  }
  if (inputs['cache-dir'] !== undefined && inputs['cache-url'] !== undefined) {
    throw usageFailure(`${inputName('cache-dir')} and ${inputName('cache-url')} are given`, 'Give one of them.');
  }
  if (token === undefined && !isLoopback(isIP(host) === 6 ? `[${host}]` : host)) {
    log.warn(`Anyone who can reach ${host} can query the service: set ${inputName('token')} to require a token.`);
  }
  return {
    host,
    port,
    token,
    every,
    allowed: inputs.allow.map(parseRegistry),
    notify: readNotify(inputs),
  };
}

function readNotify({ notify, 'notify-secret': secret }: ServeInputs): ServeRequest['notify'] {
  if (notify === undefined) {
    if (secret === undefined) return undefined;
    throw usageFailure(
      `${inputName('notify-secret')} is given, and ${inputName('notify')} is not`,
      'Give both, or neither.',
    );
  }
  if (!URL.canParse(notify) || !/^https?:$/.test(new URL(notify).protocol)) {
    throw usageFailure(
      `${inputName('notify')} is ${JSON.stringify(notify)}, which is not the URL of a web service`,
      `For example ${inputValue('notify', 'https://ci.example.com/hooks/images')}.`,
    );
  }
  const url = new URL(notify);
  const objection = refusalReason(url, url);
  if (objection !== undefined) throw usageFailure(`${inputName('notify')}: ${objection}`);
  return { url, secret };
}
