const Sequencer = require('@jest/test-sequencer').default;

/** Short files with long tests: without a cache jest orders by size, and would begin them last. */
const longest = [
  'drivers',
  'prune-random',
  'build-lost',
  'prune-faults',
  'delete-faults',
  'gitlab',
  'prune-gone-refs',
  'prune-kill',
];

module.exports = class extends Sequencer {
  sort(tests) {
    const placeOf = ({ path }) => {
      const at = longest.findIndex((name) => path.endsWith(`${name}.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
};
