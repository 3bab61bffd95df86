package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Choice;
import io.keyuan.engine.ChoiceList;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.Draft;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives records that come to another place of their board the chance that place has. Somebody knows better where the chance is given with the same change, or where it is
 * neither empty nor what the place before says: then it stays.
 */
@Component
final class FillChances implements Step {

    private final ChoiceLists choices;

    FillChances(ChoiceLists choices) {
        this.choices = choices;
    }

    @Override
    public void apply(Batch batch) {
        Attribute<BigDecimal> chance = batch.type().chance();
        Attribute<Choice> board = batch.type().board();
        if (chance != null && board != null) {
            ChoiceList list = choices.of(board);
            batch.correctable()
                    .where(draft -> !draft.isExact() && draft.changed(board) && !isKnownBetter(draft, chance, list.chance(draft.old(board))))
                    .where(draft -> list.chance(draft.get(board)) != null)
                    .set(chance, draft -> list.chance(draft.get(board)));
        }
    }

    private static boolean isKnownBetter(Draft draft, Attribute<BigDecimal> chance, @Nullable BigDecimal before) {
        BigDecimal now = draft.get(chance);
        boolean said = draft.isGiven(chance) || draft.changed(chance);
        return said || now != null && (before == null || now.compareTo(before) != 0);
    }
}
