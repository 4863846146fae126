import { randomBytes } from 'node:crypto';
import { type Answer, type Host, type IncomingRequest, text } from '../exchange.js';
import { forwardTo } from '../forwarding.js';

/** The cloud storage behind a registry: each download of a blob has an address of its own. */
export interface LayerBucket {
  readonly hostName: string;
  /** Redirects a GET of a blob to the bucket; a missing blob stays a 404 of the registry. */
  serve(request: IncomingRequest): Promise<Answer>;
  readonly host: Host;
}

/** @param origin where the registry behind is */
export function createLayerBucket(hostName: string, origin: string): LayerBucket {
  const { forward } = forwardTo(origin);
  const paths = new Map<string, string>();
  return {
    hostName,
    async serve(request) {
      const there = await forward({ ...request, method: 'HEAD' });
      if (there.status !== 200) return forward(request);
      const signature = randomBytes(32).toString('hex');
      paths.set(signature, request.path);
      return { status: 307, headers: { location: `https://${hostName}/layer?signature=${signature}` } };
    },
    async host(request) {
      const path = paths.get(request.url.searchParams.get('signature') ?? '');
      if (path === undefined) return refused(403, 'AccessDenied', 'Access Denied');
      // The address carries its own signature; a second set of credentials is an error, as on S3.
      if (request.headers.authorization !== undefined) {
        return refused(400, 'InvalidArgument', 'Only one auth mechanism allowed');
      }
      return forward({ ...request, path, url: new URL(path, request.url) });
    },
  };
}

function refused(status: number, code: string, message: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return text(status, body, { 'content-type': 'application/xml' });
}
