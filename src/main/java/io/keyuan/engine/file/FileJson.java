package io.keyuan.engine.file;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.audit.Disclosures;
import io.keyuan.engine.query.Titles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files as answers show them. */
@Component
class FileJson {

    private final ObjectTypes types;
    private final Titles titles;

    FileJson(ObjectTypes types, Titles titles) {
        this.types = types;
        this.titles = titles;
    }

    Map<String, @Nullable Object> of(RecordFile file) {
        return of(List.of(file)).getFirst();
    }

    List<Map<String, @Nullable Object>> of(List<RecordFile> files) {
        Map<UUID, String> names = names(files.stream().map(file -> file.current().by()).collect(Collectors.toSet()));
        return files.stream().map(file -> file(file, names)).toList();
    }

    /** @param newest whose they are */
    List<Map<String, @Nullable Object>> versions(RecordFile newest, List<RecordFile.Version> versions) {
        Map<UUID, String> names = names(versions.stream().map(RecordFile.Version::by).collect(Collectors.toSet()));
        note(newest);
        return versions.stream().map(version -> {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("id", version.id().toString());
            json.put("name", version.name());
            json.put("current", version.number() == newest.number());
            fill(version, names, json);
            return json;
        }).toList();
    }

    private Map<String, @Nullable Object> file(RecordFile file, Map<UUID, String> names) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", file.address().toString());
        json.put("name", file.name());
        json.put("attribute", file.holder() == null ? null : file.holder().attribute());
        fill(file.current(), names, json);
        json.put("deletedAt", file.deletedAt() == null ? null : file.deletedAt().toString());
        note(file);
        return json;
    }

    /** What a sensitive attribute's file is called and says of itself is told as well as its value. */
    private void note(RecordFile file) {
        RecordFile.Holder holder = file.holder();
        ObjectType type = types.byName(file.object());
        Attribute<?> attribute = type == null || holder == null ? null : type.find(holder.attribute());
        if (attribute != null) {
            Disclosures.note(attribute, file.record());
        }
    }

    private static void fill(RecordFile.Version version, Map<UUID, String> names, Map<String, @Nullable Object> json) {
        json.put("version", version.number());
        json.put("size", version.size());
        json.put("mediaType", version.type());
        json.put("shown", FileTypes.isShown(version.type()));
        json.put("at", version.at().toString());
        Map<String, Object> by = new LinkedHashMap<>(Map.of("id", version.by().toString()));
        String title = names.get(version.by());
        if (title != null) {
            by.put("title", title);
        }
        json.put("by", by);
    }

    private Map<UUID, String> names(Set<UUID> people) {
        return people.isEmpty() ? Map.of() : titles.of(types.people(), people);
    }
}
