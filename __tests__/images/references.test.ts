import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { imageReferences, type ReferenceFormat } from '../../src/images/references.js';
import { Failure } from '../../src/lib/errors.js';
import { rejectionOf } from '../support/failures.js';

/** `LINE text`, with `?` for a tag that stands elsewhere; what is not resolved as `LINE ! text`. */
async function read(text: string, format: ReferenceFormat): Promise<readonly string[]> {
  const found = await imageReferences(text, format, 'file');
  return found.map(
    ({ kind, line, text: name }) =>
      `${line} ${kind === 'unresolved' ? '! ' : ''}${name}${kind === 'no-tag' ? ' ?' : ''}`,
  );
}

const lines = (...all: readonly string[]) => all.join('\n');
const digest = `sha256:${'a1'.repeat(32)}`;

describe('Dockerfiles', () => {
  it.each<[string, string, readonly string[]]>([
    ['FROM', 'FROM node:24-alpine', ['1 node:24-alpine']],
    ['lower case, tabs, a platform, a name', 'from --platform=$BUILDPLATFORM\tnode:24  as build', ['1 node:24']],
    ['a digest', `FROM node:24@${digest}`, [`1 node:24@${digest}`]],
    ['quotes', 'FROM "node:24"', ['1 node:24']],
    ['no tag', 'FROM ghcr.io/acme/app', ['1 ghcr.io/acme/app']],
    ['scratch', 'FROM scratch', []],
    ['stages', lines('FROM a:1 AS Build', 'FROM build AS test', 'FROM b:2'), ['1 a:1', '3 b:2']],
    ['an image that a stage is named after', lines('FROM alpine AS alpine', 'FROM alpine'), ['1 alpine']],
    ['COPY --from', lines('FROM a:1', 'COPY --chown=1:1 --from=b:2 /x /y'), ['1 a:1', '2 b:2']],
    [
      'COPY --from a stage, a later one too',
      lines('FROM a:1', 'COPY --from=late /x /y', 'FROM b AS LATE'),
      ['1 a:1', '3 b'],
    ],
    ['COPY --from a number', lines('FROM a:1', 'COPY --from=0 /x /y'), ['1 a:1']],
    ['ADD has no images', lines('FROM a:1', 'ADD --from=b:2 /x /y'), ['1 a:1']],
    [
      'RUN --mount',
      lines('FROM a:1', 'RUN --mount=type=cache,target=/c --mount=type=bind,from=b:2,source=/x \\', '  make'),
      ['1 a:1', '2 b:2'],
    ],
    ['RUN --mount from a stage', lines('FROM a:1 AS s', 'RUN --mount=from=s true'), ['1 a:1']],
    ['ONBUILD', lines('FROM a:1', 'ONBUILD COPY --from=b:2 /x /y'), ['1 a:1', '2 b:2']],
    ['ARG', lines('ARG TAG=24', 'ARG BASE="node:${TAG}" X=1', 'FROM ${BASE}-slim'), ['3 node:24-slim']],
    ['ARG with a default in its place', 'FROM node:${TAG:-24}', ['1 node:24']],
    ['ARG that is set and not its default', lines('ARG TAG=22', 'FROM node:${TAG:-24}$TAG'), ['2 node:2222']],
    ['what is there instead', lines('ARG TAG=22', 'FROM node:24${TAG:+-slim}'), ['2 node:24-slim']],
    ['an empty default', lines('ARG S=', 'FROM node:24${S}${S:-x}${S-y}'), ['2 node:24x']],
    ['ARG without a default', lines('ARG TAG', 'FROM node:$TAG'), ['2 ! node:$TAG']],
    ['ARG after FROM', lines('FROM a', 'ARG B=b:1', 'FROM $B'), ['1 a', '3 ! $B']],
    ['ARG of one that has none', lines('ARG A', 'ARG B=$A', 'FROM $B'), ['3 ! $B']],
    ['what only BuildKit can do', lines('ARG A=x', 'FROM ${A#x}'), ['2 ! ${A#x}']],
    [
      'lines that go on, comments between',
      lines('FROM \\', '# no', '', '  node:24 \\', '  AS x', 'FROM x'),
      ['1 node:24'],
    ],
    ['the escape directive', lines('# escape=`', 'FROM `', 'a:1', 'RUN dir C:\\', 'FROM b:2'), ['2 a:1', '5 b:2']],
    ['comments', lines('# FROM no:1', '  # FROM no:2', 'FROM a:1', '#FROM no:3'), ['3 a:1']],
    ['Windows line ends', 'FROM a:1\r\nFROM b:2\r\n', ['1 a:1', '2 b:2']],
    [
      'here-documents',
      lines(
        'FROM a:1',
        'RUN <<EOF cat <<-"TWO"',
        'FROM no:1',
        'EOF',
        'FROM no:2',
        '\tTWO',
        'COPY <<X /y',
        'FROM no',
        'X',
        'FROM b',
      ),
      ['1 a:1', '10 b'],
    ],
    ['what looks like a here-document', lines('FROM a', 'RUN cat <<<EOF && echo $((1<<X))', 'FROM b'), ['1 a', '3 b']],
    ...(
      [
        ['COPY <<app.conf /etc/', 'app.conf'],
        ['COPY <<END-OF-FILE /x', 'END-OF-FILE'],
        ['COPY <<-\\EOT /x', 'EOT'],
        ["RUN <<'one two'", 'one two'],
        ['RUN cat << EOF > /x', 'EOF'],
        ["RUN <<E'OF'", 'EOF'],
        ['RUN 3<<"E O F" cat', 'E O F'],
        ['ADD --chmod=644 <<1.2_x /y', '1.2_x'],
        ['ONBUILD RUN <<$EOF', '$EOF'],
        ['RUN --mount=type=cache,target=/c <<EOF', 'EOF'],
        ['RUN echo ${X:-a b} ${X/a/b} ${X%.*} ${X:+"it\'s}"} $1 $@ $((1<<2)) <<EOF', 'EOF'],
        ['RUN echo $X{y $${x[0]} <<EOF', 'EOF'],
        ['RUN echo "$(x ${X:-$Y})" && cat <<EOF;', 'EOF;'],
        ['run cat 0<<\tEOF', 'EOF'],
        ['RUN [ -f x ] && cat <<EOF', 'EOF'],
      ] as const
    ).map(([open, close]): [string, string, readonly string[]] => [
      `a here-document: ${open}`,
      lines('FROM a:1', open, 'FROM no', close, 'FROM b:2'),
      ['1 a:1', '5 b:2'],
    ]),
    ...[
      'RUN ["cat", "<<EOF"]',
      "RUN echo '<<EOF'",
      'RUN cat<<EOF',
      'ENV X=<<EOF',
      'LABEL x="a <<EOF"',
      'CMD <<EOF',
      // BuildKit finds no words in a line with a variable that it does not know, and so no here-document.
      'RUN echo ${X^^} <<EOF',
      'RUN echo "${X[@]}" <<EOF',
      'RUN echo ${#X} <<EOF',
      'RUN echo ${X:#a} <<EOF',
      'RUN echo ${{ x }} <<EOF',
      'RUN echo "${X:-<<EOF" x',
      'COPY --chmod="644 <<EOF" a b',
      "RUN echo \\$it's <<EOF",
    ].map((open): [string, string, readonly string[]] => [
      `no here-document: ${open}`,
      lines('FROM a:1', open, 'FROM b:2', '# EOF', 'FROM c:3'),
      ['1 a:1', '3 b:2', '5 c:3'],
    ]),
    [
      'two here-documents of one instruction, the first with what looks like the end of the second',
      lines('FROM a', 'COPY <<"a.txt" <<\'b c\' /x/', 'b c', 'FROM no', 'a.txt', 'FROM no', 'b c', 'FROM b'),
      ['1 a', '8 b'],
    ],
    ['a delimiter with tabs in front, without <<-', lines('FROM a', 'RUN <<E', '\tE', 'FROM no', 'E'), ['1 a']],
    ['an escaped escape ends no line', lines('FROM a', 'RUN dir C:\\\\', 'FROM b'), ['1 a', '3 b']],
    [
      'an escape directive below a comment is none',
      lines('# x', '# escape=`', 'FROM a', 'RUN x`', 'FROM b'),
      ['3 a', '5 b'],
    ],
    ['directives in any order', lines('# syntax=docker/dockerfile:1', '# escape=`', 'FROM `', 'a:1'), ['3 a:1']],
    ['quoted flags', lines('FROM a:1', 'COPY --from="b:2" /x /y', "COPY '--from=c:3' /x /y"), ['1 a:1', '2 b:2']],
    ['a quoted mount', lines('FROM a:1', 'RUN --mount="type=bind,FROM=b:2" true'), ['1 a:1', '2 b:2']],
    [
      'mounts that are quoted in part',
      lines('FROM a:1', "RUN --mount=type=bind,from='b:2',target=/x true"),
      ['1 a:1', '2 b:2'],
    ],
    [
      'a mount whose field is quoted',
      lines('FROM a:1', `RUN --mount='"type=bind","from=b:2"' true`),
      ['1 a:1', '2 b:2'],
    ],
    [
      'a mount with a comma in a field',
      lines('FROM a:1', `RUN --mount='"source=x,from=no",from=b:2' true`),
      ['1 a:1', '2 b:2'],
    ],
    ['a mount from a number, which is no stage', lines('FROM a:1', 'RUN --mount=from=0 true'), ['1 a:1', '2 0']],
    [
      'flags that the escape directive escapes',
      lines(
        '# escape=`',
        'FROM a:1',
        'RUN --mount=from=b:2,source=C:\\ --mount=from=c:3,target=`"x true',
        'COPY --from=d`:4 x y',
      ),
      ['2 a:1', '3 b:2', '3 c:3', '4 d:4'],
    ],
    ['escapes in single quotes of a flag', lines('FROM a:1', "COPY --from='b\\:2' x y"), ['1 a:1', '2 b:2']],
    ['a flag whose quote does not end', lines('FROM a:1', 'COPY --from="b:2'), ['1 a:1', '2 b:2']],
    ['what follows --', lines('FROM a:1', 'RUN -- --mount=from=b:2'), ['1 a:1']],
    ['quotes within a word', lines(`ARG A=no'de'":24"`, 'FROM "$A"-slim'), ['2 node:24-slim']],
    ['single quotes keep the dollar', lines("ARG A='$B' B=x", 'FROM a:$B'), ['2 a:x']],
    ['an escaped blank', lines('ARG A=x\\ y B=1', 'FROM a:$B'), ['2 a:1']],
    [
      'stages by platform',
      lines(
        'FROM a:1 AS bin-amd64',
        'FROM b:2 AS bin-arm64',
        'FROM bin-${TARGETARCH}',
        'COPY --from=bin-$TARGETARCH /x /',
      ),
      ['1 a:1', '2 b:2'],
    ],
    [
      'stages by platform, named with the argument',
      lines('FROM a AS x-${TARGETARCH}', 'FROM x-${TARGETARCH}'),
      ['1 a'],
    ],
    [
      'stages by platform and argument',
      lines(
        'ARG KIND=slim BASE=bin-${KIND}-${TARGETARCH}',
        'FROM a:1 AS bin-slim-amd64',
        'FROM b:2 AS bin-slim-armv7',
        'FROM ${BASE}${TARGETVARIANT}',
        'FROM bin-$KIND-${TARGETARCH:-amd64}',
        'COPY --from=bin-slim-${TARGETARCH:?} /x /',
      ),
      ['2 a:1', '3 b:2'],
    ],
    [
      'a platform argument with a default of its own',
      lines('ARG TARGETARCH=amd64', 'FROM a-$TARGETARCH:1'),
      ['2 a-amd64:1'],
    ],
    [
      'an argument that is not known beside the platform',
      lines('FROM a AS b-x', 'FROM b-${KIND}${TARGETARCH}'),
      ['1 a', '2 ! b-${KIND}${TARGETARCH}'],
    ],
    [
      'an image by platform is not known',
      lines('FROM a AS b', 'FROM c-${TARGETARCH}:1'),
      ['1 a', '2 ! c-${TARGETARCH}:1'],
    ],
    ['an illegal name', 'FROM Acme/App:1', ['1 ! Acme/App:1']],
    ['nothing', '\n# empty\n', []],
  ])('%s', async (_name, text, expected) => expect(await read(text, 'dockerfile')).toEqual(expected));

  it.each([
    [lines('FROM a:1', '{{ if .x }}', 'FROM b'), 'file:2 cannot be read: "{{" is not a Dockerfile instruction'],
    ['FROM {{ base }}', 'file:1 cannot be read: it contains {{ }}'],
    ['FROM', 'file:1 cannot be read: FROM has no image'],
    [lines('FROM a', 'RUN cat \\', ' <<EOF', 'FROM b'), 'file:3 cannot be read: the here-document "EOF" does not end'],
    [lines('FROM a', 'COPY <<A <<B /x', 'A', 'FROM b'), 'file:2 cannot be read: the here-document "B" does not end'],
    ['services:\n  a:\n    image: x', 'file:1 cannot be read: "services:" is not a Dockerfile instruction'],
  ])('%j is refused', async (text, words) => {
    const failure = await rejectionOf(imageReferences(text, 'dockerfile', 'file'));
    expect([failure.kind, failure.message]).toEqual(['usage', words]);
    expect(failure.advice).toContain('rendered first');
  });

  it('reports which variable has no value', async () => {
    const [found] = await imageReferences('FROM ${BASE}:1', 'dockerfile', 'file');
    expect(found).toEqual({
      kind: 'unresolved',
      text: '${BASE}:1',
      line: 1,
      reason: 'the variable BASE has no value in this file',
    });
  });
});

describe('YAML and JSON', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a manifest',
      lines('spec:', '  containers:', '    - name: a', '      image: a:1', '    - image: "b:2"'),
      ['4 a:1', '5 b:2'],
    ],
    ['documents', lines('image: a:1', '---', '# nothing', '---', 'image: b:2', '...'), ['1 a:1', '5 b:2']],
    ['a list of Kubernetes', lines('kind: List', 'items:', '- spec: {initContainers: [{image: a:1}]}'), ['3 a:1']],
    [
      'the status of a pod',
      lines(
        'status:',
        '  containerStatuses:',
        '  - image: docker.io/acme/app:1',
        `    imageID: docker-pullable://acme/app@${digest}`,
      ),
      ['3 docker.io/acme/app:1', `4 acme/app@${digest}`],
    ],
    ['an ID of an image', `imageID: docker://${digest}`, [`1 ! docker://${digest}`]],
    ['JSON', lines('{"spec":', ' {"image": "a:1",', ' "x": [{"image": "b:2"}]}}'), ['2 a:1', '3 b:2']],
    ['JSON with nothing in it', '{"a": "image"}', []],
    ['no tag', 'image: acme/app', ['1 acme/app']],
    ['no text', lines('image:', 'b: {image: ""}', 'c: {image: [a]}', 'd: {image: null}'), []],
    ['quotes and block scalars', lines("image: 'a:1'", 'b:', '  image: >-', '    b:2'), ['1 a:1', '3 b:2']],
    ['a tag of YAML', lines('x: !Ref y', 'image: !Sub a:1'), ['2 a:1']],
    [
      'Compose',
      lines('services:', '  db:', '    image: postgres:${TAG:-17}', '  app:', '    image: ${APP}', '    build: .'),
      ['3 postgres:17', '5 ! ${APP}'],
    ],
    ['Compose, a default in a default', 'image: ${A:-${B:-acme/app}:1}', ['1 acme/app:1']],
    ['Compose, a message', 'image: a:${TAG:?set it}', ['1 ! a:${TAG:?set it}']],
    ['Tekton', 'image: $(params.image)', ['1 ! $(params.image)']],
    [
      'anchors',
      lines('x: &app {image: a:1}', 'b: *app', 'c: {<<: *app, command: x}', 'd: {<<: [*app], image: b:2}'),
      ['1 a:1', '4 b:2'],
    ],
    ['an alias as an image', lines('x: &name a:1', 'b: {image: *name}'), ['1 a:1']],
    ['an alias inside of itself', lines('a: &a', '  image: x:1', '  b: *a'), ['2 x:1']],
    ['a key twice', lines('image: a:1', 'image: b:2'), ['1 a:1', '2 b:2']],
    [
      'Helm',
      lines('image:', '  registry: ghcr.io', '  repository: acme/app', '  tag: "1.2"'),
      ['4 ghcr.io/acme/app:1.2'],
    ],
    [
      'Helm with a digest',
      lines('image:', '  repository: a', '  tag: v1', `  digest: ${digest}`),
      [`3 a:v1@${digest}`],
    ],
    [
      'Helm with empty parts',
      lines('image:', '  registry: ""', '  repository: a', '  tag: ""', '  digest:'),
      ['3 a ?'],
    ],
    [
      'Helm without a tag',
      lines('a:', '  image:', '    repository: acme/app', '    pullPolicy: Always'),
      ['3 acme/app ?'],
    ],
    ['Helm, name instead of repository', 'image: {name: acme/app, tag: v1}', ['1 acme/app:v1']],
    [
      'Helm, nested in itself',
      'image: {repository: a, tag: v1, init: {image: {repository: b, tag: v2}}}',
      ['1 a:v1', '1 b:v2'],
    ],
    ['siblings', lines('proxy:', '  repository: acme/proxy', '  tag: v2'), ['3 acme/proxy:v2']],
    ['image beside tag', lines('image: acme/app', 'imageTag: v3'), ['2 acme/app:v3']],
    ['a whole image beside tag', lines('image: acme/app:v1', 'tag: v3'), ['1 acme/app:v1']],
    ['an alias of Helm values', lines('x-image: &i {repository: a}', 'b:', '  image: *i'), ['1 a ?']],
    [
      'a repository merged into Helm values',
      lines('x: &i {repository: a}', 'image:', '  <<: *i', '  tag: v2'),
      ['4 a:v2'],
    ],
    [
      'a repository of charts, of git',
      lines('dependencies:', '- repository: https://x', 'git:', '  repository: https://y', '  tag: v1'),
      [],
    ],
    [
      'a tag that YAML reads as a number',
      lines('image: {repository: a, tag: 1.10}', 'b: {image: {repository: b, tag: 1.2}}'),
      ['1 ! a:1.10', '2 b:1.2'],
    ],
    ['a number too long', 'image: {repository: a, tag: 123456789012345678901}', ['1 ! a:123456789012345678901']],
    [
      'a kustomization',
      lines(
        'images:',
        '- name: a',
        '  newTag: v1',
        '- name: b',
        '  newName: c',
        '- name: d',
        `  digest: ${digest}`,
        '- name: e',
      ),
      ['3 a:v1', '5 c ?', `7 d@${digest}`],
    ],
    [
      'a kustomization with both',
      lines('images:', '- name: a', '  newName: ghcr.io/b', '  newTag: "3"'),
      ['4 ghcr.io/b:3'],
    ],
    ['lists of whole names', lines('images: [a:1, "b=c:2", logo.png, [x]]'), ['1 a:1', '1 c:2']],
    ['an illegal name', 'image: https://example.com/x.png', ['1 ! https://example.com/x.png']],
    [
      '{{ }} in other texts',
      lines('image: a:1', 'data:', '  alert: "{{ $labels.x }}"', '  b: |', '    {{ .x }}'),
      ['1 a:1'],
    ],
    ['nothing', '', []],
  ])('%s', async (_name, text, expected) => expect(await read(text, 'yaml')).toEqual(expected));

  it.each([
    [lines('a: 1', 'image: "{{ .Values.image }}"'), 'file:2 cannot be read: it contains {{ }}'],
    [lines('a: 1', 'image: acme/app:{{ .Values.tag }}'), 'file:2 cannot be read: it contains {{ }}'],
    [lines('image: {repository: a, tag: "{{ .x }}"}'), 'file:1 cannot be read: it contains {{ }}'],
    [lines('a: 1', 'containers: {{ .Values.containers }}'), 'file:2 cannot be read: it contains {{ }}'],
    [lines('a: 1', '{{- include "x" . | nindent 2 }}', 'b: 1'), 'file:2 cannot be read: not YAML: '],
    [lines('{{- if .x }}', 'image: a', '{{- end }}'), 'file:1 cannot be read: not YAML: '],
    [lines('a: [', 'b: c'), 'file:'],
    [lines('a: 1', '\tb: 2'), 'file:2 cannot be read: not YAML: '],
    [lines('a: 1', 'b: *nobody'), 'file:2 cannot be read: there is no anchor *nobody'],
    ['['.repeat(20_000), 'file:1 cannot be read: '],
    ['['.repeat(200_000), 'file:1 cannot be read: not YAML: '],
  ])('refused: %#', async (text, words) => {
    const failure = await rejectionOf(imageReferences(text, 'yaml', 'file'));
    expect([failure.kind, failure.message]).toEqual(['usage', expect.stringContaining(words)]);
    expect(failure.advice).toContain('rendered first');
  });

  it('ten aliases of ten aliases, nine times over, are read at once', async () => {
    const levels = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(10)}]`);
    expect(await read(lines('l0: &l0 {image: a:1}', ...levels), 'yaml')).toEqual(['1 a:1']);
  });
});

describe('lists', () => {
  it.each<[string, string, readonly string[]]>([
    ['a line each', lines('a:1', '', 'ghcr.io/acme/b'), ['1 a:1', '3 ghcr.io/acme/b']],
    ['several a line', ' a:1 b:2\tc:3,d:4 , e:5 ', ['1 a:1', '1 b:2', '1 c:3', '1 d:4', '1 e:5']],
    ['comments', lines('# a:1', 'b:2 # c:3', 'd:4#5'), ['2 b:2', '3 ! d:4#5']],
    [
      'as kubectl prints them',
      `docker-pullable://a@${digest} docker.io/library/b@${digest}`,
      [`1 a@${digest}`, `1 docker.io/library/b@${digest}`],
    ],
    ['words', lines('v1.2', 'Release-3'), ['1 v1.2', '2 Release-3']],
    ['variables', 'a:${TAG}', ['1 ! a:${TAG}']],
    ['Windows line ends', 'a:1\r\nb:2\r\n', ['1 a:1', '2 b:2']],
  ])('%s', async (_name, text, expected) => expect(await read(text, 'list')).toEqual(expected));
});

describe('any text', () => {
  const formats: readonly ReferenceFormat[] = ['dockerfile', 'yaml', 'list'];
  const words = [
    'image',
    ':',
    ' ',
    '\n',
    '- ',
    'FROM',
    'ARG A=b',
    '${A',
    '}',
    '{',
    '[',
    '"',
    '<<EOF',
    'a/b:1',
    '&a',
    '*a',
    '#',
    '\\',
    '--from=',
  ];
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((all) => all.join('')),
  );

  it.each(formats)('as %s is read or refused as wrong usage, and every line is one of the file', async (format) => {
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const found = await imageReferences(given, format, 'file').catch((thrown: unknown) => {
          if (thrown instanceof Failure && thrown.kind === 'usage') return [];
          throw thrown;
        });
        const count = given.split('\n').length;
        for (const { line } of found) expect(line >= 1 && line <= count).toBe(true);
      }),
    );
  });
});

describe('JSON with comments', () => {
  const readJson = async (text: string, file = 'devcontainer.json') =>
    (await imageReferences(text, 'yaml', file)).map(({ line, text: name }) => `${line} ${name}`);

  it.each<[string, string, readonly string[]]>([
    ['a comment above', '{\n  // our base\n  "image": "a:1"\n}', ['3 a:1']],
    ['a comment behind the line before', '{\n  "name": "x", // ours\n  "image": "a:1"\n}', ['3 a:1']],
    ['a block', '{\n  /* base\n "image": "no:1" */\n  "image": "a:1"\n}', ['4 a:1']],
    ['a comment behind', '{\n  "image": "a:1" // base\n}', ['2 a:1']],
    ['a comment in the first line', '// made\n{"image": "a:1"}', ['2 a:1']],
    ['trailing commas', '{"images": ["a:1", "b:2",], }', ['1 a:1', '1 b:2']],
    ['what looks like a comment in a text', '{"x": "http://y", "image": "a:1"}', ['1 a:1']],
    ['a commented image is none', '{\n  // "image": "no:1"\n  "x": 1\n}', []],
    ['escapes', '{"im\\u0061ge": "a\\u003a1"}', ['1 a:1']],
    ['parts', '{"image": {"repository": "acme/app", /* x */ "tag": "1.0"}}', ['1 acme/app:1.0']],
    ['nothing', '', []],
  ])('%s', async (_name, text, expected) => {
    expect(await readJson(text)).toEqual(expected);
    expect(await readJson(text, 'x.jsonc')).toEqual(expected);
  });

  it.each([
    ['{"image": "a:1"', 'not JSON: CloseBraceExpected'],
    ["{'image': 'a:1'}", 'not JSON: '],
    ['{"image": "{{ x }}"}', 'it contains {{ }}'],
    [`${'['.repeat(200_000)}"image"`, 'cannot be read: '],
  ])('%.40j is refused', async (text, words) => {
    const failure = await rejectionOf(readJson(text));
    expect([failure.kind, failure.message]).toEqual(['usage', expect.stringContaining(words)]);
  });
});

describe('image volumes and build contexts of Compose', () => {
  it('are images', async () => {
    const text = lines(
      'services:',
      '  app:',
      '    build:',
      '      context: .',
      '      additional_contexts:',
      '        base: docker-image://acme/base:1.0',
      '        local: ../x',
      '    volumes:',
      '    - {type: image, source: acme/data:v0, target: /data}',
      '    - {type: bind, source: ./acme, target: /acme}',
      '  job:',
      '    build: {context: ., additional_contexts: [base=docker-image://acme/job, x=./y]}',
    );
    expect(await read(text, 'yaml')).toEqual(['6 acme/base:1.0', '9 acme/data:v0', '12 acme/job']);
    const json = '{"target": {"app": {"contexts": {"base": "docker-image://acme/base:1.0"}}}}';
    expect(await read(json, 'yaml')).toEqual(['1 acme/base:1.0']);
    expect(await read('{"volumes": [{"type": "image", "source": "a:1"}]}', 'yaml')).toEqual(['1 a:1']);
  });
});

describe('image volumes of Kubernetes', () => {
  it('are images', async () => {
    const text = lines(
      'spec:',
      '  volumes:',
      '  - name: data',
      '    image:',
      '      reference: acme/data:v0',
      '      pullPolicy: Always',
    );
    expect(await read(text, 'yaml')).toEqual(['5 acme/data:v0']);
    expect(await read(text.replace(':v0', `@${digest}`), 'yaml')).toEqual([`5 acme/data@${digest}`]);
    expect(await read(text.replace(':v0', ''), 'yaml')).toEqual(['5 acme/data']);
  });
});
