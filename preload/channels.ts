/** Names only, so that the preload script stays free of schemas. Payloads: `contract.ts`. */
export const requestChannels = [
  'app.snapshot',
  'monitor.recheck',
  'terminals.add',
  'terminals.rename',
  'terminals.move',
  'terminals.watch',
  'settings.saveAccount',
  'settings.removeAccount',
  'settings.setPolling',
  'settings.setNotifications',
  'settings.setOpeningHours',
  'settings.setWatching',
  'settings.setRestart',
  'settings.setStartHidden',
  'settings.setAppearance',
  'settings.setTray',
  'settings.dismissNotice',
  'keys.set',
  'keys.remove',
  'connection.test',
  'setup.key',
  'setup.ask',
  'setup.finish',
  'import.preview',
  'import.skipNames',
  'import.cancel',
  'import.apply',
  'import.undo',
  'demo.set',
  'quiet.snooze',
  'quiet.endSnooze',
  'quiet.acknowledge',
  'notifications.test',
  'history.bars',
] as const;

export const pushChannels = [
  'overview.changed',
  'settings.changed',
  'quiet.changed',
  'import.progress',
  'window.navigate',
] as const;

export type RequestChannel = (typeof requestChannels)[number];
export type PushChannel = (typeof pushChannels)[number];
