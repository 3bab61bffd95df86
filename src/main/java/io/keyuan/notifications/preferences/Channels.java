package io.keyuan.notifications.preferences;

import io.keyuan.engine.NoticeKind;

/**
 * Where somebody is told of one kind.
 *
 * @param app whether it is shown in the app
 */
public record Channels(boolean app, MailChoice mail) {

    static Channels usual(NoticeKind kind) {
        return switch (kind) {
            case MENTIONED, DEVICE, SECURITY -> new Channels(true, MailChoice.NOW);
            case REPLIED, ASSIGNED, SHARED, AUTOMATED -> new Channels(true, MailChoice.HOURLY);
            case DUE -> new Channels(true, MailChoice.DAILY);
            case FOLLOWED, JOB -> new Channels(true, MailChoice.OFF);
        };
    }
}
