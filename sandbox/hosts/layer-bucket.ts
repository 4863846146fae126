import { randomBytes } from 'node:crypto';
import { type Answer, type Host, type IncomingRequest, text } from '../exchange.js';
import { forwardTo } from '../forwarding.js';

/** The storage of a cloud from which the blobs of a registry are downloaded, each at an address of its own. */
export interface LayerBucket {
  readonly hostName: string;
  /** Sends the reader of a blob to the bucket; only what is there has an address in it. */
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
      // Storage takes one kind of credentials: who sends those of the registry along is refused.
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
