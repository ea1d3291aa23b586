/**
 * The dependency rule: which room may import from which, by the specifier as written. Its own file and
 * its own step of `npm test`, beside .oxlintrc.json, because it is the one rule that the design stands on.
 */

const ban = (regex, message) => ({ regex, message });
/** Types are erased: they join nothing. */
const banCode = (regex, message) => ({ regex, message, allowTypeImports: true });
const rooms = (...names) => `^(\\.\\./)+(${names.join('|')})/`;

const others = [
  'cli',
  'diagnostics',
  'history',
  'import',
  'ipc',
  'notifications',
  'settings',
  'simulator',
  'terminal-api',
  'tray',
  'updates',
  'window',
];
const joined = 'Rooms are joined in main/*.ts, main/ipc and main/cli.';
const noPage = ban(rooms('renderer'), 'Main knows the page only through preload/contract.');
const noHttp = ban('^undici$', 'HTTP is the business of main/terminal-api.');
const noOtherRoom = banCode(rooms('platform', ...others), joined);
const noSystem = (message) => ban('^(electron|electron-.*|undici|node:.*)$', message);

/** For a file, the last entry that matches it counts alone. */
const restrict = (files, ...patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

/** Decisions: what they need of the system, the time and chance included, arrives as an argument. */
const pure = (files, ...patterns) => ({
  files,
  rules: {
    'no-restricted-globals': ['error', 'setTimeout', 'setInterval', 'setImmediate', 'fetch', 'process'],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now' },
      { object: 'Math', property: 'random' },
    ],
    'no-restricted-imports': [
      'error',
      { patterns: [noSystem('Decisions are pure; what they need arrives as an argument.'), ...patterns] },
    ],
  },
});

/** What carries decisions out, in the rooms where all else decides. */
const carriers = (files, ...patterns) => {
  const { rules } = restrict(files, ...patterns);
  return { files, rules: { ...rules, 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' } };
};

export default {
  plugins: ['eslint', 'import'],
  categories: { correctness: 'off' },
  rules: { 'import/no-cycle': 'error', 'import/no-self-import': 'error' },
  ignorePatterns: ['out', 'node_modules'],
  overrides: [
    restrict(
      ['renderer/**'],
      noSystem('A page reaches the system only through window.tillwatch.'),
      ban(rooms('main'), 'Pages know preload/contract, not main.'),
      banCode('^(\\.\\./)+preload/index', 'Only the type of the bridge.'),
    ),
    restrict(
      ['preload/**'],
      ban('^(electron-.*|undici|node:.*)$', 'The preload script runs in a sandbox.'),
      banCode(rooms('main'), 'Nothing of main runs in a page.'),
      ban(rooms('renderer'), 'Arrows point from the page to the contract.'),
    ),
    restrict(
      ['assets/**'],
      noSystem('Words serve main and page alike.'),
      banCode(rooms('main', 'preload'), 'Words know the domain by its types.'),
      ban(rooms('renderer'), 'Arrows point from the page to the words.'),
    ),
    restrict(['main/*.ts', 'main/ipc/**', 'main/cli/**'], noHttp, noPage),
    restrict(['main/{diagnostics,history,platform,settings,updates,window}/**'], noHttp, noPage, noOtherRoom),
    restrict(
      ['main/terminal-api/**'],
      ban('^electron', 'The client takes what it needs as arguments.'),
      noPage,
      noOtherRoom,
    ),
    // It plays the vendor: code or types shared with the client would hide the client's mistakes.
    restrict(
      ['main/simulator/**'],
      ban('^(electron|electron-.*|undici)$', 'The simulator runs under plain Node.'),
      noPage,
      ban(rooms(...others), joined),
    ),
    pure(
      ['main/notifications/**', 'main/tray/**', 'main/**/{policy,view-model,wording}.ts'],
      noPage,
      noOtherRoom,
    ),
    carriers(
      ['main/notifications/sender.ts', 'main/tray/{icon-files,painter}.ts'],
      noHttp,
      noPage,
      noOtherRoom,
    ),
    pure(['main/import/**'], noPage, noOtherRoom),
    pure(['main/monitor/**'], ban('^\\.\\./', 'The heart imports from no other room.')),
  ],
};
