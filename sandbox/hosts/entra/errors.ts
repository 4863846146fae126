import { randomUUID } from 'node:crypto';
import { type Answer, json } from '../../exchange.js';

/** An error of the token endpoint. */
export interface EntraError {
  readonly status: number;
  readonly error: string;
  /** The number after `AADSTS`. */
  readonly code: number;
  readonly words: string;
}

export function refusal(status: number, error: string, code: number, words: string): EntraError {
  return { status, error, code, words };
}

/** The description ends with trace ID, correlation ID and time, as Entra's does. */
export function errorAnswer({ status, error, code, words }: EntraError): Answer {
  const [trace_id, correlation_id] = [randomUUID(), randomUUID()];
  const timestamp = new Date().toISOString().replace('T', ' ').replace(/\.\d+/, '');
  return json(status, {
    error,
    error_description: `AADSTS${code}: ${words} Trace ID: ${trace_id} Correlation ID: ${correlation_id} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id,
    correlation_id,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  });
}
