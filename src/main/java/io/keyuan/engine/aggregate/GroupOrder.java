package io.keyuan.engine.aggregate;

import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.ExpressionKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts groups in the order people expect: of choices or time as far as the first groups have one, then by size. */
@Component
class GroupOrder {

    private final ChoiceLists choices;

    GroupOrder(ChoiceLists choices) {
        this.choices = choices;
    }

    List<Tallies> ordered(List<Group> groups, List<Tallies> tallies) {
        Comparator<Tallies> order = Comparator.comparingInt(tally -> 0);
        for (int i = 0; i < groups.size() && isOrdered(groups.get(i)); i++) {
            int at = i;
            List<String> codes = codes(groups.get(i));
            order = order.thenComparingLong(tally -> rank(tally.key().get(at), codes));
        }
        List<Tallies> ordered = new ArrayList<>(tallies);
        ordered.sort(order.thenComparing(Tallies::count, Comparator.reverseOrder()));
        return ordered;
    }

    private static boolean isOrdered(Group group) {
        ExpressionKind kind = group.kind();
        return kind == ExpressionKind.CHOICE || kind == ExpressionKind.CHOICES || kind == ExpressionKind.DATE || kind == ExpressionKind.TIME;
    }

    private List<String> codes(Group group) {
        return choices.of(group.attribute()).items().stream().map(ChoiceList.Item::code).toList();
    }

    /** Records without a value come last, after those of choices that are no more. */
    private static long rank(@Nullable Object value, List<String> codes) {
        return switch (value) {
            case LocalDate day -> day.toEpochDay();
            case String code when codes.contains(code) -> codes.indexOf(code);
            case String code -> codes.size();
            case null, default -> Long.MAX_VALUE;
        };
    }
}
