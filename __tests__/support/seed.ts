import fc from 'fast-check';

/** In CI a change is judged, and by the same cases each time; new cases are looked for everywhere else. */
if (process.env.CI) fc.configureGlobal({ seed: 20_261_121 });
