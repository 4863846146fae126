import type { Scenario } from '../scenario.js';
import { checking } from './checking.js';
import { copying } from './copying.js';
import { deleting } from './deleting.js';
import { keyless } from './keyless.js';
import { reading } from './reading.js';
import { verifying } from './verifying.js';

export const scenarios: readonly Scenario[] = [
  ...checking,
  ...deleting,
  ...copying,
  ...reading,
  ...keyless,
  ...verifying,
];
