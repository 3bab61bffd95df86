package io.keyuan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One window of one person on the console, which notices whatever a person would not: errors, and requests to others. */
final class Visit {

    /** The width and height of a window. */
    enum Screen {
        DESK(1440, 900),
        PHONE(390, 844);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /**
     * How a window is opened.
     *
     * @param locale of the browser, such as {@code zh-CN}
     */
    record Setting(String locale, Screen screen, ColorScheme colours) {

        static final Setting CHINESE = new Setting("zh-CN", Screen.DESK, ColorScheme.LIGHT);
        static final Setting ENGLISH = new Setting("en-US", Screen.DESK, ColorScheme.LIGHT);
    }

    private final URI origin;
    private final Window window;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private final List<String> elsewhere = new ArrayList<>();
    private boolean wasOffline;

    Visit(URI origin, Window window) {
        this.origin = origin;
        this.window = window;
        page = window.open();
        watch();
    }

    private void watch() {
        page.onPageError(error -> faults.add("uncaught: " + error));
        page.onConsoleMessage(message -> {
            // Chromium itself reports every refusal; those the console answers to in words.
            boolean refusal = message.text().startsWith("Failed to load resource: the server responded with a status of 4");
            boolean cutOff = wasOffline && message.text().contains("net::ERR_");
            if (List.of("error", "warning").contains(message.type()) && !refusal && !cutOff) {
                faults.add("console: " + message.text());
            }
        });
        page.onRequest(request -> noteForeign(request.url()));
        page.onResponse(this::noteFailure);
    }

    private void noteForeign(String address) {
        boolean known = elsewhere.stream().anyMatch(address::startsWith);
        if (!known && !address.startsWith(origin + "/") && !address.startsWith("blob:" + origin)) {
            faults.add("request to " + address);
        }
    }

    private void noteFailure(Response response) {
        boolean asset = !response.url().contains("/api/");
        if (response.status() >= (asset ? 400 : 500)) {
            faults.add(response.status() + " from " + response.url());
        }
    }

    /** Takes a session as the browser keeps it. */
    Visit signedIn(Person person) {
        String[] cookie = person.cookie().split("=", 2);
        window.take(new Cookie(cookie[0], cookie[1]).setUrl(origin.toString()));
        return this;
    }

    /** Cuts the network, or lets it come back. */
    void offline(boolean cut) {
        wasOffline = true;
        window.cut(cut);
    }

    /** Ends the session as if its time were over: the browser is told nothing. */
    void endSession() {
        window.forgetCookies();
    }

    Page page() {
        return page;
    }

    /** Lets the window go to another site, which nothing else may. */
    Visit mayGoTo(String site) {
        elsewhere.add(site);
        return this;
    }

    Visit open(String path) {
        page.navigate(path);
        return this;
    }

    /** What went wrong where nobody looks. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    void close() {
        window.leave();
    }

    Locator one(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Whatever has a name that begins like this. */
    Locator beginning(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)));
    }

    Locator button(String name) {
        return one(AriaRole.BUTTON, name);
    }

    Locator link(String name) {
        return one(AriaRole.LINK, name);
    }

    Locator dialog(String name) {
        return one(AriaRole.DIALOG, name);
    }

    /** A part of the page that has a name of its own. */
    Locator card(String name) {
        return one(AriaRole.REGION, name);
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    Locator titled(String title) {
        return page.getByTitle(title, new Page.GetByTitleOptions().setExact(true));
    }

    Locator text(String words) {
        return page.getByText(words, new Page.GetByTextOptions().setExact(true));
    }

    void seesHeading(String words) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setExact(true).setLevel(1)))
                .isVisible();
    }

    /** Opens a menu and takes what it offers. */
    void choose(String menu, String item) {
        button(menu).click();
        Locator offered = one(AriaRole.MENUITEM, item);
        // The menu before it may still be on its way out.
        assertThat(offered).hasCount(1);
        offered.click();
    }

    /** Begins to edit a value of a record where it stands. */
    void edit(String label) {
        page.locator(".editable").filter(new Locator.FilterOptions().setHas(button("编辑" + label))).click();
    }

    /** Opens a field's list, types what is meant and takes it; the lists hang at the end of the page. */
    void pick(String field, String choice) {
        one(AriaRole.COMBOBOX, field).click();
        page.keyboard().insertText(choice);
        page.locator(".ant-select-item-option[title='" + choice + "']").filter(new Locator.FilterOptions().setVisible(true)).click();
    }

    /** Opens the search box over the page and types into it. */
    Locator search(String words) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).isVisible();
        page.keyboard().press("Control+k");
        Locator found = page.getByRole(AriaRole.DIALOG);
        found.getByRole(AriaRole.COMBOBOX).fill(words);
        return found.getByRole(AriaRole.OPTION);
    }

    void screenshot(Path file) {
        page.screenshot(new ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
    }
}
