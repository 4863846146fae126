import { type Failure, usageFailure } from './errors.js';

/** The two streams that a process writes to. */
interface Streams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/**
 * Keeps a stream that breaks from ending the process with a stack and the exit code of *not ready*. A reader may stop early
 * (`| head -1`), and lines of the log may get lost; a result that could not be written (a full disk) is a failure.
 */
export function watchOutput({ stdout, stderr }: Streams, onFailure: (failure: Failure) => void): void {
  stderr.on('error', () => undefined);
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    const failure = usageFailure(
      `standard output cannot be written: ${error.message}`,
      'Redirect it to a file that can be written to.',
    );
    stderr.write(`Error: ${failure.message}\nWhat to do: ${failure.advice}\n`);
    onFailure(failure);
  });
}
