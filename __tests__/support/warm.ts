import { afterAll } from '@jest/globals';
import { keepWarm } from '../../sandbox/runner/warm.js';

// Until the last test of the file has ended. With `RUNNER_NODE` each run of the bundle is a process of its own.
afterAll(keepWarm());
