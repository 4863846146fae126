/** JSON that came from outside: what a field holds, where it holds what is expected. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The object at the end of a path of fields, whose last may be a place in a list. */
export function objectAt(value: unknown, ...path: readonly (string | number)[]): JsonObject | undefined {
  let at: unknown = value;
  for (const step of path) at = typeof step === 'number' ? asList(at)[step] : asObject(at)?.[step];
  return asObject(at);
}
