import type { Run } from './workflow-runs.js';

/** The parts of a build that the title of a run may show, which its workflow makes of the inputs (`run-name`). */
export interface Marks {
  /** The build id; undefined when no input has it. Only this build's run can show it. */
  readonly buildMark: string | undefined;
  /** The image; undefined when no input has it. Only a run for this image can show it. */
  readonly imageMark: string | undefined;
  /** Texts in the inputs that a run for another image of the same commit may show too, the surest first. */
  readonly marks: readonly string[];
  /** The values of all inputs. */
  readonly values: readonly string[];
}

/** True if the run builds this image for certain. */
export function hasSureMark(run: Run, { buildMark, imageMark }: Marks): boolean {
  return [buildMark, imageMark].some((mark) => mark !== undefined && hasMark(run, mark));
}

/**
 * True if the title shows the mark as a whole: `app:1.2` is neither in `app:1.20` nor in `my-app:1.2`, nor `1.2` in
 * `1.2-rc`.
 */
export function hasMark({ title, name }: Run, mark: string): boolean {
  const shown = `${title} ${name}`;
  if (/^[0-9a-f-]{36}$/.test(mark)) return shown.includes(mark);
  const before = mark.includes(':') ? '[\\w./-]' : '[\\w.]';
  const whole = mark.replace(/[^\w-]/g, '\\$&');
  return new RegExp(`(?<!${before})${whole}(?![\\w-]|\\.\\w)`).test(shown);
}

/** Those whose title has the first mark that any title has; all of them where none has one. */
export function narrow(runs: readonly Run[], marks: readonly string[]): readonly Run[] {
  const marked = marks.map((mark) => runs.filter((run) => hasMark(run, mark)));
  return marked.find((found) => found.length > 0) ?? runs;
}

/** True if the title shows all inputs, or none can be seen: then the run may have any inputs. */
export function showsAll(run: Run, { values }: Marks, plain: readonly string[]): boolean {
  return isPlain(run, plain) || valuesOf(values).every((value) => hasMark(run, value));
}

/** True if the title shows one of the inputs, or none can be seen. */
export function showsAny(run: Run, { values }: Marks, plain: readonly string[]): boolean {
  const shown = valuesOf(values);
  return isPlain(run, plain) || shown.length === 0 || shown.some((value) => hasMark(run, value));
}

/** True if the run has the title of a workflow without `run-name`, which shows no inputs. */
function isPlain({ title, name }: Run, plain: readonly string[]): boolean {
  if (title === undefined) return true;
  return plain.length > 0 ? plain.includes(title) : title === name;
}

function valuesOf(values: readonly string[]): readonly string[] {
  return values.map((value) => value.trim()).filter((value) => value !== '');
}
