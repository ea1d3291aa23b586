/**
 * Why there is no update, as far as it matters to whoever reads it:
 * - `unreachable`: no answer from the feed;
 * - `unreadable`: it answers, but not as a feed does, or has nothing for this system;
 * - `elsewhere`: it leads to another host, and nothing is taken from there;
 * - `damaged`: the file is not the one that the feed describes;
 * - `not-signed`: by whoever signed the running version;
 * - `not-saved`: this PC cannot keep it, or put it in the place of the old one;
 * - `other`: see the log.
 */
export type UpdateFailure =
  'unreachable' | 'unreadable' | 'elsewhere' | 'damaged' | 'not-signed' | 'not-saved' | 'other';

/** What electron-updater and Electron's `net` say, by the code or, where they have none, the text of the error. */
const signs: readonly [RegExp, UpdateFailure][] = [
  // [O] HttpExecutor's DigestTransform and AppUpdater.executeDownload.
  [/ERR_CHECKSUM_MISMATCH|sha512 checksum mismatch/, 'damaged'],
  // [O] NsisUpdater.
  [/ERR_UPDATER_INVALID_SIGNATURE/, 'not-signed'],
  // [O] Squirrel.Mac: "Code signature at URL … did not pass validation".
  [/[Cc]ode signature/, 'not-signed'],
  // What our own filter does to a request that leaves the feed's origin.
  [/ERR_BLOCKED_BY_CLIENT/, 'elsewhere'],
  [/\b(?:ENOSPC|EACCES|EPERM|EROFS|EXDEV|ETXTBSY|EDQUOT|EIO)\b/, 'not-saved'],
  [/net::ERR_|\b(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND)\b/, 'unreachable'],
  // [O] GenericProvider, Provider.parseUpdateInfo; HttpExecutor's HttpError is `HTTP_ERROR_404`.
  [/ERR_UPDATER_(?:CHANNEL_FILE|INVALID_UPDATE_INFO|NO_FILES|LATEST|ZIP)|HTTP_ERROR_4/, 'unreadable'],
  [/HTTP_ERROR_5/, 'unreachable'],
];

export function updateFailure(error: unknown): UpdateFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return signs.find(([sign]) => sign.test(code) || sign.test(message))?.[1] ?? 'other';
}
