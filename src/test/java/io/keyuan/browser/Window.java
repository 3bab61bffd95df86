package io.keyuan.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.keyuan.browser.Visit.Setting;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A profile of the browser, for one visit at a time. After a visit it forgets all it was told and is kept for the next one with the
 * same setting: what the browser's process has compiled of the console by then would cost each visit more than a second of work.
 */
final class Window {

    private static final int MOST_IDLE = 6;
    /** The longest idle first. */
    private static final List<Window> IDLE = new ArrayList<>();

    private final URI origin;
    private final Setting setting;
    private final BrowserContext context;
    /** Opens the pages of visits, and by that shares its process with them. */
    private final Page opener;

    private Window(URI origin, Setting setting) {
        this.origin = origin;
        this.setting = setting;
        context = Chromium.get().newContext(new NewContextOptions()
                .setBaseURL(origin.toString())
                .setLocale(setting.locale())
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(setting.colours())
                .setViewportSize(setting.screen().width, setting.screen().height));
        context.setDefaultTimeout(Chromium.PATIENCE_MS);
        opener = context.newPage();
        opener.navigate("/favicon.svg");
    }

    /** One that has been used or a new one. */
    static Window of(URI origin, Setting setting) {
        Window idle = IDLE.stream().filter(window -> window.origin.equals(origin) && window.setting.equals(setting)).findFirst().orElse(null);
        if (idle == null) {
            return fresh(origin, setting);
        }
        IDLE.remove(idle);
        return idle;
    }

    /** One that has read nothing yet, as on somebody's first visit. */
    static Window fresh(URI origin, Setting setting) {
        return new Window(origin, setting);
    }

    Page open() {
        return opener.waitForPopup(() -> opener.evaluate("() => { window.open('about:blank') }"));
    }

    void take(Cookie cookie) {
        context.addCookies(List.of(cookie));
    }

    void forgetCookies() {
        context.clearCookies();
    }

    void cut(boolean cut) {
        context.setOffline(cut);
    }

    /** Nothing of the visit is left when it ends. */
    void leave() {
        context.pages().stream().filter(page -> page != opener).forEach(Page::close);
        context.setOffline(false);
        context.clearCookies();
        context.clearPermissions();
        CDPSession devtools = context.newCDPSession(opener);
        JsonObject everything = new JsonObject();
        everything.addProperty("origin", origin.toString());
        everything.addProperty("storageTypes", "all");
        devtools.send("Storage.clearDataForOrigin", everything);
        devtools.detach();
        IDLE.add(this);
        if (IDLE.size() > MOST_IDLE) {
            IDLE.removeFirst().context.close();
        }
    }
}
