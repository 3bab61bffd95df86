package io.keyuan.sales;

import static io.keyuan.sales.OpportunityLine.OPPORTUNITY_LINE;

import io.keyuan.catalog.Product;
import io.keyuan.engine.Batch;
import io.keyuan.engine.Records;
import io.keyuan.engine.Ref;
import io.keyuan.engine.Rules;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A line remembers what its product was called. */
@Component
class OpportunityLineRules implements Rules<OpportunityLine> {

    private final ObjectProvider<Records> records;

    OpportunityLineRules(ObjectProvider<Records> records) {
        this.records = records;
    }

    @Override
    public void derive(Batch batch) {
        Batch.Selection changed = batch.whereChanged(OPPORTUNITY_LINE.product)
                .where(draft -> draft.get(OPPORTUNITY_LINE.product) != null);
        if (!changed.isEmpty()) {
            Map<UUID, String> names = records.getObject()
                    .titles(Product.PRODUCT, changed.values(OPPORTUNITY_LINE.product).stream().map(Ref::requireId).collect(Collectors.toSet()));
            changed.set(
                    OPPORTUNITY_LINE.description,
                    draft -> names.get(Objects.requireNonNull(draft.get(OPPORTUNITY_LINE.product)).requireId()));
        }
    }
}
