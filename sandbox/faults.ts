import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Answer, IncomingRequest } from './exchange.js';

/** The faulty answers of a server. */
export type Misbehaviour =
  /** Any answer of one's own. */
  | Answer
  | Breakage
  /** The request is processed as ever, and then its answer is lost: `instead` comes in its place (default `reset`). */
  | { readonly lose: true; readonly instead?: Answer | Breakage }
  /** The request is processed as ever, once the promise has resolved. */
  | { readonly hold: () => Promise<void> }
  /** The request is processed as ever, and what comes is made of its answer. */
  | { readonly alter: (answer: WholeAnswer) => Answer | Breakage | Promise<Answer | Breakage> };

/** An answer whose body has been read; that to a HEAD has none. */
export type WholeAnswer = Omit<Answer, 'body'> & { readonly body: Buffer };

/** A fault below HTTP. */
export type Breakage =
  /** A TCP reset instead of an answer. */
  | 'reset'
  /** No answer, ever. */
  | 'hang'
  /** Declares the length of `body`, sends `after` bytes of it and closes the connection. */
  | {
      readonly cut: {
        readonly status?: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly body: string;
        readonly after: number;
      };
    }
  /** 200, and the body drop by drop. */
  | {
      readonly slow: {
        readonly body: string;
        readonly bytesPerSecond: number;
        readonly headers?: Readonly<Record<string, string>>;
      };
    }
  /** 200, and a body without an end. */
  | { readonly endless: true };

export interface Fault {
  /** Host name; every host when absent. */
  readonly host?: string;
  /** A whole path (with or without its query), or a pattern over path and query. */
  readonly path?: string | RegExp;
  readonly method?: string;
  /** The number of times that it strikes; without end when absent. */
  readonly times?: number;
  /** A function may decline with `undefined`: the request then takes its normal way and is not counted. */
  readonly answer: Misbehaviour | ((request: IncomingRequest) => Misbehaviour | undefined);
}

export interface Faults {
  /** Adds a fault behind those already there; returns what takes it away again. */
  inject(fault: Fault): () => void;
  /** The answer of the first fault that matches this request; without a match, the result of `normally`. */
  answer(request: IncomingRequest, normally: () => Promise<Answer>): Promise<Answer | Breakage>;
}

export function createFaults(): Faults {
  const active = new Map<Fault, number>();

  function strike(request: IncomingRequest): Misbehaviour | undefined {
    for (const [fault, left] of active) {
      if (!meets(fault, request)) continue;
      const answer = typeof fault.answer === 'function' ? fault.answer(request) : fault.answer;
      if (answer === undefined) continue;
      if (left <= 1) active.delete(fault);
      else active.set(fault, left - 1);
      return answer;
    }
    return undefined;
  }

  return {
    inject(fault) {
      const entry = { ...fault };
      active.set(entry, fault.times ?? Number.POSITIVE_INFINITY);
      return () => void active.delete(entry);
    },
    async answer(request, normally) {
      const struck = strike(request);
      if (struck === undefined) return normally();
      if (typeof struck === 'string' || !('lose' in struck || 'alter' in struck || 'hold' in struck)) return struck;
      if ('hold' in struck) {
        await struck.hold();
        return normally();
      }
      const lost = await normally();
      if ('alter' in struck) return struck.alter({ ...lost, body: await wholeBody(lost) });
      if (lost.body instanceof Readable) lost.body.resume();
      return struck.instead ?? 'reset';
    },
  };
}

function wholeBody({ body = '' }: Answer): Promise<Buffer> | Buffer {
  return body instanceof Readable ? buffer(body) : Buffer.from(body);
}

function meets(fault: Fault, request: IncomingRequest): boolean {
  if (fault.host !== undefined && fault.host !== request.host) return false;
  if (fault.method !== undefined && fault.method !== request.method) return false;
  if (fault.path === undefined) return true;
  if (typeof fault.path === 'string') return fault.path === request.path || fault.path === request.url.pathname;
  return new RegExp(fault.path.source, fault.path.flags.replace('g', '')).test(request.path);
}
