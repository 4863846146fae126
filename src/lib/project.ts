// Generated from package.json by npm run build: the bundle reads no files beside it.

export const version = '1.0.0';

/** The name on npm. */
export const packageName = 'image-gate';

/** `owner/name` on GitHub: of the repository, of its action and, in lower case, of its container image. */
export const repository = 'image-gate/image-gate';
