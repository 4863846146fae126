import { type DriverRow, driverRows } from '../../__tests__/e2e/support/driver-rows.js';
import { type Internet, startInternet } from '../../sandbox/index.js';
import { atMost, type Finding, withSpread } from './finding.js';
import { inTurns, measure, spreadOf } from './measuring.js';
import { ownProgram } from './tools.js';

const hosts = [
  'europe-west1-docker.pkg.dev',
  'registry.gitlab.com',
  '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
  'acme.azurecr.io',
  'quay.io',
  'docker.io',
  'ghcr.io',
  'registry.example.com',
];

/** Plans a prune on each registry that lists dates and digests itself, and on one that lists names alone. */
export async function benchListing(tags: number, rounds: number): Promise<Finding> {
  const internet = await startInternet();
  try {
    const rows = driverRows(internet).filter(({ host }) => hosts.includes(host));
    const plans = rows.map((row) => ({ row, name: row.host, run: () => plan(internet, row, tags) }));
    for (const { row } of plans) {
      row.accounts.repository(`${row.owner}/bench`, { members: [row.user], private: true });
      row.accounts.images(`${row.owner}/bench`, tags);
    }
    const runs = await inTurns(plans, rounds);
    const taken = plans.map(({ row, name }) => {
      const some = runs.get(name) ?? [];
      const { lists = 0, requests = 0 } = some[0] ?? {};
      const pages = Math.ceil(tags / (row.page ?? row.capabilities.pageSize ?? tags));
      return { name, lists, requests, pages, seconds: spreadOf(some.map(({ seconds }) => seconds)) };
    });
    const native = taken.filter(({ name }) => name !== 'registry.example.com');
    return {
      title: `Plan a prune of ${tags.toLocaleString('en-US')} tags via the registry’s own list`,
      how: `The sandbox’s hosts, TLS, ${rounds} rounds in turns. \`registry.example.com\` is a registry that lists names alone. Pages are those of the list; the other requests are for tokens, settings, and manifests that the list does not describe. Seconds: medians, with the least and the most.`,
      columns: ['Registry', 'Pages', 'Requests for the list', 'Requests in all', 'Seconds'],
      rows: taken.map(({ name, pages, lists, requests, seconds }) => [
        name,
        ...[pages, lists, requests].map(String),
        withSpread(seconds, 2),
      ]),
      targets: [
        atMost(
          'Prune planned via the registry’s own list, requests a page',
          1,
          Math.max(...native.map(({ lists, pages }) => lists / pages)),
          '',
          2,
        ),
      ],
    };
  } finally {
    await internet.stop();
  }
}

async function plan(internet: Internet, { host, owner, env, isList }: DriverRow, tags: number) {
  let lists = 0;
  const uncount = internet.inject({
    answer(request) {
      if (isList(request)) lists += 1;
      return undefined;
    },
  });
  internet.forget();
  const image = `${host}/${owner}/bench`;
  const { seconds } = await measure([...ownProgram(), 'prune', image, '--keep', String(tags / 2), '--dry-run'], {
    ...internet.env,
    ...env,
  });
  uncount();
  return { seconds, requests: internet.requests.length, lists };
}
