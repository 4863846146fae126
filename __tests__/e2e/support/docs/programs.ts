import { projectRoot } from '../../../../sandbox/index.js';
import { repository } from '../../../../src/lib/project.js';
import { buildHost } from './builds.js';

const bundle = `${projectRoot()}/dist/index.js`;

/** Programs that scripts of the snippets run, in place of real ones: each writes its arguments to `$CALLS`. */
export const programs: Readonly<Record<string, string>> = {
  'image-gate': `#!/bin/bash
if [ "$1" = serve ]; then
  log=$(mktemp)
  "${process.execPath}" "${bundle}" "$@" --port 0 <&0 2> "$log" &
  until grep -q 'listening on' "$log" || ! kill -0 $!; do sleep 0.05; done
  kill -TERM $!
  wait $!
else
  "${process.execPath}" "${bundle}" "$@"
fi
code=$?
echo "image-gate $* → $code" >> "\${CALLS:-/dev/null}"
exit $code
`,
  npx: '#!/bin/sh\n[ "$1" = --yes ] && shift\nname=${1%@*}; shift\nexec "$name" "$@"\n',
  docker: recorded(
    'docker',
    `case "$1 $*" in
  *" --push "*) curl --silent --show-error --fail https://${buildHost}/ ;;
  "run "*) while [ "\${1#ghcr.io/${repository}:}" = "$1" ]; do shift; done; shift; exec image-gate "$@" ;;
esac`,
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
