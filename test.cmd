@echo off
rem The checks and the tests that need neither Xvfb nor PulseAudio: the whole gate, ./test, runs on Linux.
rem Arguments go to Maven: test -Dtest=SettingsFileTest
setlocal
if "%~1"=="" (
    echo The whole gate needs Linux, also in WSL: bash ./test. Here, single tests run: test -Dtest=NAME 1>&2
    exit /b 1
)
call "%~dp0scripts\common.cmd" jdk || exit /b 1
call "%~dp0mvnw.cmd" --batch-mode --no-transfer-progress --file "%~dp0pom.xml" ^
    -Dsurefire.failIfNoSpecifiedTests=false spotless:check verify %*
exit /b %ERRORLEVEL%
