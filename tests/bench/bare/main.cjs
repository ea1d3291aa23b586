const { app, nativeImage, Tray } = require('electron');

// The least that an app with an icon in the tray can be: what Tillwatch is measured against.
let tray;
void app.whenReady().then(() => {
  tray = new Tray(nativeImage.createFromPath(process.env.BARE_ICON));
  tray.setToolTip('bare');
});
