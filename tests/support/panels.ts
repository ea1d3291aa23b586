/** A panel with a tray, as installed; it knows nothing of us. */
export interface Panel {
  args: string[];
  env: Record<string, string>;
  /** Within the folder of the user's configuration. */
  file: string;
  configuration: string;
}

/** One bar at the bottom: a spacer, the tray, the clock. Without it the first start asks which panel is wanted. */
const xfceFile = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="true"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=10;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="36"/>
      <property name="icon-size" type="uint" value="22"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
        <value type="int" value="2"/>
        <value type="int" value="3"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="separator">
      <property name="expand" type="bool" value="true"/>
      <property name="style" type="uint" value="0"/>
    </property>
    <property name="plugin-2" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
    <property name="plugin-3" type="string" value="clock">
      <property name="digital-layout" type="uint" value="3"/>
      <property name="digital-time-font" type="string" value="Inter 11"/>
      <property name="digital-time-format" type="string" value=" %H:%M "/>
    </property>
  </property>
</channel>
`;

/** The same without a clock. */
const lxqtFile = `[General]
panels=panel1

[panel1]
iconSize=22
panelSize=36
position=Bottom
width=100
width-percent=true
background-color=#2b2f33
plugins=spacer, statusnotifier

[spacer]
type=spacer
expandable=true

[statusnotifier]
type=statusnotifier
`;

/** Two families of desktops: the trays of GTK's and of Qt's share neither code nor library. */
export const panels = {
  'xfce4-panel': {
    args: ['--disable-wm-check'],
    env: {},
    file: 'xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml',
    configuration: xfceFile,
  },
  'lxqt-panel': {
    args: [],
    env: { QT_QPA_PLATFORM: 'xcb' },
    file: 'lxqt/panel.conf',
    configuration: lxqtFile,
  },
} satisfies Record<string, Panel>;

export type PanelName = keyof typeof panels;
