/**
 * A message names an input between marks, and the frontend that prints it writes the name as its readers do:
 * `--registry registry.example.com` on a command line, `registry: registry.example.com` in a workflow. The marks are
 * noncharacters, which Unicode reserves for internal use: escaping, cleaning and JSON leave them alone, and no text
 * from outside has any meaning by them.
 */
const begin = '\uFDD0';
const assign = '\uFDD1';
const end = '\uFDD2';
const marked = /\uFDD0([^\uFDD0-\uFDD2]*)(?:\uFDD1([^\uFDD0-\uFDD2]*))?\uFDD2/g;

/** An input in a message: `--wait` on a command line, `wait` in a workflow. */
export function inputName(name: string): string {
  return `${begin}${name}${end}`;
}

/**
 * An input with a value in a message: `--max-delete 50`, `--dry-run`; in a workflow `max-delete: 50`, `dry-run: true`.
 */
export function inputValue(name: string, value: string | number | boolean): string {
  const text = String(value);
  // A shell and YAML read what is plain as it is, and both take single quotes.
  const shown = /^[\w./…][\w./:@%+,=…-]*$/.test(text) ? text : `'${text}'`;
  return `${begin}${name}${assign}${shown}${end}`;
}

/** The inputs with credentials: `--username and --password`. */
export const usernameAndPassword = `${inputName('username')} and ${inputName('password')}`;

/** The form in which a frontend writes an input. */
export type InputStyle = (name: string, value: string | undefined) => string;

/** `--wait`, `--registry registry.example.com`, `--dry-run`, `--no-details`. */
export const asFlag: InputStyle = (name, value) => {
  if (value === 'false') return `--no-${name}`;
  return value === undefined || value === 'true' ? `--${name}` : `--${name} ${value}`;
};

/** `wait`, `registry: registry.example.com`, `dry-run: true`, `details: false`. */
export const asYaml: InputStyle = (name, value) => (value === undefined ? name : `${name}: ${value}`);

/** The text with each input that it names written in this style. */
export function writeInputs(text: string, style: InputStyle): string {
  return text.includes(begin)
    ? text.replace(marked, (_, name: string, value: string | undefined) => style(name, value))
    : text;
}
