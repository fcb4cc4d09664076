@echo off
rem Builds what is missing or older than its sources, then starts the studio: studio --help
setlocal
call "%~dp0scripts\common.cmd" jdk || exit /b 1
call "%~dp0scripts\common.cmd" build || exit /b 1
"%JAVA_HOME%\bin\java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms64m -Xmx512m ^
    --enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow ^
    --module-path "%~dp0app\target\javafx" --add-modules javafx.controls ^
    --class-path "%~dp0app\target\lib\*" liveroom.app.Main %*
exit /b %ERRORLEVEL%
