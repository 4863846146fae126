import { posix, win32 } from 'node:path';
import { expect, test } from '@jest/globals';
import { isInside } from '../../../../src/commands/shared/files/reference-files.js';

test.each([
  [posix, '/srv/app', '/srv/app', true],
  [posix, '/srv/app/k8s/a.yaml', '/srv/app', true],
  [posix, '/srv/app/..a.yaml', '/srv/app', true],
  [posix, '/srv', '/srv/app', false],
  [posix, '/srv/application', '/srv/app', false],
  [posix, '/etc/passwd', '/srv/app', false],
  [posix, '/etc/passwd', '/', true],
  [win32, 'D:\\work\\app\\k8s\\a.yaml', 'D:\\work\\app', true],
  [win32, 'd:\\Work\\App\\a.yaml', 'D:\\work\\app', true],
  [win32, 'D:\\work\\application', 'D:\\work\\app', false],
  [win32, 'C:\\Users\\runner\\secret.yaml', 'D:\\work\\app', false],
  [win32, '\\\\server\\share\\secret.yaml', 'D:\\work\\app', false],
])('%#', (system, path, folder, inside) => expect(isInside(path, folder, system)).toBe(inside));
