import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Prints a CycloneDX SBOM of the bundle: of all packages that the lock file has, those that dist/licenses.txt names. No
 * package is installed with the bundle, so package.json lists all of them as development dependencies.
 */
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const all = JSON.parse(
  execFileSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  }),
);
const licenses = readFileSync('dist/licenses.txt', 'utf8');
const bundled = new Set([...licenses.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+)\n[\w .()-]+\n/gm)].map(([, name]) => name));
const nameOf = (ref) => ref.slice(0, ref.lastIndexOf('@'));
const needs = new Map(all.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
const root = all.metadata.component['bom-ref'];

/** From what the bundle imports to what that imports: another version of a package may serve a tool alone. */
const found = new Set();
const walk = (refs) => {
  for (const ref of refs) {
    if (found.has(ref) || !bundled.has(nameOf(ref))) continue;
    found.add(ref);
    walk(needs.get(ref) ?? []);
  }
};
walk(needs.get(root) ?? []);

// A package that is used where it is found, and no dependency of the one that uses it (supports-color, by debug).
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
const isFound = (name) => [...found].some((ref) => nameOf(ref) === name);
for (const name of bundled) if (!isFound(name)) walk([`${name}@${lock[`node_modules/${name}`].version}`]);

const sbom = {
  ...all,
  metadata: { ...all.metadata, component: { ...all.metadata.component, name: manifest.name, type: 'application' } },
  components: all.components
    .filter((component) => found.has(component['bom-ref']))
    .map(({ properties: _properties, ...component }) => ({ ...component, scope: 'required' })),
  dependencies: all.dependencies
    .filter(({ ref }) => ref === root || found.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => found.has(one)) })),
};
console.log(JSON.stringify(sbom, undefined, 2));
