package io.keyuan.engine.overview;

import io.keyuan.engine.ObjectType;
import io.keyuan.engine.Problem;
import io.keyuan.engine.RecordPart;
import io.keyuan.engine.Row;
import io.keyuan.engine.query.Lists;
import io.keyuan.engine.query.RowJson;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The record, so that its page needs no second answer; the one in the recycle bin where it is there. */
@Component
class RecordItself implements RecordPart {

    private final Lists lists;

    RecordItself(Lists lists) {
        this.lists = lists;
    }

    @Override
    public String name() {
        return "record";
    }

    @Override
    public boolean isOf(ObjectType type, boolean deleted) {
        return true;
    }

    @Override
    public Map<String, Object> of(ObjectType type, UUID id) {
        Row row = lists.whole(type, id);
        if (row == null) {
            throw Problem.notFound();
        }
        return RowJson.map(row);
    }
}
