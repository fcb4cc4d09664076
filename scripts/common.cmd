@echo off
rem Shared by studio.cmd and test.cmd: "common jdk" sets JAVA_HOME, "common build" builds what is older than its sources.
set "root=%~dp0.."
goto %1

:jdk
call :try "%JAVA_HOME%" && exit /b 0
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.." && exit /b 0
for %%p in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
    for /d %%j in ("%%~p\*") do call :try "%%~j" && exit /b 0
)
echo Liveroom needs a JDK 25 or later and found none: install one from https://adoptium.net, or set JAVA_HOME to where it is. 1>&2
exit /b 1

:try
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
for /f tokens^=2^ delims^=^=.^" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do if %%v geq 25 (
    set "JAVA_HOME=%~f1"
    exit /b 0
)
exit /b 1

:build
powershell -NoProfile -Command "$stamp = '%root%\app\target\built'; if (-not (Test-Path $stamp)) { exit 1 }; $t = (Get-Item $stamp).LastWriteTime; $old = Get-ChildItem -Recurse -File '%root%\pom.xml', '%root%\*\pom.xml', '%root%\capture\src\main', '%root%\encoder\src\main', '%root%\transport\src\main', '%root%\app\src\main', '%root%\assets' | Where-Object { $_.FullName -notmatch '\\target\\' -and $_.LastWriteTime -gt $t }; if ($old) { exit 1 } else { exit 0 }"
if not errorlevel 1 exit /b 0
echo Building Liveroom ^(first time: a few minutes^)... 1>&2
if not exist "%root%\app\target" mkdir "%root%\app\target"
if exist "%root%\app\target\lib" rmdir /s /q "%root%\app\target\lib"
call "%root%\mvnw.cmd" --batch-mode --no-transfer-progress --file "%root%\pom.xml" --quiet -Dmaven.test.skip=true --projects app --also-make package >"%root%\app\target\build.log" 2>&1
if errorlevel 1 (
    echo Liveroom could not be built. All that Maven said is in %root%\app\target\build.log. 1>&2
    exit /b 1
)
type nul >"%root%\app\target\built"
exit /b 0
