/** True if the host means this very machine: `localhost`, 127.0.0.0/8, `[::1]`. Expects `host[:port]`. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return name === 'localhost' || name.endsWith('.localhost') || /^127(?:\.\d{1,3}){3}$/.test(name) || name === '[::1]';
}
