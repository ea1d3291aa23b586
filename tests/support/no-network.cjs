// Loaded before the app by NODE_OPTIONS: this PC has no network. No name outside it is known, and the system says so;
// nothing is sent to find that out.
const dns = require('node:dns');

const { lookup } = dns;
dns.lookup = (host, ...rest) => {
  if (host === 'localhost') return lookup(host, ...rest);
  // Not before: Electron's own module is there once the app runs.
  require('electron').net.isOnline = () => false;
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), {
    code: 'ENOTFOUND',
    hostname: host,
  });
  return process.nextTick(rest.at(-1), error);
};
