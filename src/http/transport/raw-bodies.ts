import * as http from 'node:http';
import * as https from 'node:https';
import type { OnReadOpts } from 'node:net';
import { formatSeconds } from '../../lib/duration.js';
import { type Buffers, createBuffers } from './reused-buffers.js';

/**
 * Long bodies, read from the socket into buffers that are used again. Node's HTTP parser copies each chunk of a body
 * into new memory, which costs as much processor time as the hash of its content. Here the parser sees the head of an
 * answer alone: once it is known, the connection belongs to the body, and is closed after it.
 */
export interface RawAgents {
  readonly plain: http.Agent;
  readonly secure: https.Agent;
}

/** The most bytes that wait for the reader. */
const most = 512 * 1024;
/** The largest record of TLS: more does not come at once. */
const tlsRecord = 16 * 1024;

/** The receiver of the bytes of a connection. */
interface Tap {
  readonly buffers: Buffers;
  /** Called when bytes are in the buffers. Undefined: they go to Node's parser. @returns false: no more for now */
  received: (() => boolean) | undefined;
}

const taps = new WeakMap<object, Tap>();

/** Agents whose connections can be read raw. */
export function createRawAgents(): RawAgents {
  return {
    plain: tapped(new http.Agent({ keepAlive: true }), 4 * tlsRecord),
    secure: tapped(new https.Agent({ keepAlive: true }), tlsRecord),
  };
}

/** @param least bytes of room for one read */
function tapped<A extends http.Agent>(agent: A, least: number): A {
  const connect = agent.createConnection.bind(agent);
  return Object.assign(agent, {
    createConnection(options: http.ClientRequestArgs) {
      const tap: Tap = { buffers: createBuffers(least), received: undefined };
      const onread = readInto(tap, (chunk) => socket?.emit('data', chunk));
      const socket = connect({ ...options, ...{ onread } });
      if (socket) taps.set(socket, tap);
      return socket;
    },
  });
}

/** @param parse gets what is not part of a raw body */
function readInto(tap: Tap, parse: (chunk: Buffer) => void): OnReadOpts {
  const { buffers } = tap;
  return {
    buffer: buffers.room,
    callback(length, room) {
      if (tap.received === undefined) {
        parse(Buffer.from(room.subarray(0, length)));
        return true;
      }
      buffers.filled(length);
      return tap.received();
    },
  };
}

/**
 * The chunks of this body; undefined where its connection cannot be read raw, its length is not known, or all of it has
 * come. A chunk may be overwritten once the next but one is requested.
 * @param silence milliseconds without a byte after which the body counts as broken
 * @param end is called once, when nothing more can be read or the reader has left
 */
export function readRaw(
  message: http.IncomingMessage,
  silence: number,
  end: () => void,
): AsyncGenerator<Buffer> | undefined {
  const tap = taps.get(message.socket);
  const { 'content-length': length, 'transfer-encoding': coding } = message.headers;
  if (tap === undefined || length === undefined || coding !== undefined || message.complete) return undefined;
  return readBody(takeOver(message, Number(length), tap), silence, end);
}

/** A body that is coming. */
interface Incoming {
  /**
   * The next chunk; `none`: it has not come yet; undefined: the body is complete. @throws the error of the connection
   */
  next(): Buffer | 'none' | undefined;
  /** Calls back once, when more data has arrived. */
  onNews(notify: () => void): void;
  close(error?: Error): void;
}

/** From now on all that comes on the connection is this body. */
function takeOver(message: http.IncomingMessage, length: number, tap: Tap): Incoming {
  const { socket } = message;
  const { buffers } = tap;
  /** The data that the parser had read before its head was known to be one of a long body. */
  let parsed: Buffer | null = message.read();
  let unread = length;
  let failed: Error | undefined;
  let notify = () => {};
  const fail = (error: Error) => {
    failed ??= error;
    notify();
  };
  message.on('error', fail);
  socket.once('close', () => fail(new Error('the answer ended prematurely')));
  const wantsMore = () => buffers.waiting() < Math.min(most, unread);
  tap.received = () => {
    notify();
    return wantsMore();
  };
  socket.resume();
  return {
    next() {
      if (unread === 0) return undefined;
      const chunk = (parsed ?? buffers.next())?.subarray(0, unread);
      if (chunk === undefined) {
        if (failed !== undefined) throw failed;
        return 'none';
      }
      parsed = null;
      unread -= chunk.length;
      if (wantsMore()) socket.resume();
      return chunk;
    },
    onNews(called) {
      notify = called;
    },
    close(error) {
      if (error !== undefined) fail(error);
      socket.destroy();
    },
  };
}

/** Only the time that we wait for the other side counts as its silence. */
async function* readBody(incoming: Incoming, silence: number, end: () => void): AsyncGenerator<Buffer> {
  let waiting = false;
  const timer = setTimeout(() => {
    if (waiting) incoming.close(new Error(`no data came for ${formatSeconds(silence)}`));
    else timer.refresh();
  }, silence);
  try {
    for (let chunk = incoming.next(); chunk !== undefined; chunk = incoming.next()) {
      if (chunk !== 'none') {
        yield chunk;
        continue;
      }
      waiting = true;
      timer.refresh();
      await new Promise<void>((resolve) => incoming.onNews(resolve));
      waiting = false;
    }
  } finally {
    clearTimeout(timer);
    incoming.close();
    end();
  }
}
