package liveroom.app.log;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.jul.LevelChangePropagator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Where log lines go: all of them to a file of bounded size; the studio's own warnings to standard
/// error too, one line each. What libraries warn of is for the file alone: the studio says it in its
/// own words. Both are written by a thread of their own: no media thread waits for a disk or a
/// terminal, and lines that come faster than these take them are lost.
public final class StudioLog {
    private static final String FILE_PATTERN = "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{24} %msg%n%ex";
    private static final String TERMINAL_PATTERN = "%msg%n%nopex";
    private static final FileSize MAX_SIZE = FileSize.valueOf("2MB");
    private static final int OLD_FILES = 3;
    private static final int QUEUED_LINES = 1024;

    private StudioLog() {}

    /// Sets logging up, once, before anything logs. Without a folder that can be written there is no file.
    public static void start(Path folder) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        Logger own = context.getLogger("liveroom");
        own.addAppender(unhurried(context, terminal(context)));
        try {
            Files.createDirectories(folder);
            root.addAppender(unhurried(context, file(context, folder)));
        } catch (IOException e) {
            own.warn(
                    "There is no log: {} cannot be written ({})",
                    folder,
                    e.getClass().getSimpleName());
        }
        bridge(context);
    }

    /// Writes out what is still on its way.
    public static void stop() {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).stop();
    }

    /// The HTTP server logs through `java.util.logging`.
    private static void bridge(LoggerContext context) {
        LevelChangePropagator levels = new LevelChangePropagator();
        levels.setContext(context);
        levels.setResetJUL(true);
        levels.start();
        context.addListener(levels);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static ConsoleAppender<ILoggingEvent> terminal(LoggerContext context) {
        ThresholdFilter warnings = new ThresholdFilter();
        warnings.setLevel(Level.WARN.toString());
        warnings.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget(ConsoleTarget.SystemErr.getName());
        appender.addFilter(warnings);
        return started(context, appender, TERMINAL_PATTERN);
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path folder) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setFile(folder.resolve("liveroom.log").toString());
        FixedWindowRollingPolicy names = new FixedWindowRollingPolicy();
        names.setContext(context);
        names.setParent(appender);
        names.setFileNamePattern(folder.resolve("liveroom.%i.log").toString());
        names.setMaxIndex(OLD_FILES);
        names.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(MAX_SIZE);
        size.start();
        appender.setRollingPolicy(names);
        appender.setTriggeringPolicy(size);
        return started(context, appender, FILE_PATTERN);
    }

    private static Appender<ILoggingEvent> unhurried(LoggerContext context, Appender<ILoggingEvent> slow) {
        AsyncAppender appender = new AsyncAppender();
        appender.setContext(context);
        appender.setName(slow.getClass().getSimpleName());
        appender.setQueueSize(QUEUED_LINES);
        appender.setDiscardingThreshold(0);
        appender.setNeverBlock(true);
        appender.addAppender(slow);
        appender.start();
        return appender;
    }

    private static <A extends OutputStreamAppender<ILoggingEvent>> A started(
            LoggerContext context, A appender, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(pattern);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
