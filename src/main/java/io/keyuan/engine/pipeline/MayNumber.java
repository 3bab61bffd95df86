package io.keyuan.engine.pipeline;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.Batch;
import io.keyuan.engine.numbering.Numbers;
import org.springframework.stereotype.Component;

/** Where records are numbered by themselves alone, nobody gives a number or takes one away. */
@Component
final class MayNumber implements Step {

    private final Numbers numbers;

    MayNumber(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public void apply(Batch batch) {
        Attribute<String> number = batch.type().numbered();
        if (number != null && !numbers.mayBeGivenByHand(batch.type())) {
            batch.correctable()
                    .where(draft -> draft.input().containsKey(number.name()) && draft.changed(number))
                    .forEach(draft -> draft.reject(number, "number-by-itself"));
        }
    }
}
