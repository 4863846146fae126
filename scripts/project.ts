import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The data about the project in package.json. */
export interface Project {
  /** `owner/name` on GitHub: of the repository, of its action and, in lower case, of its container image. */
  readonly repository: string;
  /** The name on npm. */
  readonly packageName: string;
  readonly version: string;
}

const modulePath = 'src/lib/project.ts';
/** Where text refers to the project; code takes it from `modulePath`. */
const roots = ['.github', 'docs', 'README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md', 'Dockerfile'];

/**
 * Gives the files that name the project what package.json has now: the module for the code, package.json's own links,
 * the lock file, and every reference in the generated texts, by path, and in the workflows and docs beside them.
 *
 * @throws Error when a file already names the new repository: the two could then not be distinguished later
 */
export async function renewProject(generated: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const former = recordedIn(await readFile(modulePath, 'utf8'));
  const manifest = JSON.parse(await readFile('package.json', 'utf8'));
  const project = projectOf(manifest);
  const files = new Map(generated);
  for (const path of (await Promise.all(roots.map(textFiles))).flat())
    if (!files.has(path)) files.set(path, await readFile(path, 'utf8'));
  for (const [path, text] of files) {
    if (project.repository !== former.repository && namesRepository(project).test(text))
      throw new Error(`${path} already has ${project.repository} in an example: write another name there`);
    files.set(path, renewReferences(text, former, project, path.startsWith('.github/workflows/')));
  }
  return files
    .set(modulePath, moduleText(project))
    .set('package.json', json({ ...manifest, ...links(project) }))
    .set('package-lock.json', lockText(await readFile('package-lock.json', 'utf8'), project));
}

function projectOf({ name, version, repository }: Record<string, unknown>): Project {
  const { url } = repository as { url: string };
  const [, slug] = /^git\+https:\/\/github\.com\/([\w-]+\/[\w.-]+)\.git$/.exec(url) ?? [];
  if (slug === undefined) throw new Error(`repository.url of package.json is no git+https://github.com/….git: ${url}`);
  return { repository: slug, packageName: String(name), version: String(version) };
}

/** The project that the files name so far: as the module has it, not as it was when it was last compiled. */
function recordedIn(module: string): Project {
  const constant = (name: string) => new RegExp(`^export const ${name} = '(.+)';$`, 'm').exec(module)?.[1] ?? '';
  return {
    repository: constant('repository'),
    packageName: constant('packageName'),
    version: constant('version'),
  };
}

function links({ repository }: Project) {
  const page = `https://github.com/${repository}`;
  return { homepage: `${page}#readme`, bugs: { url: `${page}/issues` } };
}

function lockText(text: string, { packageName: name, version }: Project): string {
  const lock = JSON.parse(text);
  const packages = { ...lock.packages, '': { ...lock.packages[''], name, version } };
  return json({ ...lock, name, version, packages });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function moduleText({ repository, packageName, version }: Project): string {
  return `// Generated from package.json by npm run build: the bundle reads no files beside it.

export const version = '${version}';

/** The name on npm. */
export const packageName = '${packageName}';

/** \`owner/name\` on GitHub: of the repository, of its action and, in lower case, of its container image. */
export const repository = '${repository}';
`;
}

/**
 * A text with every reference to `former` turned into one to `project`. Examples follow the moving tag of the major
 * version (`@v1`, `:1`); a workflow's own steps name the exact release, which cannot change.
 */
export function renewReferences(text: string, former: Project, project: Project, isWorkflow: boolean): string {
  const major = project.version.split('.')[0];
  const moved = text
    .replaceAll(namesRepository(former), (name) => (name === former.repository ? project.repository : imageOf(project)))
    .replaceAll(namesPackage(former), project.packageName);
  const release = String.raw`\d+(?:\.\d+\.\d+)?(?![\w.])`;
  const action = new RegExp(String.raw`(?<=${namesRepository(project).source}[\w./-]*@v)${release}`, 'g');
  const step = new RegExp(String.raw`(?<=^[ -]*uses: ${escaped(project.repository)}[\w/-]*@v)${release}$`, 'gm');
  const others = new RegExp(
    [
      String.raw`(?<=--branch v)${release}(?= https://github\.com/${escaped(project.repository)})`,
      String.raw`(?<=${escaped(imageOf(project))}:)\d+(?:\.\d+\.\d+)?(?![\w.])`,
      `(?<=(?:${namesPackage(project).source})@)${release}`,
    ].join('|'),
    'g',
  );
  const examples = moved.replaceAll(action, `${major}`).replaceAll(others, `${major}`);
  return isWorkflow ? examples.replaceAll(step, project.version) : examples;
}

function imageOf({ repository }: Project): string {
  return `ghcr.io/${repository.toLowerCase()}`;
}

function namesRepository(project: Project): RegExp {
  const { repository } = project;
  return new RegExp(String.raw`(?<![\w.-])(?:${escaped(imageOf(project))}|${escaped(repository)})(?![\w-])`, 'g');
}

/** On npm's pages, in badges, where npm runs or installs it, and with a version. Elsewhere the word is the program's name. */
function namesPackage({ packageName }: Project): RegExp {
  const places = String.raw`(?:npx|npm (?:i|install|exec))(?: -[\w-]+)* |/npm/v/|npmjs\.com/package/`;
  const name = escaped(packageName);
  return new RegExp(String.raw`(?<=${places})${name}(?![\w./-])|(?<![\w.@/-])${name}(?=@\d)`, 'g');
}

function escaped(text: string): string {
  return text.replaceAll(/[.\\/-]/g, String.raw`\$&`);
}

async function textFiles(root: string): Promise<readonly string[]> {
  const names = await readdir(root, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (names === undefined) return [root];
  return names.map((name) => join(root, name)).filter((path) => /\.(?:md|svg|ya?ml)$/.test(path));
}
