export { type Claims, readClaims } from './claims.js';
export { parseKeys } from './keys.js';
export { embeddedRoots, parseTrustedRoots, type TrustedRoots } from './trusted-roots.js';
export { verify } from './verify.js';
