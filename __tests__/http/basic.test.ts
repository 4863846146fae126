import { expect, it } from '@jest/globals';
import { basicHeader } from '../../src/http/headers.js';

it.each([
  ['Aladdin', 'open sesame', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
  ['test', '123£', 'Basic dGVzdDoxMjPCow=='],
])('%s with %s is %s (RFC 7617)', (user, password, expected) => expect(basicHeader(user, password)).toBe(expected));
