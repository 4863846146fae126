import { posix, win32 } from 'node:path';
import { expect, test } from '@jest/globals';
import { isInside } from '../../src/commands/inside.js';

test.each([
  [posix, '/work/app', '/work/app', true],
  [posix, '/work/app/k8s/a.yaml', '/work/app', true],
  [posix, '/work/app/..a.yaml', '/work/app', true],
  [posix, '/work', '/work/app', false],
  [posix, '/work/application', '/work/app', false],
  [posix, '/etc/passwd', '/work/app', false],
  [posix, '/etc/passwd', '/', true],
  [win32, 'D:\\work\\app\\k8s\\a.yaml', 'D:\\work\\app', true],
  [win32, 'd:\\Work\\App\\a.yaml', 'D:\\work\\app', true],
  [win32, 'D:\\work\\application', 'D:\\work\\app', false],
  [win32, 'C:\\Users\\runner\\secret.yaml', 'D:\\work\\app', false],
  [win32, '\\\\server\\share\\secret.yaml', 'D:\\work\\app', false],
])('%#', (system, path, folder, inside) => expect(isInside(path, folder, system)).toBe(inside));
