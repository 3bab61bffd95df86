package io.keyuan.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What a page asks the server for, from when this is made on. */
final class Requests {

    /** What is heard live goes on for as long as one listens, and is no question. */
    static final Predicate<Request> TO_THE_API = request -> request.url().contains("/api/v1/") && !request.url().contains("/api/v1/live");

    static final Predicate<Request> FOR_SCRIPTS = request -> request.url().endsWith(".js");

    private static final String TWO_FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))";

    private final Page page;
    private final List<Request> begun = new CopyOnWriteArrayList<>();
    private final AtomicInteger unanswered = new AtomicInteger();

    Requests(Page page, Predicate<Request> counted) {
        this.page = page;
        page.onRequest(request -> {
            if (counted.test(request)) {
                begun.add(request);
                unanswered.incrementAndGet();
            }
        });
        page.onRequestFinished(request -> ended(request, counted));
        page.onRequestFailed(request -> ended(request, counted));
    }

    private void ended(Request request, Predicate<Request> counted) {
        if (counted.test(request)) {
            unanswered.decrementAndGet();
        }
    }

    /** Waits until all is answered, and the page has asked for nothing more because of the answers. */
    List<Request> settled() {
        page.waitForCondition(() -> {
            page.evaluate(TWO_FRAMES);
            return unanswered.get() <= 0;
        });
        return List.copyOf(begun);
    }

    /** All until now, answered or not. */
    List<Request> soFar() {
        return List.copyOf(begun);
    }
}
