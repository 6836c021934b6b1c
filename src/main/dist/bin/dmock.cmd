@echo off
rem Starts DMock with what JAVA_HOME or PATH has for a JDK or JRE, of 17 or newer.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" "@%~dp0..\jvm.options" %DMOCK_JAVA_OPTIONS% -cp "%~dp0..\dmock.jar" dev.dmock.DmockApplication %*
