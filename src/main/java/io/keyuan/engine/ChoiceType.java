package io.keyuan.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One of the tenant's choices, stored and sent by its code. */
public final class ChoiceType extends AttributeType<Choice> {

    private final @Nullable Class<? extends Enum<?>> meanings;
    private final List<Option> options;

    ChoiceType(@Nullable Class<? extends Enum<?>> meanings, List<Option> options) {
        this.meanings = meanings;
        this.options = options;
    }

    @Override
    public List<Option> options() {
        return options;
    }

    @Override
    public boolean isOfChoices() {
        return true;
    }

    public @Nullable Class<? extends Enum<?>> meanings() {
        return meanings;
    }

    /** A meaning as it is stored, and as metadata and the API write it. */
    public static String code(Enum<?> meaning) {
        return meaning.name().toLowerCase(Locale.ROOT);
    }

    /** @return the meaning stored under this name, null for none */
    public @Nullable Enum<?> meaning(@Nullable String stored) {
        if (meanings == null || stored == null) {
            return null;
        }
        for (Enum<?> meaning : meanings.getEnumConstants()) {
            if (code(meaning).equals(stored)) {
                return meaning;
            }
        }
        return null;
    }

    @Override
    public String code() {
        return "choice";
    }

    @Override
    public List<Column> columns(String column, Attribute<?> attribute) {
        return List.of(Column.of(column, "text", "''"));
    }

    @Override
    public @Nullable Choice read(ResultSet row, int at) throws SQLException {
        String code = row.getString(at);
        return code == null ? null : Choice.of(code);
    }

    @Override
    public void bind(@Nullable Choice value, @Nullable Object[] cells) {
        cells[0] = value == null ? null : value.code();
    }

    @Override
    public Choice coerce(Object json, Coercion context) throws BadValue {
        if (!(json instanceof String code)) {
            throw new BadValue("not-choice");
        }
        Choice choice = context.choices(context.attribute()).find(code.strip());
        if (choice == null) {
            throw new BadValue("not-choice");
        }
        return choice;
    }

    @Override
    public Object json(Choice value) {
        return value.code();
    }

    @Override
    public Choice revive(Object json) {
        return Choice.of((String) json);
    }

    @Override
    public ExpressionKind kind() {
        return ExpressionKind.CHOICE;
    }
}
