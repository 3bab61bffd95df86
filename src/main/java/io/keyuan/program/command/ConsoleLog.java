package io.keyuan.program.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log shows on standard error: nothing until the program runs, since a start that fails is told in one sentence
 * and the log file has the rest; then warnings.
 */
final class ConsoleLog {
    private ConsoleLog() {}

    /** Says nothing until Spring sets up logging. */
    static void silence() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
    }

    static void showWarnings() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            var appender = new ConsoleAppender<ILoggingEvent>();
            appender.setContext(context);
            appender.setTarget("System.err");
            appender.setEncoder(encoder(context));
            appender.addFilter(threshold());
            appender.start();
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        }
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{HH:mm:ss} %level %msg%n%nopex");
        encoder.start();
        return encoder;
    }

    private static ThresholdFilter threshold() {
        var filter = new ThresholdFilter();
        filter.setLevel("WARN");
        filter.start();
        return filter;
    }
}
