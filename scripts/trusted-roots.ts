import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { githubRoot } from '../src/verification/roots/github.js';
import { publicGoodRoot } from '../src/verification/roots/public-good.js';
import { readTarget } from './trusted-roots/read-target.js';

/** The instances of Sigstore whose trusted roots the bundle has, and where each publishes its own. */
const instances = [
  {
    name: 'Sigstore’s public-good instance',
    url: 'https://tuf-repo-cdn.sigstore.dev',
    file: 'public-good',
    constant: 'publicGoodRoot',
    current: publicGoodRoot,
  },
  {
    name: 'GitHub’s instance for private repositories',
    url: 'https://tuf-repo.github.com',
    file: 'github',
    constant: 'githubRoot',
    current: githubRoot,
  },
];

/**
 * Renews the trusted roots in src/verification/roots/ by TUF, from the root metadata in scripts/trusted-roots/. With
 * --check it only reports what is not up to date, and fails if anything is not.
 */
async function main(checkOnly: boolean): Promise<void> {
  for (const { name, url, file, constant, current } of instances) {
    const target = await readTarget(url, `scripts/trusted-roots/${file}.root.json`, 'trusted_root.json');
    const content: unknown = JSON.parse(target.toString('utf8'));
    if (isDeepStrictEqual(content, current.content)) {
      console.log(`${name}: up to date since ${current.date}`);
    } else if (checkOnly) {
      console.error(`${name}: there is a later trusted root; run npm run trusted-roots, then npm run build`);
      process.exitCode = 1;
    } else {
      const date = new Date().toISOString().slice(0, 10);
      const path = `src/verification/roots/${file}.ts`;
      const text = `/** ${name}: \`trusted_root.json\` of ${url}. Written by \`npm run trusted-roots\`. */
export const ${constant} = { date: '${date}', content: ${JSON.stringify(content)} };
`;
      await writeFile(path, text);
      execFileSync('node_modules/.bin/biome', ['format', '--write', path], { stdio: 'inherit' });
      console.log(`${name}: renewed`);
    }
  }
}

await main(process.argv.includes('--check'));
