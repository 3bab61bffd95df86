package io.keyuan.engine.expression;

import io.keyuan.engine.Access;
import io.keyuan.engine.ChoiceLists;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.People;
import io.keyuan.engine.Segments;
import io.keyuan.engine.TenantSettings;
import io.keyuan.engine.query.RecordTables;
import org.springframework.stereotype.Component;

/** Everything outside its text that the meaning of an expression depends on. */
@Component
public record Surroundings(
        ObjectTypes types,
        Access access,
        RecordTables records,
        ChoiceLists choices,
        TenantSettings settings,
        People people,
        Segments segments) {}
