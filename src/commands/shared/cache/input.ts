import { file } from '../inputs/types.js';

/** The input of commands that read many images. */
export const cacheInput = {
  'cache-dir': file({
    placeholder: 'FOLDER',
    help: 'Keep manifests and configs of images in this folder, and request only new ones. Several steps can share it.',
  }),
};
