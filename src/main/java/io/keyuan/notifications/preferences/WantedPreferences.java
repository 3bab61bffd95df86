package io.keyuan.notifications.preferences;

import io.keyuan.engine.Fault;
import io.keyuan.engine.NoticeKind;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Preferences as people send them; kinds that are not named are told as usual.
 *
 * @param quiet null for no quiet hours
 * @param timeZone null for the company's
 */
record WantedPreferences(@Nullable Map<String, @Nullable Channel> kinds, @Nullable Quiet quiet, @Nullable String timeZone) {

    /** Where to be told of a kind. */
    record Channel(@Nullable Boolean app, @Nullable String mail) {}

    /** Times of the day such as 20:00. */
    record Quiet(@Nullable String from, @Nullable String to) {}

    /** @throws Problem that names everything wrong */
    NotificationPreferences checked() {
        List<Fault> faults = new ArrayList<>();
        var checked = new NotificationPreferences(chosen(faults), quietHours(faults), zone(faults));
        if (!faults.isEmpty()) {
            throw new Problem(ProblemKind.RULE_BROKEN, faults, Map.of());
        }
        return checked;
    }

    private Map<NoticeKind, Channels> chosen(List<Fault> faults) {
        Map<NoticeKind, Channels> chosen = new EnumMap<>(NoticeKind.class);
        if (kinds != null) {
            kinds.forEach((code, channel) -> choose(code, channel, chosen, faults));
        }
        return chosen;
    }

    private static void choose(String code, @Nullable Channel channel, Map<NoticeKind, Channels> chosen, List<Fault> faults) {
        Optional<NoticeKind> kind = NoticeKind.of(code);
        Optional<MailChoice> mail = channel == null || channel.mail() == null ? Optional.empty() : MailChoice.of(channel.mail());
        if (kind.isEmpty()) {
            faults.add(Fault.at("kinds", "not-choice"));
        } else if (channel == null || channel.app() == null || mail.isEmpty()) {
            faults.add(Fault.at("kinds." + kind.get().code(), "not-choice"));
        } else if (kind.get() == NoticeKind.SECURITY && !new Channels(channel.app(), mail.get()).equals(Channels.usual(kind.get()))) {
            faults.add(Fault.at("kinds." + kind.get().code(), "security-always-told"));
        } else {
            chosen.put(kind.get(), new Channels(channel.app(), mail.get()));
        }
    }

    private @Nullable QuietHours quietHours(List<Fault> faults) {
        if (quiet == null) {
            return null;
        }
        LocalTime from = time("quiet.from", quiet.from(), faults);
        LocalTime to = time("quiet.to", quiet.to(), faults);
        if (from.equals(to) && faults.isEmpty()) {
            faults.add(Fault.at("quiet.to", "quiet-all-day"));
        }
        return new QuietHours(from, to);
    }

    private static LocalTime time(String path, @Nullable String text, List<Fault> faults) {
        if (text != null && text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            return LocalTime.parse(text);
        }
        faults.add(Fault.at(path, text == null ? "required" : "not-time-of-day"));
        return LocalTime.MIDNIGHT;
    }

    private @Nullable ZoneId zone(List<Fault> faults) {
        try {
            return timeZone == null || timeZone.isBlank() ? null : ZoneId.of(timeZone);
        } catch (DateTimeException unknown) {
            faults.add(Fault.at("timeZone", "not-time-zone"));
            return null;
        }
    }
}
