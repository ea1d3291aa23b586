# Added to electron-builder's own installer, which keeps settings on an upgrade and knows the switches
# /S, /currentuser, /allusers and, to uninstall, --delete-app-data.

!macro customUnInstall
  # Registered by Electron for clicks on notifications (main/platform/identity.ts).
  DeleteRegKey HKCU "Software\Classes\CLSID\{7C1F0C52-2B5E-4B1E-9C57-3D6A5B8E4F10}"

  # An upgrade uninstalls the old version first. Silent: only the switch deletes.
  ${ifNot} ${isUpdated}
  ${andIfNot} ${Silent}
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Also delete the settings, the history and the log of Tillwatch?" IDNO keepSettings
      SetShellVarContext current
      RMDir /r "$APPDATA\${APP_PRODUCT_FILENAME}"
      ${if} $installMode == "all"
        SetShellVarContext all
      ${endif}
    keepSettings:
  ${endif}
!macroend
