package io.keyuan.engine.query;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.ChoiceType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Option;
import io.keyuan.engine.sql.Tables;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells records that are still to be worked on: those on whose board they mean what a new one means. */
@Component
public class OpenRecords {

    private final ChoiceLists choices;

    OpenRecords(ChoiceLists choices) {
        this.choices = choices;
    }

    /** Whether records of the object can come to an end at all. */
    public boolean areTold(ObjectType type) {
        return begins(type) != null;
    }

    /** Of an object whose records never end, all are open. */
    public Condition of(ObjectType type, String alias) {
        Attribute<Choice> board = type.board();
        if (begins(type) == null || board == null) {
            return noCondition();
        }
        List<String> codes = codes(type);
        return codes.isEmpty()
                ? falseCondition()
                : Tables.among(Tables.words(alias, board), codes.toArray(String[]::new));
    }

    /** The choices that an open record has on its board; empty where records of the object never end. */
    public List<String> codes(ObjectType type) {
        Enum<?> begins = begins(type);
        Attribute<Choice> board = type.board();
        return begins == null || board == null ? List.of() : choices.of(board).items().stream()
                .filter(item -> item.meaning() == begins)
                .map(ChoiceList.Item::code)
                .toList();
    }

    private static @Nullable Enum<?> begins(ObjectType type) {
        Attribute<Choice> board = type.board();
        Choice first = board == null ? null : board.initial();
        if (board == null || first == null || !(board.type() instanceof ChoiceType choice)) {
            return null;
        }
        return choice.options().stream()
                .filter(option -> option.code().equals(first.code()))
                .<Enum<?>>mapMulti((option, meaning) -> accept(option, meaning))
                .findFirst()
                .orElse(null);
    }

    private static void accept(Option option, Consumer<Enum<?>> meaning) {
        if (option.meaning() != null) {
            meaning.accept(option.meaning());
        }
    }
}
