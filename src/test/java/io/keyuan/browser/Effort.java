package io.keyuan.browser;

import com.microsoft.playwright.Request;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a task costs somebody: counted in the window itself, from when it is begun.
 *
 * @param clicks of the mouse
 * @param keys pressed; a Chinese character counts as one
 * @param requests to the API
 */
record Effort(int clicks, int keys, int requests) {

    private static final String COUNT = """
            () => {
              window.effort = { clicks: 0, keys: 0 }
              addEventListener('click', (event) => { if (event.isTrusted) window.effort.clicks += 1 }, true)
              addEventListener('keydown', (event) => {
                if (!['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) window.effort.keys += 1
              }, true)
              addEventListener('beforeinput', (event) => {
                if (event.inputType === 'insertText' && /\\\\p{Script=Han}/u.test(event.data ?? '')) window.effort.keys += [...event.data].length
              }, true)
            }
            """;

    /** Counts from now on, in a window that is open. */
    static final class Counting {

        private final Visit visit;
        private final AtomicInteger requests = new AtomicInteger();
        private final AtomicInteger unanswered = new AtomicInteger();

        Counting(Visit visit) {
            this.visit = visit;
            visit.page().evaluate(COUNT.replace("\\\\p", "\\p"));
            visit.page().onRequest(request -> {
                if (counts(request)) {
                    requests.incrementAndGet();
                    unanswered.incrementAndGet();
                }
            });
            visit.page().onRequestFinished(this::answered);
            visit.page().onRequestFailed(this::answered);
        }

        private void answered(Request request) {
            if (counts(request)) {
                unanswered.decrementAndGet();
            }
        }

        private static boolean counts(Request request) {
            return request.url().contains("/api/v1/") && !request.url().endsWith("/live");
        }

        /** To be asked where the task is done: the page is told not to have been loaded anew by having kept count. */
        Effort end() {
            // What the page asks for because of the task belongs to it, also where nobody waits for that.
            visit.page().waitForCondition(() -> {
                visit.page().evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))");
                return unanswered.get() <= 0;
            });
            JsonNode counted = JsonMapper.shared().readTree(visit.page().evaluate("JSON.stringify(window.effort)").toString());
            return new Effort(counted.get("clicks").asInt(), counted.get("keys").asInt(), requests.get());
        }
    }
}
