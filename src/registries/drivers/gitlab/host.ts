/** The registry of gitlab.com. */
export const gitlabDotCom = 'registry.gitlab.com';
