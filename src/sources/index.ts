import { bitbucket } from './bitbucket.js';
import { bitbucketServer } from './bitbucket-server.js';
import { git } from './git.js';
import { gitea } from './gitea.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import type { SourceKind } from './source.js';

/** Every kind of source, by the name that the input `source` gives it. A new one is one file and one line here. */
export const sourceKinds: readonly SourceKind[] = [github, bitbucket, bitbucketServer, gitlab, gitea, git];
