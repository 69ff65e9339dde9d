; The installer for one person: no administrator's rights, nothing outside that person's own folders and registry.
; By hand or /S (silent); /D=C:\Folder as the last word installs elsewhere. The uninstaller takes /S, too.
; Ends with 0 when all was done, 1 when the user stopped it, 3 when Bellwether is open.
Unicode true
Target amd64-unicode
!include MUI2.nsh
!include FileFunc.nsh

!define CLASS "Bellwether.Project"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Bellwether"
!define APPLICATION "Software\Classes\Applications\bellwether.exe"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\bellwether.exe"

Name "Bellwether"
BrandingText "Bellwether ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Bellwether"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2057 "ProductName" "Bellwether"
VIAddVersionKey /LANG=2057 "FileDescription" "Installs Bellwether"
VIAddVersionKey /LANG=2057 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2057 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2057 "LegalCopyright" "© The Bellwether developers, MIT or Apache-2.0"

!uninstfinalize '"${SIGN}" "%1"'

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\bellwether.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Start Bellwether"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Windows keeps the file of a program that runs.
!macro STOP_WHILE_OPEN
  IfFileExists "$INSTDIR\bellwether.exe" 0 free
  again:
    ClearErrors
    FileOpen $0 "$INSTDIR\bellwether.exe" a
    IfErrors 0 closed
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Bellwether is open. Save your work and close it, then choose Retry." /SD IDCANCEL IDRETRY again
      SetErrorLevel 3
      Quit
  closed:
    FileClose $0
  free:
!macroend

; Tells Explorer that file types changed.
!macro TELL_EXPLORER
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
  !insertmacro STOP_WHILE_OPEN
  SetOutPath "$INSTDIR"
  File "${FOLDER}/bellwether.exe"
  File "${FOLDER}/bellwether.com"
  File "${FOLDER}/LICENSE-MIT"
  File "${FOLDER}/LICENSE-APACHE"
  File "${FOLDER}/LICENSE-FONT.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Bellwether.lnk" "$INSTDIR\bellwether.exe"

  ; Projects open by a double click.
  WriteRegStr HKCU "Software\Classes\.bellwether" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\.bellwether\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "Bellwether project"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\bellwether.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\bellwether.exe" "%1"'

  ; Workbooks keep their own program; Bellwether stands among those of "Open with".
  WriteRegStr HKCU "${APPLICATION}" "FriendlyAppName" "Bellwether"
  WriteRegStr HKCU "${APPLICATION}\shell\open\command" "" '"$INSTDIR\bellwether.exe" "%1"'
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" ".bellwether" ""
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" ".xlsx" ""
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" ".xlsm" ""
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" ".xlsb" ""
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" ".xls" ""
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" ".ods" ""
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" ".csv" ""

  ; Win+R and "start" find it.
  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\bellwether.exe"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Bellwether"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\bellwether.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Bellwether developers"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TELL_EXPLORER
SectionEnd

; What people made stays: projects, and what the program remembers in %APPDATA%\Bellwether.
Section "Uninstall"
  !insertmacro STOP_WHILE_OPEN
  Delete "$SMPROGRAMS\Bellwether.lnk"
  Delete "$INSTDIR\bellwether.exe"
  Delete "$INSTDIR\bellwether.com"
  Delete "$INSTDIR\LICENSE-MIT"
  Delete "$INSTDIR\LICENSE-APACHE"
  Delete "$INSTDIR\LICENSE-FONT.txt"
  Delete "$INSTDIR\uninstall.exe"
  ; Only where nothing else was put there.
  RMDir "$INSTDIR"
  ReadRegStr $0 HKCU "Software\Classes\.bellwether" ""
  StrCmp $0 "${CLASS}" 0 others
    DeleteRegKey HKCU "Software\Classes\.bellwether"
  others:
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "${APPLICATION}"
  DeleteRegKey HKCU "${APP_PATH}"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TELL_EXPLORER
SectionEnd
