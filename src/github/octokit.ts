import type { Http } from '../http/client/http.js';
import type { HttpAnswer, HttpRequest } from '../http/message.js';
import { Failure } from '../lib/errors.js';
import { fetchThrough } from './fetch.js';

/** GitHub's REST API by Octokit, on this program's HTTP client. */
export interface GitHubApi {
  /** The web page or API address in words, for messages. */
  readonly base: string;
  /**
   * Sends a request and gives back the answer whatever its status is.
   * @param path starts with a slash; already encoded
   * @throws Failure (network, timeout, …) as the HTTP client does.
   */
  request(method: HttpRequest['method'], path: string, options?: GitHubRequestOptions): Promise<HttpAnswer>;
}

export interface GitHubRequestOptions {
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Becomes the JSON body. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** As for `HttpRequest`. */
  readonly repeatable?: boolean;
  /** As for `HttpRequest`. */
  readonly onTry?: () => void;
}

/** A token, or what finds it for the first request. */
export type GitHubToken = string | (() => Promise<string>);

/** @param base the API's address: `https://api.github.com`, `https://github.example.com/api/v3` */
export function createGitHubApi(http: Http, base: string, token: GitHubToken | undefined): GitHubApi {
  const address = base.replace(/\/+$/, '');
  const silent = { debug() {}, info() {}, warn() {}, error() {} };
  return {
    base: address,
    async request(method, path, { headers = {}, body = {}, ...more } = {}) {
      // Loaded here and not before: most checks send GitHub no request.
      const { GitHub } = await import('@actions/github/lib/utils');
      const auth = typeof token === 'function' ? await token() : token;
      let answer: HttpAnswer | undefined;
      const recording: Pick<Http, 'request'> = {
        async request(request) {
          answer = await http.request({ ...request, ...more });
          return answer;
        },
      };
      const octokit = new GitHub({
        baseUrl: address,
        ...(auth === undefined ? {} : { auth }),
        request: { fetch: fetchThrough(recording) },
        log: silent,
      });
      try {
        await octokit.request(`${method} ${path}`, { headers, ...body });
      } catch (error) {
        // Octokit throws for every status from 300 on; the answer has the better message.
        if (answer === undefined) throw error instanceof Error && error.cause instanceof Failure ? error.cause : error;
      }
      if (answer === undefined) throw new Error(`no request was sent: ${method} ${path}`);
      return answer;
    },
  };
}
