package io.keyuan.engine.timeline;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.keyuan.engine.Caller;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.sql.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The records somebody follows, with what others did to each since it was last looked at: what has news first. */
@Component
class FollowedList {

    /** There is no telling more news apart. */
    private static final int COUNTED = 100;

    private static final Field<OffsetDateTime> AT = field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext sql;
    private final ObjectTypes types;
    private final Sources sources;
    private final VisibleRecords visible;

    FollowedList(DSLContext sql, ObjectTypes types, Sources sources, VisibleRecords visible) {
        this.sql = sql;
        this.types = types;
        this.sources = sources;
        this.visible = visible;
    }

    /**
     * A record with its news.
     *
     * @param news how many of each kind, up to a hundred; empty for none
     * @param latest when the last of them happened; null for none
     */
    record Followed(ObjectType type, UUID id, Instant since, Map<String, Integer> news, @Nullable Instant latest) {}

    List<Followed> ofMe() {
        Map<String, List<UUID>> byObject = followed();
        List<Followed> all = new ArrayList<>();
        byObject.forEach((object, ids) -> all.addAll(news(Objects.requireNonNull(types.byName(object)), ids)));
        Comparator<Followed> newest = Comparator.comparing(each -> each.latest() == null ? Instant.MIN : each.latest());
        all.sort(newest.thenComparing(Followed::since).reversed());
        return all;
    }

    private Map<String, List<UUID>> followed() {
        return sql.select(FollowTable.OBJECT, FollowTable.RECORD)
                .from(Tables.of("follow", "f"))
                .where(mine())
                .and(visible.anyAlive("f"))
                .orderBy(FollowTable.SINCE.desc())
                .limit(Follows.MOST)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(row -> row.value1(), LinkedHashMap::new, Collectors.mapping(row -> row.value2(), Collectors.toList())));
    }

    private static Condition mine() {
        return Tables.ofTenant("f").and(FollowTable.PERSON.eq(Caller.current().person()));
    }

    private List<Followed> news(ObjectType type, List<UUID> ids) {
        Map<String, List<Source>> kinds = sources.news(type, FollowTable.RECORD).stream()
                .collect(Collectors.groupingBy(Source::kind, LinkedHashMap::new, Collectors.toList()));
        List<Field<?>> fields = new ArrayList<>(List.of(FollowTable.RECORD, FollowTable.SINCE));
        kinds.forEach((kind, from) -> fields.add(field(select(count()).from(all(from, false).asTable("n"))).as(kind)));
        List<Source> everything = kinds.values().stream().flatMap(List::stream).toList();
        fields.add(field(select(max(field(name("n", "at"), SQLDataType.TIMESTAMPWITHTIMEZONE))).from(all(everything, true).asTable("n"))).as("latest"));
        return sql.select(fields)
                .from(Tables.of("follow", "f"))
                .where(mine())
                .and(FollowTable.RECORD.eq(any(ids.toArray(UUID[]::new))))
                .fetch(row -> followed(type, row, kinds.keySet()));
    }

    private static Followed followed(ObjectType type, Record row, Iterable<String> kinds) {
        Map<String, Integer> news = new LinkedHashMap<>();
        for (String kind : kinds) {
            int some = row.get(kind, Integer.class);
            if (some > 0) {
                news.put(kind, some);
            }
        }
        OffsetDateTime latest = row.get("latest", OffsetDateTime.class);
        return new Followed(
                type, row.get(FollowTable.RECORD), row.get(FollowTable.SINCE).toInstant(), news, latest == null ? null : latest.toInstant());
    }

    /** What happened since, without what the reader did. */
    private static Select<Record1<OffsetDateTime>> all(List<Source> from, boolean latest) {
        Select<Record1<OffsetDateTime>> all = one(from.getFirst(), latest);
        for (Source source : from.subList(1, from.size())) {
            all = all.unionAll(one(source, latest));
        }
        return all;
    }

    private static Select<Record1<OffsetDateTime>> one(Source source, boolean latest) {
        var news = select(source.made().as(AT))
                .from(source.table())
                .where(source.condition())
                .and(source.fresh())
                .and(source.maker().ne(Caller.current().person()));
        return latest ? news.orderBy(source.made().desc()).limit(1) : news.limit(COUNTED);
    }
}
