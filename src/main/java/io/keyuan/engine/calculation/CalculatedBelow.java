package io.keyuan.engine.calculation;

import io.keyuan.engine.Attribute;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.following.FollowedRecords;
import io.keyuan.engine.following.Following;
import io.keyuan.engine.jobs.Errands;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Calculated attributes of records that point to one that has changed; the subject is the attribute's name. */
@Component
class CalculatedBelow extends Following {

    static final String NAME = "calculated attributes";

    private final ObjectProvider<Recalculation> recalculation;

    CalculatedBelow(
            FollowedRecords due, ObjectTypes types, TransactionTemplate transaction, Errands errands, ObjectProvider<Recalculation> recalculation) {
        super(due, types, transaction, errands);
        this.recalculation = recalculation;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    protected void follow(ObjectType type, String subject, List<UUID> records) {
        Attribute<?> attribute = type.find(subject);
        if (attribute != null && attribute.calculation() != null) {
            recalculation.getObject().settle(attribute, records);
        }
    }
}
