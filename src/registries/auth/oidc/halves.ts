import { usageFailure } from '../../../lib/errors.js';
import { inputName, inputValue } from '../../../lib/input-names.js';

/**
 * Refuses `oidc` where one of its two parts is empty or left out.
 * @param names of the parts, in order: `TENANT-ID`, `CLIENT-ID`
 * @throws Failure (usage) naming the missing one
 */
export function checkHalves(
  oidc: string,
  separator: '/' | '+',
  names: readonly [string, string],
  example: string,
): void {
  const [first = '', second = '', ...more] = oidc.split(separator);
  if (more.length > 0 || (first === '') === (second === '')) return;
  throw usageFailure(
    `${inputName('oidc')} is ${JSON.stringify(oidc)}: ${first === '' ? names[0] : names[1]} is missing`,
    `Write ${names.join(separator)}, for example ${inputValue('oidc', example)}.`,
  );
}
