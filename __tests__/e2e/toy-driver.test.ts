import { createRegistryAccounts } from '../../sandbox/hosts/registry-accounts.js';
import { describeDriver } from './support/describe-driver.js';
import type { DriverRow } from './support/driver-rows.js';
import { useFolders, useInternet, useRegistry } from './support/surroundings.js';
import { toy } from './support/toy/driver.js';
import { programWithToy } from './support/toy/program.js';
import { toyRegistry } from './support/toy/registry.js';

// That a new registry takes one file and one line: the program gets them here, and passes the contract suite.
const folders = useFolders();
const accounts = createRegistryAccounts(await useRegistry({ kind: 'memory' }));
const locked = new Set<string>();
accounts.users.set('ada', 'a-secret-0123456789');
const internet = await useInternet({ hosts: { 'toy.example.com': toyRegistry(accounts, locked) } });

const row: DriverRow = {
  host: 'toy.example.com',
  owner: 'acme',
  accounts,
  user: 'ada',
  env: { IMAGE_GATE_USERNAME: 'ada', IMAGE_GATE_PASSWORD: 'a-secret-0123456789' },
  capabilities: toy.capabilities,
  isList: ({ url }) => url.pathname.startsWith('/toy/v1/') && url.pathname.endsWith('/manifests'),
  isDelete: ({ method }) => method === 'DELETE',
  lock: (path, tag) => {
    locked.add(`${path}:${tag}`);
  },
};

describeDriver({ ...row, program: programWithToy(await folders.create()) }, internet, folders);
