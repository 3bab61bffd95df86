package io.keyuan.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every word a person reads, in each of the {@link Languages}: {@code messages/<module>.properties} holds English,
 * {@code _zh_CN} and {@code _zh_TW} beside it the others. A new file is found by itself.
 */
@Component
public final class Messages {

    private static final String FILES = "classpath*:messages/*.properties";

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

    public Messages() {
        source.setBasenames(modules());
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(Languages.ENGLISH);
        source.setFallbackToSystemLocale(false);
    }

    private static String[] modules() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(FILES))
                    .map(file -> Objects.requireNonNull(file.getFilename()).replaceFirst("(_zh_..)?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .map(module -> "messages/" + module)
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words under a key; the key itself where there are none, so that an answer never fails for want of a word. */
    public String text(Locale language, String key, Object... args) {
        String words = find(language, key, args);
        return words == null ? key : words;
    }

    /** @return null where there are no words under the key */
    public @Nullable String find(Locale language, String key, Object... args) {
        return source.getMessage(key, args, null, Languages.closest(language));
    }

    /** The keys that begin with this, in their order. */
    public Set<String> keys(String prefix) {
        Set<String> keys = new TreeSet<>();
        for (String module : source.getBasenameSet()) {
            var english = ResourceBundle.getBundle(module, Locale.ROOT, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            english.keySet().stream().filter(key -> key.startsWith(prefix)).forEach(keys::add);
        }
        return keys;
    }

    /** What people call a record of an object. */
    public String label(Locale language, ObjectType type) {
        String given = type.label(language);
        return given == null ? text(language, type.name()) : given;
    }

    /** What people call several records of an object. */
    public String plural(Locale language, ObjectType type) {
        String given = type.plural(language);
        return given == null ? text(language, type.name() + ".plural") : given;
    }

    /** What stands above attributes that are shown together: what their object says, else what all objects say of such. */
    public String label(Locale language, ObjectType type, ObjectType.Section section) {
        String own = find(language, type.name() + ".section." + section.name());
        return own == null ? text(language, "record.section." + section.name()) : own;
    }

    /** What people call an attribute: the company's word, else what its object says, else what all objects say of {@code createdAt} and the like. */
    public String label(Locale language, Attribute<?> attribute) {
        String given = attribute.label(language);
        String own = given == null ? find(language, attribute.labelKey()) : given;
        return own == null ? text(language, "record." + attribute.name()) : own;
    }

    /** What people call a choice: the tenant's word, else what its object says, else what all objects say of it, else the tenant's word in another language, else its code. */
    public String label(Locale language, Attribute<?> attribute, ChoiceList.Item choice) {
        String own = choice.labels().get(Languages.closest(language).toLanguageTag());
        String words = own == null ? ready(language, attribute, choice.code()) : own;
        return words == null ? Objects.requireNonNullElse(Languages.closest(language, choice.labels()), choice.code()) : words;
    }

    /** What the program calls a choice that a tenant begins with; null where it knows no word for it. */
    public @Nullable String ready(Locale language, Attribute<?> attribute, String code) {
        String words = find(language, attribute.labelKey() + "." + code);
        return words == null ? find(language, "record." + attribute.name() + "." + code) : words;
    }
}
