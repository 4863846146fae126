import { file } from '../inputs/types.js';

/** The input of commands that read many images. */
export const cacheInput = {
  'cache-dir': file({
    placeholder: 'FOLDER',
    help: 'Cache manifests and configs of images in this folder. Several steps can share it.',
  }),
};
