// What the app uses of undici, in place of its entry, which also loads fetch, WebSocket, caches and mocks: 3 MB of
// heap in a process that runs all day. A name that is missing here fails the build.
import Agent from 'undici/lib/dispatcher/agent.js';
import buildConnector from 'undici/lib/core/connect.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';
import api from 'undici/lib/api/index.js';

// As the entry does it.
Object.assign(Dispatcher.prototype, api);

export { Agent, buildConnector, Pool, ProxyAgent };
