#!/usr/bin/env node
/** The entry: hands over to the runner's frontend when a runner has set inputs, else to the command line. */
const isAction = process.env.INPUT_COMMAND !== undefined && process.argv.length === 2;
if (isAction) {
  const { runAction } = await import('./action/index.js');
  await runAction(process.env);
} else {
  const { runCli } = await import('./cli/index.js');
  await runCli(process.argv.slice(2), process);
}
// Everything is printed once both streams have taken it: a pipe without a reader at the moment is full. A child process
// that hangs (git, a credential helper) would keep this one alive: @actions/exec gives no handle on it.
const taken = [process.stdout, process.stderr].map((stream) => new Promise((resolve) => stream.write('', resolve)));
await Promise.all(taken);
process.exit();
