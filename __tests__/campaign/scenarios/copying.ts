import { lookingAt } from '../../e2e/support/pulling.js';
import type { Scenario } from '../scenario.js';
import { secrets } from '../scenario.js';
import { stockAt } from './stock.js';

/** 1.0 of acme/app goes to that place; 1.0 there before stays what it was until then. */
function copies(name: string, from: string, to: (path: string) => string, registry?: 'distribution'): Scenario {
  return {
    name,
    command: 'copy',
    seconds: 8,
    ...(registry !== undefined && { registry }),
    async prepare(internet) {
      const stock = stockAt(internet, from);
      const digest = await stock.push('1.0', 1, ['linux/amd64', 'linux/arm64']);
      const other = await stock.push('0.9', 1);
      internet.generic.repository('acme/target', { private: true, members: [...internet.generic.users.keys()] });
      const { username = '', password = '', registry: host = '' } = stock.inputs;
      if (from !== 'registry.example.com') {
        internet.generic.users.set(username, password);
        internet.generic.repository('acme/target', { private: true, members: [username] });
        internet.generic.auth = 'basic';
      }
      const target = to(stock.path);
      const [path = '', tag = ''] = target.slice(target.indexOf('/') + 1).split(':');
      const away = from !== 'registry.example.com' && { 'to-username': username, 'to-password': password };
      const looking = lookingAt(internet.generic.registry.url, path);
      return {
        inputs: { from: `${host}/${stock.path}:1.0`, to: target, username, password, registry: host, ...away },
        secrets,
        async damage() {
          const there = await looking.digestAt(tag);
          // The tag comes last: what is there is whole.
          if (there === undefined) return stock.missing({ '1.0': digest, '0.9': other });
          const wrong = there === digest ? [] : [`${tag} is ${there}`];
          return [...wrong, ...(await looking.lacking(tag)), ...(await stock.missing({ '1.0': digest, '0.9': other }))];
        },
      };
    },
  };
}

/** Promotion within a registry, and moving to another. */
export const copying: readonly Scenario[] = [
  copies('copy within a repository', 'registry.example.com', (path) => `registry.example.com/${path}:prod`),
  copies('copy to another repository', 'registry.example.com', () => 'registry.example.com/acme/target:1.0'),
  copies('copy from Docker Hub', 'docker.io', () => 'registry.example.com/acme/target:1.0'),
  copies(
    'copy in the real registry',
    'registry.example.com',
    () => 'registry.example.com/acme/target:1.0',
    'distribution',
  ),
];
