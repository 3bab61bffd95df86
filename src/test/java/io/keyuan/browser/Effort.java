package io.keyuan.browser;

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
        private final Requests requests;

        Counting(Visit visit) {
            this.visit = visit;
            visit.page().evaluate(COUNT.replace("\\\\p", "\\p"));
            requests = new Requests(visit.page(), Requests.TO_THE_API);
        }

        /** To be asked where the task is done: the page is told not to have been loaded anew by having kept count. */
        Effort end() {
            // What the page asks for because of the task belongs to it, also where nobody waits for that.
            int asked = requests.settled().size();
            JsonNode counted = JsonMapper.shared().readTree(visit.page().evaluate("JSON.stringify(window.effort)").toString());
            return new Effort(counted.get("clicks").asInt(), counted.get("keys").asInt(), asked);
        }
    }
}
