import { formatPlatform } from '../../../images/platform.js';
import type { PlatformImage } from '../../../registries/oci/image.js';
import type { SignatureVerdict, VerifyDigest } from './requirements.js';

/**
 * Verifies the digest that is deployed; where only the manifests of the platforms are signed, each that is required.
 * @param images of the required platforms; none where no platform is required: then nothing but the digest itself counts
 */
export async function verifyImage(
  verify: VerifyDigest,
  digest: string,
  images: readonly PlatformImage[],
): Promise<SignatureVerdict> {
  const whole = await verify(digest);
  const children = images.filter(({ descriptor }) => descriptor.digest !== digest);
  if (whole.verified || children.length === 0) return whole;
  const verdicts = await Promise.all(children.map(({ descriptor }) => verify(descriptor.digest)));
  const reasons = verdicts.flatMap((verdict, at) => {
    const platform = children[at]?.platform;
    if (verdict.verified || platform === undefined) return [];
    return [`its manifest for ${formatPlatform(platform)}: ${verdict.reason}`];
  });
  if (reasons.length > 0) return { verified: false, reason: [whole.reason, ...reasons].join('; ') };
  return { verified: true, signers: verdicts.flatMap((verdict) => (verdict.verified ? verdict.signers : [])) };
}
