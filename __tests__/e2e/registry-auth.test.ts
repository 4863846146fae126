import { describe, expect, test } from '@jest/globals';
import { runCommandAction, runJson, runText } from './support/listing.js';
import { recordsAbout } from './support/requests.js';
import { useInternet } from './support/surroundings.js';

const internet = await useInternet();
internet.generic.auth = 'basic';
internet.generic.users.set('ada', 'secret-of-ada');
internet.ghcr.users.set('eve', 'ghp_0123456789abcdefghijABCDEFGHIJ012345');
const host = 'registry.example.com';

/** One private image in each of two registries. */
async function given(name: string): Promise<readonly [string, string]> {
  internet.generic.repository(name, { private: true, members: ['ada'] });
  internet.ghcr.repository(name, { private: true, members: ['eve'] });
  await internet.generic.image(name, '1');
  await internet.ghcr.image(name, '1');
  return [`${host}/${name}:1`, `ghcr.io/${name}:1`];
}

const both = `
- registry: ${host}
  username: ada
  password: secret-of-ada
- registry: ghcr.io
  username: eve
  password: ghp_0123456789abcdefghijABCDEFGHIJ012345
`;

/** The user names that were sent to a host in Basic, for a token or straight. */
function usersAt(about: string, where: string): readonly string[] {
  const sent = recordsAbout(internet.requests, about).filter((request) => request.host === where);
  const basic = sent.flatMap(({ headers }) => /^Basic (.+)$/.exec(String(headers.authorization))?.[1] ?? []);
  return [...new Set(basic.map((value) => Buffer.from(value, 'base64').toString().split(':')[0] ?? ''))];
}

describe('registry-auth', () => {
  test.concurrent('reads each registry with its own credentials', async () => {
    const name = 'acme/auth-both';
    const images = await given(name);

    const { exitCode, json } = await runJson(
      'inspect',
      { image: images.join(','), 'registry-auth': both },
      { internet },
    );

    expect(exitCode).toBe(0);
    expect(json.results ?? json).toHaveLength(2);
    expect(usersAt(name, host)).toEqual(['ada']);
    expect(usersAt(name, 'ghcr.io')).toEqual(['eve']);
  });

  test.concurrent('works beside username and password, which belong to registry', async () => {
    const name = 'acme/auth-beside';
    const images = await given(name);
    const inputs = {
      image: images.join(','),
      registry: host,
      username: 'ada',
      password: 'secret-of-ada',
      'registry-auth':
        '[{"registry":"ghcr.io","username":"eve","password":"ghp_0123456789abcdefghijABCDEFGHIJ012345"}]',
    };

    const { exitCode } = await runJson('inspect', inputs, { internet });

    expect(exitCode).toBe(0);
    expect(usersAt(name, 'ghcr.io')).toEqual(['eve']);
  });

  test.concurrent('in the Action hides its passwords, and no whole line', async () => {
    const name = 'acme/auth-action';
    const [image] = await given(name);

    const { exitCode, log, masks } = await runCommandAction('inspect', { image, 'registry-auth': both }, { internet });

    expect(exitCode).toBe(0);
    expect(log).not.toContain('secret-of-ada');
    expect(masks).toContain('secret-of-ada');
    expect(masks.filter((mask) => mask.includes('registry:'))).toEqual([]);
  });

  test.concurrent('that cannot be parsed is refused before any request', async () => {
    const name = 'acme/auth-broken';
    const [image] = await given(name);

    const { stderr } = await runText('inspect', { image, 'registry-auth': '- "secret-of-ada' }, { internet });

    expect(stderr).toContain('is not valid YAML or JSON (line 1)');
    expect(stderr).not.toContain('secret-of-ada');
    expect(recordsAbout(internet.requests, name)).toEqual([]);
  });
});

describe('registry', () => {
  const credentials = { username: 'ada', password: 'secret-of-ada' };

  test.concurrent('is taken from the names', async () => {
    const name = 'acme/auth-inferred';
    const [image] = await given(name);

    const { exitCode } = await runJson('inspect', { image, ...credentials }, { internet });

    expect(exitCode).toBe(0);
    expect(usersAt(name, host)).toEqual(['ada']);
  });

  test.concurrent('has to be named where the names are of several', async () => {
    const name = 'acme/auth-unclear';
    const images = await given(name);

    const { json } = await runJson('inspect', { image: images.join(','), ...credentials }, { internet });

    expect(json.error).toContain('--username and --password are given, and the images are in several registries');
    expect(recordsAbout(internet.requests, name)).toEqual([]);
  });

  test.concurrent('is taken from a namespace too', async () => {
    const name = 'listed/app';
    internet.generic.repository(name, { private: false });
    await internet.generic.image(name, '1');

    const { exitCode, json } = await runJson(
      'repositories',
      { namespace: `${host}/listed`, ...credentials },
      { internet },
    );

    expect([exitCode, json]).toEqual([0, expect.objectContaining({ repositories: [name] })]);
  });
});
