package io.keyuan.engine.document;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.ReferenceType;
import io.keyuan.engine.TenantProfile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows what a template may ask for: the attributes of a record, of what it points to and of its lines, and who, where and when. */
@Component
class MergeFields {

    private static final int MOST_STEPS = 4;

    /** Further off it is no slip of the finger. */
    private static final int MOST_SLIPS = 3;

    private final ObjectTypes types;
    private final Access access;

    MergeFields(ObjectTypes types, Access access) {
        this.types = types;
        this.access = access;
    }

    /**
     * What is meant, whether or not the caller may read it.
     *
     * @param lines within whose section it stands; null outside
     * @return null where it leads nowhere
     */
    @Nullable Meaning find(ObjectType type, @Nullable Attribute<?> lines, String path) {
        if (lines != null) {
            Meaning ofLine = "index".equals(path) ? Meaning.of(Meaning.From.INDEX) : walked(Meaning.From.LINE, target(lines), path);
            if (ofLine != null) {
                return ofLine;
            }
        }
        Meaning ofRecord = walked(Meaning.From.RECORD, type, path);
        return ofRecord == null ? general(path) : ofRecord;
    }

    /** What is meant at each of these places; ends of sections mean nothing by themselves. */
    List<Asked> asked(ObjectType type, List<AskedFor.Place> places) {
        List<Asked> asked = new ArrayList<>();
        Deque<Optional<Attribute<?>>> sections = new ArrayDeque<>();
        for (AskedFor.Place place : places) {
            Tag tag = place.tag();
            if (tag.kind() == Tag.Kind.CLOSE) {
                sections.poll();
                continue;
            }
            Attribute<?> lines = sections.stream().flatMap(Optional::stream).findFirst().orElse(null);
            Meaning meaning = find(type, lines, tag.path());
            asked.add(new Asked(place, meaning, lines));
            if (tag.opens()) {
                sections.push(tag.kind() == Tag.Kind.OPEN && meaning != null && meaning.isLines() ? Optional.of(meaning.steps().getFirst()) : Optional.empty());
            }
        }
        return asked;
    }

    private @Nullable Meaning general(String path) {
        if (path.equals("today")) {
            return Meaning.of(Meaning.From.TODAY);
        }
        if (path.startsWith("me.")) {
            return walked(Meaning.From.ME, types.people(), path.substring(3));
        }
        String part = path.startsWith("company.") ? path.substring(8) : "";
        return part.equals("name") || TenantProfile.LETTERHEAD.contains(part) ? new Meaning(Meaning.From.COMPANY, List.of(), part) : null;
    }

    private @Nullable Meaning walked(Meaning.From from, ObjectType start, String path) {
        String[] names = path.split("\\.", -1);
        List<Attribute<?>> steps = new ArrayList<>();
        @Nullable ObjectType at = start;
        for (int i = 0; i < names.length; i++) {
            Attribute<?> step = at == null || steps.size() == MOST_STEPS ? null : at.find(names[i]);
            if (step == null) {
                boolean part = i == names.length - 1 && !steps.isEmpty() && Meaning.isPart(steps.getLast(), names[i]);
                return part ? new Meaning(from, steps, names[i]) : null;
            }
            steps.add(step);
            at = step.type() instanceof ReferenceType ? target(step) : null;
        }
        return new Meaning(from, steps, "");
    }

    ObjectType target(Attribute<?> attribute) {
        return Objects.requireNonNull(types.target(attribute));
    }

    /** What whoever wrote this may have had in mind; null where nothing is near. */
    @Nullable String near(ObjectType type, @Nullable Attribute<?> lines, String path) {
        Stream<String> known = Stream.concat(lines == null ? Stream.of() : paths(target(lines)), Stream.concat(paths(type), general()));
        return known.map(each -> new Near(each, distance(each.toLowerCase(Locale.ROOT), path.toLowerCase(Locale.ROOT))))
                .filter(each -> each.slips() <= Math.min(MOST_SLIPS, Math.max(1, path.length() / 3)))
                .min(Comparator.comparingInt(Near::slips))
                .map(Near::path)
                .orElse(null);
    }

    private record Near(String path, int slips) {}

    private static Stream<String> general() {
        return Stream.concat(Stream.of("today", "company.name", "me.name"), TenantProfile.LETTERHEAD.stream().map(name -> "company." + name));
    }

    /** One step, and two. */
    private Stream<String> paths(ObjectType type) {
        return seen(type).flatMap(attribute -> Stream.concat(
                Stream.of(attribute.name()),
                attribute.type() instanceof ReferenceType ? seen(target(attribute)).map(inner -> attribute.name() + "." + inner.name()) : Stream.of()));
    }

    Stream<Attribute<?>> seen(ObjectType type) {
        return type.attributes().stream()
                .filter(access::maySee)
                .filter(attribute -> !attribute.equals(type.deletedAt) && !attribute.equals(type.deletedBy));
    }

    static boolean isLines(Attribute<?> attribute) {
        return attribute.type() instanceof LinesType;
    }

    /** How many letters one has to write differently. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int kept = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(kept, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
