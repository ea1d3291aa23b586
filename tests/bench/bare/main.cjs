const { app, nativeImage, Tray } = require('electron');

// The least that an app with an icon in the tray can be: what Tillwatch is measured against. Asked to, it also asks.
let tray;
void app.whenReady().then(() => {
  tray = new Tray(nativeImage.createFromPath(process.env.BARE_ICON));
  tray.setToolTip('bare');
  if (process.env.BARE_ASK) void import('./ask.mjs').then(({ askOften }) => askOften(process.env));
});
