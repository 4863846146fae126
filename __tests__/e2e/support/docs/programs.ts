import { projectRoot } from '../../../../sandbox/index.js';
import { buildHost } from './builds.js';

const bundle = `${projectRoot()}/dist/index.js`;

/** Programs that scripts of the snippets run, in place of real ones: each writes its arguments to `$CALLS`. */
export const programs: Readonly<Record<string, string>> = {
  'image-gate': `#!/bin/sh
"${process.execPath}" "${bundle}" "$@"
code=$?
echo "image-gate $* → $code" >> "\${CALLS:-/dev/null}"
exit $code
`,
  npx: '#!/bin/sh\n[ "$1" = --yes ] && shift\nexec "$@"\n',
  docker: recorded(
    'docker',
    `case "$*" in *" --push "*) curl --silent --show-error --fail https://${buildHost}/ ;; esac`,
  ),
  gh: recorded('gh'),
  kubectl: recorded(
    'kubectl',
    'case "$*" in get*) echo "docker.io/acme/app@sha256:0000000000000000000000000000000000000000000000000000000000000000" ;; esac',
  ),
  pass: recorded('pass', 'echo a-password-0123456789'),
};

function recorded(name: string, then = ''): string {
  return `#!/bin/sh\necho "${name} $*" >> "\${CALLS:-/dev/null}"\n${then}\n`;
}
