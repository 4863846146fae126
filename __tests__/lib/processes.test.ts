import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';
import { execute, type ProcessOptions } from '../../src/lib/processes.js';
import { temporaryFiles } from '../support/files.js';

const files = temporaryFiles();
const never = new AbortController().signal;

/** Runs a piece of JavaScript by this Node, with nothing in its environment but what is given. */
const run = (code: string, args: readonly string[] = [], options: Partial<ProcessOptions> = {}) =>
  execute(process.execPath, ['-e', code, ...args], { env: {}, signal: never, ...options });

describe('execute', () => {
  it.each([0, 1, 3, 255])('gives the exit code %i, and both outputs', async (exitCode) => {
    const code = `process.stdout.write('größe\\n'); process.stderr.write('bad'); process.exitCode = ${exitCode}`;
    expect(await run(code)).toEqual({ exitCode, stdout: 'größe\n', stderr: 'bad' });
  });

  it('hands over arguments as they are, without a shell', async () => {
    const args = ['a b', '', '"', "'", '\\', '$HOME', '`id`', '$(id)', ';', '*', '~', 'a\nb', '--', '🚀'];
    const { stdout } = await run('console.log(JSON.stringify(process.argv.slice(1)))', args);
    expect(JSON.parse(stdout)).toEqual(args);
  });

  it('has the environment that it is given, and nothing of ours', async () => {
    process.env.IMAGE_GATE_TEST_ONLY = 'ours';
    try {
      const { stdout } = await run('console.log(JSON.stringify(process.env))', [], {
        env: { A: 'b c', EMPTY: '', ABSENT: undefined },
      });
      // Windows and macOS put something of their own beside it.
      expect(JSON.parse(stdout)).toMatchObject({ A: 'b c', EMPTY: '' });
      expect(stdout).not.toContain('IMAGE_GATE_TEST_ONLY');
      expect(stdout).not.toContain('ABSENT');
    } finally {
      delete process.env.IMAGE_GATE_TEST_ONLY;
    }
  });

  it('writes the input and closes it', async () => {
    const code =
      "let all = ''; process.stdin.on('data', (part) => (all += part)).on('end', () => console.log(all.length))";
    const input = 'ü'.repeat(300_000);
    expect((await run(code.replace("''", "''; process.stdin.setEncoding('utf8')"), [], { input })).stdout).toBe(
      '300000\n',
    );
    expect((await run(code, [], { input: '' })).stdout).toBe('0\n');
  });

  it('reports each line as it comes, of both outputs, the last one without its end too', async () => {
    const lines: string[] = [];
    const code =
      "console.log('one\\n\\ntwo'); process.stdout.write('three'); setTimeout(() => console.error('bad'), 20)";
    await run(code, [], { onLine: (line) => lines.push(line) });
    expect([...lines].sort()).toEqual(['', 'bad', 'one', 'three', 'two']);
    expect(lines.filter((line) => line !== 'bad')).toEqual(['one', '', 'two', 'three']);
  });

  it('closes the input of a program that gets none', async () => {
    expect(await run("process.stdin.resume().on('end', () => console.log('end'))")).toMatchObject({ stdout: 'end\n' });
  });

  it('decodes letters that come in parts', async () => {
    const lines: string[] = [];
    const code = `const [head, tail] = [Buffer.from([0xf0, 0x9f]), Buffer.from([0x9a, 0x80, 13, 10, 0xc3])];
      process.stdout.write(head); setTimeout(() => process.stdout.write(tail), 30)`;
    await run(code, [], { onLine: (line) => lines.push(line) });
    expect(lines).toEqual(['🚀', '\ufffd']);
  });

  // On Windows there is no such name, and no shell to run it.
  const onPosix = process.platform === 'win32' ? it.skip : it;
  onPosix('finds a program with blanks and quotes in its path', async () => {
    for (const name of ['a program', `it's`, 'say "x"']) {
      const file = files.write(name, '#!/bin/sh\necho "ran $1"\n');
      chmodSync(file, 0o755);
      expect((await execute(file, ['x'], { env: { PATH: '/usr/bin:/bin' }, signal: never })).stdout).toBe('ran x\n');
    }
  });

  it.each(['image-gate-no-such-program', '/nowhere/program'])('rejects where there is no %s', async (program) => {
    await expect(execute(program, [], { env: {}, signal: never })).rejects.toThrow(program);
  });

  it('runs nothing where it is stopped already', async () => {
    const lines: string[] = [];
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(run("console.log('ran')", [], { signal, onLine: (line) => lines.push(line) })).rejects.toThrow(
      'stopped',
    );
    expect(lines).toEqual([]);
  });

  it('rejects with the reason of the signal at once, and leaves the program to itself', async () => {
    const stop = new AbortController();
    let child: Socket | undefined;
    const server = createServer((socket) => {
      child = socket.on('error', () => undefined).resume();
      stop.abort(new Error('stopped'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    // It lives as long as its connection does.
    const running = run(`require('net').connect(${port}, '127.0.0.1')`, [], { signal: stop.signal });
    await expect(running).rejects.toThrow('stopped');
    expect(child?.destroyed).toBe(false);
    const gone = new Promise((resolve) => child?.once('close', resolve));
    child?.end();
    await gone;
    await new Promise((resolve) => server.close(resolve));
  });

  /** In a process of its own: of Jest's the uncaught exceptions cannot be listened to. */
  async function runAlone(main: string) {
    const source = readFileSync(join(process.cwd(), 'src', 'lib', 'processes.ts'), 'utf8');
    const { code } = transformSync(source, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
    const folder = mkdtempSync(join(files.folder, 'alone-'));
    symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'junction');
    writeFileSync(join(folder, 'processes.mjs'), code);
    const path = join(folder, 'main.mjs');
    writeFileSync(path, `import { execute } from './processes.mjs';\n${main}`);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [path], { env: {} });
    return [stdout, stderr];
  }

  it('survives a program that does not read its input', async () => {
    const said = await runAlone(
      `const code = 'process.stdin.destroy(); process.exitCode = 3';
      const options = { env: {}, signal: new AbortController().signal, input: 'x'.repeat(4_000_000) };
      const { exitCode } = await execute(process.execPath, ['-e', code], options);
      console.log('exit code', exitCode, process.listenerCount('uncaughtException'));`,
    );
    expect(said).toEqual(['exit code 3 0\n', '']);
  });

  it('… also where the system reports EOF for that, as Windows does', async () => {
    const said = await runAlone(
      `const running = execute(process.execPath, ['-e', 'setTimeout(() => {}, 300)'], { env: {}, signal: new AbortController().signal });
      const timer = setInterval(() => {
        if (process.listenerCount('uncaughtException') === 0) return;
        clearInterval(timer);
        throw Object.assign(new Error('write EOF'), { code: 'EOF', syscall: 'write' });
      }, 10);
      console.log('exit code', (await running).exitCode);`,
    );
    expect(said).toEqual(['exit code 0\n', '']);
  });

  it('leaves no listener behind', async () => {
    const before = process.listenerCount('uncaughtException');
    await Promise.all([run(''), run('process.exit(1)')]);
    expect(process.listenerCount('uncaughtException')).toBe(before);
  });
});
