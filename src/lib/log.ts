/** A folded part of the log. */
export interface LogGroup {
  line(text: string): void;
  end(): void;
}
