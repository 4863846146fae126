/**
 * Stands in for undici in the bundle. @actions/http-client imports undici for getAgentDispatcher() and @actions/github
 * for its default fetch; this project calls neither: all requests go through src/http. The real one would be two thirds
 * of the bundle and most of its start-up time. ProxyAgent is made (and not used) when @actions/github loads behind a proxy.
 */
class ProxyAgent {}

function fetch() {
  throw new Error('undici is not in this bundle: give Octokit the fetch of src/github/fetch.ts');
}

module.exports = { ProxyAgent, fetch };
