/** The permissions of a personal access token; the later ones imply those before. */
export const hubScopes = ['repo:public_read', 'repo:read', 'repo:write', 'repo:admin'] as const;
export type HubScope = (typeof hubScopes)[number];

/** The data of hub.docker.com about a repository besides its images. */
export interface HubDetails {
  description: string;
  fullDescription: string | null;
  pulls: number;
  stars: number;
  readonly registered: Date;
  updated: Date;
  active: boolean;
  /** Regular expressions for tags that can neither be overwritten nor deleted. */
  immutable: readonly string[];
  /** Members who may manage it; all of them by default. */
  admins: ReadonlySet<string> | undefined;
}

/** The data about a tag besides its manifest. */
export interface HubTagged {
  readonly id: number;
  pushed: Date;
  pulled: Date | undefined;
  by: string | undefined;
}

export interface HubRecords {
  /** User → the scope of the secret that he logs in with; default `repo:admin`. */
  readonly scopes: Map<string, HubScope>;
  /** Of that repository, made when first requested. */
  details(name: string): HubDetails;
  /** The data of that tag, made when first requested: a tag that was not pushed here counts as pushed then. */
  tagged(name: string, tag: string): HubTagged;
  /** Forgets a tag that is gone. */
  untagged(name: string, tag: string): void;
}

export function createHubRecords(): HubRecords {
  const details = new Map<string, HubDetails>();
  const tags = new Map<string, HubTagged>();
  let count = 0;
  return {
    scopes: new Map(),
    details(name) {
      const now = new Date();
      const found = details.get(name) ?? {
        description: '',
        fullDescription: null,
        pulls: 0,
        stars: 0,
        registered: now,
        updated: now,
        active: true,
        immutable: [],
        admins: undefined,
      };
      details.set(name, found);
      return found;
    },
    tagged(name, tag) {
      const key = `${name}:${tag}`;
      const found = tags.get(key) ?? { id: ++count, pushed: new Date(), pulled: undefined, by: undefined };
      tags.set(key, found);
      return found;
    },
    untagged: (name, tag) => void tags.delete(`${name}:${tag}`),
  };
}
