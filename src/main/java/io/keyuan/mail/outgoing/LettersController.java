package io.keyuan.mail.outgoing;

import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.Messages;
import io.keyuan.engine.Problem;
import io.keyuan.engine.ProblemKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators what has become of the letters of the last 30 days; what they say is not shown. */
@RestController
class LettersController {

    private static final int PAGE = 50;

    private final LetterStore letters;
    private final Messages messages;

    LettersController(LetterStore letters, Messages messages) {
        this.letters = letters;
        this.messages = messages;
    }

    @GetMapping("/api/v1/settings/mail/letters")
    Map<String, @Nullable Object> list(@RequestParam(required = false) @Nullable String page) {
        MailSettingsController.requireAdministrator();
        List<OutgoingLetter> found = letters.page(page == null ? null : id(page), PAGE + 1);
        List<OutgoingLetter> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", shown.stream().map(this::answer).toList());
        answer.put("next", found.size() > PAGE ? shown.getLast().id() : null);
        return answer;
    }

    private static UUID id(String page) {
        try {
            return UUID.fromString(page);
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemKind.MALFORMED, Fault.at("page", "bad-page"));
        }
    }

    private Map<String, @Nullable Object> answer(OutgoingLetter letter) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", letter.id());
        answer.put("to", letter.to().address());
        answer.put("subject", letter.subject());
        answer.put("state", letter.state().code());
        answer.put("attempts", letter.attempts());
        answer.put("createdAt", letter.createdAt().toString());
        answer.put("sentAt", letter.sentAt() == null ? null : letter.sentAt().toString());
        answer.put("nextAttemptAt", letter.state() == LetterState.WAITING ? letter.dueAt().toString() : null);
        answer.put("error", letter.trouble() == null ? null : error(letter, letter.trouble()));
        return answer;
    }

    private Map<String, Object> error(OutgoingLetter letter, String code) {
        String reply = letter.reply() == null ? "" : letter.reply();
        return Map.of("code", code, "message", messages.text(Caller.current().locale(), "fault." + code, "", reply).strip());
    }
}
