/** The media types that an image is made of. */
export interface MediaTypes {
  readonly index: string;
  readonly manifest: string;
  readonly config: string;
  /** A gzipped tar. */
  readonly layer: string;
}

export function mediaTypes(format: 'oci' | 'docker'): MediaTypes {
  return format === 'oci'
    ? {
        index: 'application/vnd.oci.image.index.v1+json',
        manifest: 'application/vnd.oci.image.manifest.v1+json',
        config: 'application/vnd.oci.image.config.v1+json',
        layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
      }
    : {
        index: 'application/vnd.docker.distribution.manifest.list.v2+json',
        manifest: 'application/vnd.docker.distribution.manifest.v2+json',
        config: 'application/vnd.docker.container.image.v1+json',
        layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
      };
}
