package io.keyuan.program.command;

import java.util.function.Consumer;

/**
 * What is started and who hears of it.
 *
 * @param application the Spring application
 * @param console hears what must not get lost, such as the first administrator's password
 * @param progress hears each step
 */
record Launch(Class<?> application, Console console, Consumer<String> progress) {

    static Launch told(Class<?> application, Console console) {
        return new Launch(application, console, console::remark);
    }

    static Launch quiet(Class<?> application, Console console) {
        return new Launch(application, console, step -> {});
    }
}
