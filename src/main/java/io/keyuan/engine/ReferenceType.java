package io.keyuan.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record of another object; the target is named by class, so that two definitions may point at each other. */
public final class ReferenceType extends AttributeType<Ref> {

    private static final String NOBODY = "'00000000-0000-0000-0000-000000000000'::uuid";

    private final @Nullable Class<? extends ObjectType> target;
    private final @Nullable ObjectType known;

    private ReferenceType(@Nullable Class<? extends ObjectType> target, @Nullable ObjectType known) {
        this.target = target;
        this.known = known;
    }

    static ReferenceType to(Class<? extends ObjectType> target) {
        return new ReferenceType(target, null);
    }

    /** For what companies add, which is read when all objects are there. */
    static ReferenceType to(ObjectType target) {
        return new ReferenceType(null, target);
    }

    /** To whichever object of the program is {@link Capability#PEOPLE}. */
    static ReferenceType toPeople() {
        return new ReferenceType(null, null);
    }

    /** Where it points, among all objects of the program. */
    ObjectType target(ObjectTypes types) {
        return known != null ? known : target == null ? types.people() : types.get(target);
    }

    @Override
    public String code() {
        return "reference";
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        // Who did it is written as a word of its own: created_by, not created_by_id.
        String name = column.endsWith("_by") ? column : column + "_id";
        return List.of(Column.of(name, "uuid", NOBODY));
    }

    @Override
    public @Nullable Ref read(ResultSet row, int at) throws SQLException {
        UUID id = row.getObject(at, UUID.class);
        return id == null ? null : Ref.to(id);
    }

    @Override
    public void bind(@Nullable Ref value, @Nullable Object[] cells) {
        cells[0] = value == null ? null : value.requireId();
    }

    @Override
    public Ref coerce(Object json, Coercion context) throws BadValue {
        if (json instanceof Map<?, ?> map) {
            if (map.get("id") instanceof String id) {
                return Ref.to(uuid(id));
            }
            if (map.get("externalId") instanceof String externalId && !externalId.isBlank()) {
                return Ref.byExternalId(externalId.strip());
            }
        }
        throw new BadValue("not-reference");
    }

    @Override
    public Ref parse(String cell, Coercion context) {
        return Ref.byExternalId(cell.strip());
    }

    private static UUID uuid(String text) throws BadValue {
        return IdType.uuid(text, "not-reference");
    }

    @Override
    public Object json(Ref value) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", value.requireId().toString());
        if (value.title() != null) {
            json.put("title", value.title());
        }
        return json;
    }

    @Override
    public Ref revive(Object json) {
        return Ref.to(UUID.fromString(String.valueOf(((Map<?, ?>) json).get("id"))));
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.REFERENCE;
    }
}
