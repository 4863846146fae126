import { listLinkedPages } from '../../../../src/http/linked-pages.js';
import { describe } from '../../../../src/http/message.js';
import { failureOf } from '../../../../src/http/responses.js';
import { timeOf } from '../../../../src/images/date.js';
import { digestIn } from '../../../../src/images/digest.js';
import { countOf, isObject, textsOf } from '../../../../src/lib/json.js';
import type { CreateDriver, DriverKind, ListedManifest } from '../../../../src/registries/drivers/driver.js';
import { deleteByProtocol } from '../../../../src/registries/drivers/oci.js';

/** toy.example.com: all that a registry needs to be known, in one file. */
export const toy: DriverKind = {
  title: 'Toy',
  hosts: 'toy.example.com',
  permissions: { read: 'read', delete: 'delete' },
  matches: (host) => host === 'toy.example.com',
  emptyNamespace: 'none',
  credentialsAdvice: 'The password is the key of the toy box.',
  deniedAdvice: 'The owner of the toy box has to let you in.',
  capabilities: {
    deleteTag: 'alone',
    deleteManifest: 'with-its-tags',
    tokenDeletes: 'manifests',
    pageSize: 50,
    lists: ['size', 'pushed', 'children'],
  },
  load: async () => createToyDriver,
};

const createToyDriver: CreateDriver = ({ origin }) => ({
  repository(name, { oci, session }) {
    const home = `/toy/v1/${name.path}`;
    const send = (method: 'GET' | 'DELETE', url: URL) => session.send({ method, url }, `repository:${name.path}:pull`);
    return {
      async *list() {
        yield* listLinkedPages({
          origin,
          answer: await send('GET', new URL(`${home}/manifests`, origin)),
          send: (url) => send('GET', url),
          read: readManifest,
          keyOf: ({ digest = '' }) => digest,
          failed: (answer, asked) => failureOf(answer, asked, session.advice),
        });
      },
      async deleteTag(tag) {
        const url = new URL(`${home}/tags/${tag}`, origin);
        const answer = await send('DELETE', url);
        if (answer.status === 204) return { kind: 'deleted' };
        if (answer.status === 404) return { kind: 'missing' };
        throw failureOf(answer, describe({ method: 'DELETE', url }), session.adviceTo('delete'));
      },
      deleteManifest: (digest) => deleteByProtocol(name, oci, digest),
    };
  },
});

function readManifest(value: unknown): ListedManifest | undefined {
  const { digest, size, pushed, children, tags } = isObject(value) ? value : {};
  const known = digestIn(digest);
  if (known === undefined || !Array.isArray(tags)) return undefined;
  return {
    digest: known,
    size: countOf(size),
    pushed: timeOf(pushed),
    children: textsOf(children),
    tags: tags.map(({ name, pushed: at, locked }) => ({
      name: String(name),
      pushed: timeOf(at),
      ...(locked === true ? { locked: `${name} is locked in the toy box` } : {}),
    })),
  };
}
